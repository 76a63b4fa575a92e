# Agreements and mechanisms.

agreements = Agreements
agreements-by-type = { $n ->
    [one] { $n } agreement or mechanism
   *[other] { $n } agreements and mechanisms
}, by type.
agreement-types = Types of agreements
no-agreements = No agreements were found.
count-states = { $n ->
    [one] { $n } state
   *[other] { $n } states
}
count-conflicts = { $n ->
    [one] { $n } conflict
   *[other] { $n } conflicts
}
name-per-authority = Its name is that of { $authority }.
parties = Parties:
issued-by = Issued by:
unused-names = Also called, per { $authority }, but in no document here:
history = History
no-date-said = No date said
no-history = No document says what became of it. The texts below speak of it, by their own dates.
conflicts-here = Conflicts
conflicts-why = These cannot both be as they are told. Neither was preferred.
events-naming-it = Other events whose sentences name it ({ $n })
could-be-agreement = Words of these sentences fit this agreement and others. None was chosen.
state-on = { $state }, { $date }

# Types; a type of your own vocabulary can have its message in phrases.ftl.
agreement-kind-agreement = agreement
agreement-kind-commitment = commitment
agreement-kind-contract = contract
agreement-kind-declaration = declaration
agreement-kind-dialogue = dialogue
agreement-kind-exercise = exercise
agreement-kind-framework = framework
agreement-kind-initiative = initiative
agreement-kind-labour-agreement = labour agreement
agreement-kind-law = law
agreement-kind-mechanism = mechanism
agreement-kind-meeting = meeting
agreement-kind-memorandum = memorandum
agreement-kind-resolution = resolution
agreement-kind-settlement = settlement
agreement-kind-treaty = treaty

certainty-planned = { $state } – planned or wished for, not told as done
certainty-claimed = { $state } – claimed
certainty-negated = not { $state }, as the text has it

# Why words are a name of it.
naming-same-name = its name; case, hyphens and spelling aside
naming-fuller-name = its name with or without a country in front or a year behind
naming-acronym = an acronym that the text declares for it
naming-nickname = a name that the text gives it
naming-authority = one of the names or descriptions that an authority file lists for it
naming-issued = what this body issues; which one is meant, the text does not say
naming-same-thing = the same thing, and no party of it speaks against
naming-short-form = points back, and can only mean this one where it stands
naming-described = describes it in words of its name, the only such name of its text
naming-pronoun = right behind a sentence about it, where nothing else is spoken of
