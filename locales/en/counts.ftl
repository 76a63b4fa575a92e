# Things that are counted. The variable is always $n.

count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
count-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
count-quotations = { $n ->
    [one] { $n } quotation
   *[other] { $n } quotations
}
count-names = { $n ->
    [one] { $n } name
   *[other] { $n } names
}
count-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
}
count-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
count-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
count-agreements = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
}
count-corrections = { $n ->
    [one] { $n } correction
   *[other] { $n } corrections
}
count-actors = { $n ->
    [one] { $n } actor
   *[other] { $n } actors
}
count-statements = { $n ->
    [one] { $n } statement
   *[other] { $n } statements
}
count-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
count-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
