# Why a date is what it is. What stands in quotation marks are words of the document.

verbatim = { $words }
# Sentences, one behind the other.
sentences = { $all }
between-sentences = {" "}
month-day = { $day } { $month }

open-date = “{ $said }”, date not known
open-year = { $said }, year not known

# Dates of happenings. $said: the words of the text; $origin: those it is counted from; $document: the text's date.
why-stated = The text says “{ $said }”.
why-said-and-edited = The text says “{ $said }”; decided by an editor.
why-year-of-name = The text says “{ $said }” as the name of something that it dates “{ $origin }”.
why-year-of-other = The text says “{ $said }” without a year; the year is that of “{ $origin }”, which it names before.
why-year-nearest = The text says “{ $said }” without a year; it is the nearest one to the date of the document, { $document }.
why-year-nearest-past = The text says “{ $said }” without a year; it is the nearest one to the date of the document, { $document }, and told as past.
why-year-nearest-future = The text says “{ $said }” without a year; it is the nearest one to the date of the document, { $document }, and told as still to come.
why-counted-from-other = The text says “{ $said }”; counted from “{ $origin }”, which it names before.
why-counted-unclear = The text says “{ $said }”, counted from “{ $origin }”; which day that makes is not clear.
why-counted-unknown = The text says “{ $said }”, counted from “{ $origin }”, whose date is not known.
why-no-date = The text says “{ $said }”; with the document’s date, { $document }, it makes no date.
why-next-weekday = The text says “{ $said }”; told as still to come, it is the next { $weekday } from the date of the document, { $document }.
why-last-weekday = The text says “{ $said }”; it is the last { $weekday } up to the date of the document, { $document }.
why-date-of-report = The text says “{ $said }”; in a report that is the one of its date, { $document }.
why-counted = The text says “{ $said }”; counted from the date of the document, { $document }.
why-other-telling = The sentence shown is another telling of the same and does not say this day.
why-after-its-text = The text is of { $document } and tells it as past: one of the two dates is wrong.
why-day-of-name = The text says { $date }; the day is that of the name { $name }.

# Dates of documents.
why-undated = Neither the document nor its metadata say when it was published.
why-given = Given by { $by }.
why-stated-by = Stated by { $by }: “{ $said }”.
why-text-says = The text itself says { $date }.
why-edited = Decided by an editor.
why-edited-because = Decided by an editor: { $why }
why-contradicts = That contradicts the other reasons.
why-past = It tells of { $date } as past.
why-future = It tells of { $date } as still to come.
why-near = It tells of what was weeks or months from { $date }, and of no later year: such texts are written within a year.
why-day-named = It names { $date } with its year; for the day of writing texts say “today” or name the weekday.
why-time-named = It names { $date } with its year; for the time of writing texts say “this” or “now”.
why-record = It tells of a record of { $year } and of no later year: records are told of the last full year.
why-office-taken = It calls { $name } { $office }, an office taken on { $date }.
why-office-left = It calls { $name } { $office }, an office left by { $date }.
why-near-future = It tells of { $date } as still to come; the year is left out only for the near future.
why-recent-past = It tells of { $date } as past; the year is left out only for the recent past.
why-newest-open = Of the days and months that a text tells as past without a year, the newest day is at most { $days } days ago, or the newest month { $months } months.
why-this-month = It says “this month” and names days of { $month } only.
why-these-weeks = It names several days without their year and several weekdays: such texts tell of the month they are written in and of the one before.
why-again = It names { $date } again without the year, as texts do for the last twelve months.
why-other-text = It tells the same of { $open } as “{ $title }”, which is of { $date }.
why-weekday = The newest day it tells of is a { $weekday }; most news is written that day.
why-anniversary = It tells of year { $number } after { $event }: texts do so between { $from } and { $to }.
why-digest-order = The stories of the file stand in the order of their dates; those around it are { $span }.

span-from-to = from { $from } to { $to }
span-from = from { $from }
span-to = until { $to }
span-unknown = at a time not known

# Who says when a document was published.
by-metadata = the metadata
by-caller = the caller
by-file-name = the file name
by-front-matter = the front matter
by-sidecar = the sidecar file
by-page = the page's metadata
by-page-shown = a date shown on the page
by-page-address = the page's address
by-picture-address = the address of the page's picture
by-text = the text
by-dateline = the dateline
by-timestamp = a timestamp in the text

# Where two statements about an agreement cannot both be as they are told.
conflict-two-signings = Two dates for the signing: { $one } and { $other }.
conflict-order = Told as { $further }, and only later as { $less }.
conflict-side = { $state } ({ $date })
conflict-side-told = { $state } (told { $date })

# How a date was come by.
basis-year-inferred = year inferred
basis-counted = counted from the document’s date
basis-told-elsewhere = day told by another text
basis-edited = decided by an editor
basis-given = given with the document
basis-stated = stated in the text
basis-inferred = inferred

# What a step to a date rests on.
ground-habit = a habit of news writing
ground-contradiction = contradicts, not counted
