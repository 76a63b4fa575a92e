# Why a date is what it is. What stands in quotation marks are words of the document.

verbatim = { $words }
why-stated = The text says “{ $said }”.
