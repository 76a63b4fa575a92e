# Why a date is what it is. What stands in quotation marks are words of the document.

verbatim = { $words }
why-stated = The text says “{ $said }”.

# How a date was come by.
basis-year-inferred = year inferred
basis-counted = counted from the document’s date
basis-edited = decided by an editor
basis-given = given with the document
basis-stated = stated in the text
basis-inferred = inferred

# What a step to a date rests on.
ground-habit = a habit of news writing
ground-contradiction = contradicts, not counted
