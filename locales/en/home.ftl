# The first page.

home-documents-span = Documents: { $span }.
home-events-span = Most dated events: { $span }.
home-undated = { $n ->
    [one] { $n } more event has no calendar date.
   *[other] { $n } more events have no calendar date.
}
whole-timeline = The whole timeline
documents = Documents
latest-documents = Latest documents
latest-documents-why = By the date of the document, latest first.
no-documents = There are no documents yet.
all-documents = { $n ->
    [one] The one document
   *[other] All { $n } documents
}
main-actors = Main actors
main-actors-why = Persons, organisations and states, by number of documents naming them. A document does not count for its own publisher.
all-actors = { $n ->
    [one] The one actor
   *[other] All { $n } actors
}
how-made = How this was made, and how to report an error
mark-ai-synthesised = says of itself that a machine wrote it
mark-disclaimer = disclaimer
mark-digest = digest
