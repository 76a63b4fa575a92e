# The search page, the index from A to Z, and what their scripts say. The scripts put words for {"{0}"} and {"{1}"}.

search-intro = In documents, events, quotations, actors and agreements.
search-also-index = There is also an index:
search-words = Words
search-kind = Kind
search-all = all
search-from = From year
search-to = To year
search-how = All of the words; those in quotation marks together.
search-noscript = This search needs JavaScript. Without it there are the search of your browser in a page, and an index:
search-events = Events
search-searching = Searching …
search-nothing = Nothing was found.
search-nothing-filtered = Nothing was found with these filters.
search-found = Found: { $counts }.
search-missing = No text has { $words } or a word like it.
search-corrected = No text has { $word }; searched for { $instead }.
search-cut = The phrase was looked for in the 400 texts that fit its words best.
search-failed = A part of the index could not be loaded: { $why }
search-more = Show more: { $kind }
quoted-word = “{ $word }”

search-order = What is found, and in which order
search-order-words = Texts that have all of the words, in any of their forms; the last one may be the beginning of a word. Accents and capitals do not matter. A word that no text has is compared with those they have, and the nearest is searched for.
search-order-rank = Results are grouped by kind. Within a kind those come first that have the rarer words and have them more often for their length (BM25); a word of a title counts five times, one of the line below it twice, another form of a word a little less, and a word that only begins with yours less again. Of equals the earlier one comes first. Nothing else counts.
search-order-year = An event stands under the year it begins in, a quotation or reported statement under the year it was said in or, where no text tells it, that of its text, an agreement under its first dated state. Actors have no year: they are left out where a year is asked for.

terms-of = Index: { $letter }
terms-intro = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}: names, agreements, and words that several texts are about. Persons are under their family name.
terms-more-actors = Of the names those that most documents have; all of them are in the list of actors:
terms-letters = Letters
terms-all-letters = All letters
terms-empty = Nothing is listed yet.
as-reported = as reported

# The bar over a document in which words of a search are marked.
hits-label = Words of your search
hits-at = Marked word { $at } of { $of }
hits-next = Next
hits-previous = Previous
hits-remove = Remove the marks
