# The frame of every page, and words that several pages share.

skip-to-content = Skip to the content
navigation = Site
overview = Overview
timeline = Timeline
quotations = Quotations
reported-statements = Reported statements
conflicts = Where sources disagree
conflicts-short = Conflicts
sources = Sources
search = Search
method = Method
corrections-title = Corrections
index-a-z = Index from A to Z
footer-warning = Dates, names and quotations on these pages were found by a program and can be wrong. Every one links to the sentence it rests on.
report-an-error = Report an error
label = { $what }:
download-the-data = Download the data

missing-title = Page not found
missing-why = There is no page at this address. Documents and actors keep their addresses; it may have been mistyped.
missing-home = To the overview
moved-title = Another address
moved-to = This actor’s page is now:

# Between the parts of a list.
comma = {", "}
semicolon = {"; "}
colon = {": "}
# Behind other words.
dash = –
in-brackets = ({ $what })
# What it is about, or when, and what is said of it.
pair = { $of }: { $what }
withheld = withheld
withheld-title = Withheld document
removed-title = Removed document
sentence-not-shown = the sentence is not shown here
published = ({ $date })
years = Years
years-counted = { $what }, with how many there are
all-corrections = All corrections
documents-tell = { $n ->
    [one] { $n } document tells of it
   *[other] { $n } documents tell of it
}

# What a name names.
entry-person = person
entry-organisation = organisation
entry-place = place
entry-name = name
entry-agreement = agreement

correction-on = { $kind }, { $date }:
