# The page of a document.

document = Document
title-of-stories = { $n } stories, beginning “{ $title }”
title-untitled = Untitled document
title-derived = The document has no title of its own; this one is made from its opening words.
story-title-derived = title made from the opening words
document-withheld = This document is withheld. Nothing of it is shown on this site, and nothing on this site rests on it.
document-removed = This document was taken out of the dossier. Nothing of it is shown on this site, and nothing on this site rests on it.
no-author-no-publisher = Author and publisher not given
no-author = author not given
no-publisher = publisher not given
origin = Where it comes from
found-here = Found here:
the-disclaimer = The disclaimer in its own words
nearly-the-same = Nearly the same text:
in-this-document = In this document
excerpt = Excerpt
text = Text
excerpt-why = Only the opening and the sentences that serve as evidence are shown.
breaks-added = Long paragraphs are broken here, for reading; in the file each is one.
text-not-shown = The text of this document is not shown on this site.
original-address = original address
words-in-the-text = The words in the text
events-found = Events found here ({ $n })
named-here = Named here ({ $n })
documents-by-date = Documents by date
not-given = Not given

# What the reader can switch off, and the notes beside dates.
marked-in-the-text = Marked in the text
marked-dates = dates
marked-names = names
marked-quotations = quotations
marked-notes = what dates mean
note-year-inferred = { $date }, year inferred
note-edited = { $date }, decided by an editor

badge-ai-synthesised = The source says of itself that a machine wrote or assembled it.
badge-disclaimer = The source carries a disclaimer.
badge-digest = A digest: commentary around texts of others.

block-commentary = Commentary by whoever collected this, not evidence
block-caption = Caption
block-byline = Byline:
block-dateline = Dateline:
block-timestamp = Timestamp:
block-credit = Credit:

left-out = What was left out ({ $n ->
    [one] { $n } passage
   *[other] { $n } passages
})
left-out-why = These passages of the file are not part of the text above and were not searched.
passage-at = { $kind }, line { $line }:
zone-boilerplate = Boilerplate
zone-counter = Counter
zone-version = Version
zone-disclaimer = Disclaimer

related = Related documents
related-events = { $n ->
    [one] both tell of the same event
   *[other] both tell of { $n } events
}
related-names = both name { $names }

fact-author = Author
fact-authors = Authors
fact-publisher = Publisher
fact-published = Published
fact-address = Address
fact-collected = Collected
fact-licence = Licence
fact-language = Language
fact-file = File
fact-read-as = Read as
fact-size = Size
fact-sha-256 = SHA-256
fact-copies = Copies
language-found = { $tag } (found by the program)
copy-raw = the raw file, byte for byte
copy-text = the text as it was read
size-bytes = { $n ->
    [one] { NUMBER($n, useGrouping: "false") } byte
   *[other] { NUMBER($n, useGrouping: "false") } bytes
}
size-kilobytes = { $n } kB
size-megabytes = { $n } MB

cite = Cite
cite-source = The source
cite-page = This page
cite-formats = For reference managers
cite-here = Document { $key } in the dossier “{ $title }”, { $page }, file version { $version } (SHA-256).
date-inferred = { $date } (inferred)
