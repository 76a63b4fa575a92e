# Actors: persons, organisations, places.

actors = Actors
actors-by-kind = { $n ->
    [one] { $n } actor
   *[other] { $n } actors
}, by kind; persons by family name.
by-name = in the order of their names
actor-kinds = Kinds of actors
no-names = No names were found.
also-called = also
kinds-person = Persons
kinds-organisation = Organisations
kinds-place = Countries and other places
kinds-other = Other names
kinds-unnamed = Speakers without a name

kind-person = Person
kind-organisation = Organisation
kind-place = Place
kind-other = Other name
kind-private = Person, private
kind-unnamed = Speakers without a name

maybe-same-as = May be the same as:
kept-apart = The texts do not decide it, so they are kept apart.
not-same-as = Not to be confused with:
look-alikes = Do not confuse with:
acts-for = Here the place is meant. Where its name stands for the government (“{ $name } said”), it counts for
agreements-of = Agreements ({ $n })
by-year = By year
appears-with = Appears with
company-once = In one text only:
column-actor = Actor
column-texts = Texts
column-sentences = Sentences
column-events = Events
column-mentions = Mentions
column-year = Year
more-company = { $n ->
    [one] { $n } more is in
   *[other] { $n } more are in
}
mentions-in-all = { $n ->
    [one] { $n } mention in all.
   *[other] { $n } mentions in all.
}
mentions-in-documents = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
} in { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}
no-document-names-it = No document names this actor.
could-be-of = Could be meant here ({ $n })
could-be-why = These words fit this actor and others. None was chosen, and they count for none.
or-else = or:
names-and-decisions = Names, and how it was decided
elsewhere = Elsewhere
actor-year = { $name }, { $label }
actor-year-rest = { $year }, no single month
as-a-table = As a table
chart-caption = Events (above, at most { $events } a year) and mentions by the date of the text (below, at most { $mentions }), { $from } to { $to }.
network-caption = Who is named together with { $name }: the nearest in the table below, from the top clockwise. Lines join each with the two that most of these texts name with it.

decided-found = The program put these mentions together by fixed rules.
decided-authority = The dossier’s authority files name this actor and its spellings.
decided-shipped = The program’s general authority file names this actor and its spellings.
decided-override = An editor of this dossier decided what belongs to this actor.

# Roles. $term is one of the next five.
roles = Roles
role-with-term = { $role }, { $term }
role-as-of = as of { $date }
role-stated = stated { $date }
term-from-to = { $from } to { $to }
term-since = since { $from }
term-until = until { $to }
role-outgoing = outgoing { $title }
role-then = then { $title }
role-former = former { $title }
role-late = the late { $title }
tenure-incoming = incoming
tenure-outgoing = outgoing
tenure-then = then
tenure-former = former
tenure-late = late
dossier-authority = the dossier’s authority files
shipped-authority = the program’s general authority file
per-dossier-authority = per the dossier’s authority files
per-shipped-authority = per the program’s general authority file
authority-with-source = { $file } ({ $source })

# Why a spelling belongs to an actor.
merge-same-name = the same name
merge-word-order = the same words in another order, and no role speaks against it
merge-middle-names = the same name with more or fewer middle names or initials
merge-short-form = short for it: the only name of the text that fits
merge-short-form-and-role = several names fit; only this one bears the role in front of it
merge-only-bearer = without a full name there: the only person of that surname whom it fits
merge-holder = the authority files know one of that surname who held that office then
merge-acronym = an acronym that a text declares for it
merge-initials = the first letters of its words, and of no other name of the text
merge-legal-form = the name with or without its legal form or trade
merge-wording = the same body in another wording
merge-country = another name of the country
merge-metonym = the capital acts there: its government is meant
merge-kind = nearly everywhere else of this kind
merge-kind-person = nearly everywhere else a person
merge-authority = listed by the authority files
merge-override = put here by an editor

# Why two actors may be the same.
likeness-typo = one letter apart
likeness-word-order = the same words in another order
likeness-middle-names = more or fewer names or initials
likeness-surname = the same surname
likeness-same-name = the same name; what is said of them contradicts
likeness-country = the same body, its country not said
likeness-initials = the first letters of the name
likeness-trade = the name with a word for a trade or a part
likeness-nickname = the same surname, and a given name short for the other
