month = { $number }月
weekday = { $number ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
year = { $era ->
    [bc] 紀元前{ $number }年
    [ad] 西暦{ $number }年
   *[ce] { $number }年
}
date-day = { $year }{ $month }{ $day }日
date-month = { $year }{ $month }
date-season = { $season ->
    [spring] { $year }春
    [summer] { $year }夏
    [autumn] { $year }秋
   *[winter] { $year }から{ $next }にかけての冬
}
century = { $era ->
    [bc] 紀元前{ $number }世紀
    [ad] 西暦{ $number }世紀
   *[ce] { $number }世紀
}{ $part ->
    [early] {"初頭"}
    [mid] {"半ば"}
    [late] {"末"}
   *[all] {""}
}
decade = { $era ->
    [bc] 紀元前{ $years }年代
    [ad] 西暦{ $years }年代
   *[ce] { $years }年代
}{ $part ->
    [early] {"初頭"}
    [mid] {"半ば"}
    [late] {"末"}
   *[all] {""}
}
decade-first = { $era ->
    [bc] 紀元前の最初の10年間
   *[ad] 西暦の最初の10年間
}{ $part ->
    [early] {"初頭"}
    [mid] {"半ば"}
    [late] {"末"}
   *[all] {""}
}
date-uncertain = おそらく{ $date }
date-approximate = { $date }頃
date-uncertain-approximate = おそらく{ $date }頃
date-or-later = { $date }またはそれ以降
date-or-earlier = { $date }またはそれ以前
date-on-or-after = { $date }以降
date-on-or-before = { $date }以前
date-between = { $both }の間
date-unknown = 不明
date-not-known = 日付不明
range = { $first }から{ $last }まで
range-days = { $year }{ $month }{ $first }日から{ $last }日まで
range-months-days = { $year }{ $month }{ $first }日から{ $last-month }{ $last }日まで
range-months = { $year }{ $first }から{ $last }まで
both = { $first }から{ $last }
both-days = { $year }{ $month }{ $first }日から{ $last }日
both-months-days = { $year }{ $month }{ $first }日から{ $last-month }{ $last }日
both-months = { $year }{ $first }から{ $last }
weekday-of = { $date }（{ $weekday }）
weekday-in = { $date }のある{ $weekday }
weekday-set = { $date }のある{ $weekday }
weekday-doubted = ある{ $weekday }、{ $date }
weekday-alone = ある{ $weekday }、日付不明
date-part = { $date }{ $part ->
    [early] {"初頭"}
    [mid] {"半ば"}
   *[late] {"末"}
}
