# Dates in words. Precision and doubt are said: `19XX` is a century, `2023~` is about 2023.

month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# Monday is 1.
weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}

# $era: bc, ad (years 1 to 999) or ce.
year = { $era ->
    [bc] { $number } BC
    [ad] AD { $number }
   *[ce] { $number }
}

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }

# $short: the last two digits of the year in which a winter ends, or none where both years are said.
date-season = { $season ->
    [spring] spring { $year }
    [summer] summer { $year }
    [autumn] autumn { $year }
   *[winter] { $short ->
        [none] winter { $year } to { $next }
       *[some] winter { $year }–{ $short }
    }
}

# $part: early, mid, late or all.
century = the { $part ->
    [early] early{" "}
    [mid] mid-
    [late] late{" "}
   *[all] {""}
}{ NUMBER($number, type: "ordinal") ->
    [one] { $number }st
    [two] { $number }nd
    [few] { $number }rd
   *[other] { $number }th
} century{ $era ->
    [bc] {" "}BC
    [ad] {" "}AD
   *[ce] {""}
}
decade = the { $part ->
    [early] early{" "}
    [mid] mid-
    [late] late{" "}
   *[all] {""}
}{ $years }s{ $era ->
    [bc] {" "}BC
    [ad] {" "}AD
   *[ce] {""}
}
decade-first = the { $part ->
    [early] early{" "}
    [mid] mid-
    [late] late{" "}
   *[all] {""}
}first decade { $era ->
    [bc] BC
   *[ad] AD
}

date-uncertain = probably { $date }
date-approximate = about { $date }
date-uncertain-approximate = possibly about { $date }
date-or-later = { $date } or later
date-or-earlier = { $date } or earlier
date-on-or-after = on or after { $date }
date-on-or-before = on or before { $date }
date-between = between { $both }
date-unknown = not known
date-not-known = date not known

# What both ends share is said once: 3 to 5 May 2023.
range = { $first } to { $last }
range-days = { $first } to { $last } { $month } { $year }
range-months-days = { $first } { $month } to { $last } { $last-month } { $year }
range-months = { $first } to { $last } { $year }
both = { $first } and { $last }
both-days = { $first } and { $last } { $month } { $year }
both-months-days = { $first } { $month } and { $last } { $last-month } { $year }
both-months = { $first } and { $last } { $year }

weekday-of = { $weekday } { $date }
weekday-in = a { $weekday } in { $date }
weekday-set = a { $weekday } { $date }
weekday-doubted = a { $weekday }, { $date }
weekday-alone = a { $weekday }, date not known

date-part = { $part ->
    [early] early { $date }
    [mid] mid-{ $date }
   *[late] late { $date }
}
