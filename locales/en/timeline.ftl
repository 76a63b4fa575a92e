# The timeline. $shown and $total are numbers of events.

timeline-newest-first = Timeline, newest first
timeline-undated-title = Timeline: undated or relative
timeline-of = Timeline: { $what }
newest-first = Newest first
oldest-first = Oldest first
timeline-all-oldest = { $n ->
    [one] { $n } event, oldest first.
   *[other] { $n } events, oldest first.
}
timeline-all-newest = { $n ->
    [one] { $n } event, newest first.
   *[other] { $n } events, newest first.
}
timeline-some-oldest = { $shown } of { $total } events, oldest first.
timeline-some-newest = { $shown } of { $total } events, newest first.
timeline-split = { $total } events on several pages, oldest first.
timeline-marks = An open circle marks a date that is not certain, an open diamond something planned, claimed or denied; the words beside it say which.
timeline-empty = No events were found.
other-pages = Other pages
page-before = Previous
page-behind = Next
timeline-years-before = Years before the documents
timeline-before = Before { $year }, the year of the first documents:
key-dates = Key dates
key-dates-why = What most documents tell of as past, one event of a day. Near copies count as one document.
no-single-month = No single month
# A month or one behind it, in the same year.
month-or-later = { $month } or later
undated-or-relative = Undated or relative
undated-why = The documents do not say on which calendar day these happened. They stand in reading order.

# What one page of a long list holds. $days: 1 to 7 May 2010.
part-before = Before { $year }
part-no-month = { $year }, no single month
part-no-day = { $month }, no single day
part-page = { $what } ({ $page } of { $of })
# The same below its year: 1–7 May.
short-days = { $first }–{ $last } { $month }
short-day = { $day } { $month }
short-no-day = { $month }, no single day

# The overview. $unit: day, month, year, decade or century.
overview-bar = A bar is a { $unit ->
    [day] day
    [month] month
    [year] year
    [decade] decade
   *[century] century
}, the highest { $n ->
    [one] { $n } event
   *[other] { $n } events
}; hollow: the date is not certain, or it was planned, claimed or denied.
overview-leads = A bar leads to its part of the list.
overview-stretches = A line below the bars is something that took longer.
overview-left-out = { $n ->
    [one] { $n } event is
   *[other] { $n } events are
} not drawn as a bar: of no single { $unit ->
    [day] day
    [month] month
    [year] year
    [decade] decade
   *[century] century
}, or far outside.

# The filter of the list. Its script puts numbers for {"{0}"} and {"{1}"}.
filter = Filter this list
filter-words = Words
filter-actor = Actor
filter-status = Told as
filter-certainty = Date
filter-from = From year
filter-to = To year
filter-all = all
filter-happened = happened
filter-planned = planned
filter-claimed = claimed
filter-negated = denied
filter-period = a stretch of time
filter-certain = certain
filter-uncertain = not certain
filter-clear = Show all
filter-shown = { $shown } of { $total } events on this page are shown.
filter-elsewhere = Search all { $n } events
timeline-search = Search all { $n } events:
