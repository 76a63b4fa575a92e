# Events and quotations in rows, on any page.

label-agreements = Agreements:
label-named = Named:
label-sources = { $n ->
    [one] Source:
   *[other] Sources:
}
and-more = and { $n } more
first-reported = first told here in a text from
said-on = said on
link-to-event = Link to this event
sources-disagree = Sources disagree.
source-disagrees = One document tells it in two ways.
in-a-caption = in a caption
possibly-the-same = Possibly the same:
why-this-date = Why this date?
what-sources-say = What the other sources say
by-machine = written by a machine
the-sentence = The sentence
speaker-not-named = Speaker not named
conflict-attendance = Taking part from elsewhere, and in person
conflict-day = Told of two days

# Headings and notes of lists; $n is how many there are, or are shown.
events-of = Events ({ $n })
quotations-of = Quotations ({ $n })
reported-of = Reported, not in quotation marks ({ $n })
documents-of = Documents ({ $n })
texts-of = Texts ({ $n })
texts-of-documents = Texts ({ $n }, of { $documents } documents)
events-chosen = The { $n } that most documents tell of; all are on the timeline.
latest-shown = The latest { $n } are shown.
first-shown = The first { $n } are shown; all are in
rows-left-out = { $n ->
    [one] { $n } row has no room here; it is in
   *[other] { $n } rows have no room here; they are in
}
feed-of-events = Feed of its events (Atom)
earlier = Earlier:
later = Later:
