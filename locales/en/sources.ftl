# Sources, conflicts and corrections.

sources-intro = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}, by publisher. What a document does not say of itself is listed as not given.
publisher-not-given = Publisher not given
nearly-same = { $n ->
    [one] nearly the same text as { $n } other document
   *[other] nearly the same text as { $n } other documents
}
display-excerpt = excerpt
display-metadata-only = metadata only
file = File
not-given-are = Not given: { $what }
lacks-author = author
lacks-publisher = publisher
lacks-date = date
lacks-address = address
lacks-collected = date of collection
lacks-licence = licence

conflicts-intro = { $n ->
    [one] { $n } conflict
   *[other] { $n } conflicts
}: what two places tell does not fit together, as the program reads them. Both are shown, and neither was preferred.
conflicts-none = No conflicts were found. Only some kinds are looked for: taking part in person or from elsewhere, two dates for one signing, and what is told as agreed before it is discussed, or as under way before it is agreed.

corrections-intro = What was wrong here, could be misunderstood, has changed or no longer stands, as told by the makers of this dossier, latest first. Each is also noted on the pages it is about.
decided-by-editors = Decided by the editors
decided-by-editors-why = Here the makers of this dossier know better than the program that found the facts.
decided-date = Published { $date }. { $why }
hidden-by-editors = { $n ->
    [one] { $n } entry that the program found is not shown, by their decision.
   *[other] { $n } entries that the program found are not shown, by their decision.
}
