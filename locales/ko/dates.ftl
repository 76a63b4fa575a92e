month = { $number }월
weekday = { $number ->
    [1] 월요일
    [2] 화요일
    [3] 수요일
    [4] 목요일
    [5] 금요일
    [6] 토요일
   *[7] 일요일
}
year = { $era ->
    [bc] 기원전 { $number }년
    [ad] 서기 { $number }년
   *[ce] { $number }년
}
date-day = { $year } { $month } { $day }일
date-month = { $year } { $month }
date-season = { $season ->
    [spring] { $year } 봄
    [summer] { $year } 여름
    [autumn] { $year } 가을
   *[winter] { $year }~{ $next } 겨울
}
century = { $era ->
    [bc] 기원전 { $number }세기
    [ad] 서기 { $number }세기
   *[ce] { $number }세기
}{ $part ->
    [early] {" 초"}
    [mid] {" 중반"}
    [late] {" 말"}
   *[all] {""}
}
decade = { $era ->
    [bc] 기원전 { $years }년대
    [ad] 서기 { $years }년대
   *[ce] { $years }년대
}{ $part ->
    [early] {" 초"}
    [mid] {" 중반"}
    [late] {" 말"}
   *[all] {""}
}
decade-first = { $era ->
    [bc] 기원전 첫 10년
   *[ad] 서기 첫 10년
}{ $part ->
    [early] {" 초"}
    [mid] {" 중반"}
    [late] {" 말"}
   *[all] {""}
}
date-uncertain = 아마 { $date }
date-approximate = { $date }경
date-uncertain-approximate = 아마 { $date }경
date-or-later = { $date } 또는 그 이후
date-or-earlier = { $date } 또는 그 이전
date-on-or-after = { $date } 또는 그 이후
date-on-or-before = { $date } 또는 그 이전
date-between = { $both } 사이
date-unknown = 알 수 없음
date-not-known = 날짜 미상
range = { $first }부터 { $last }까지
range-days = { $year } { $month } { $first }일부터 { $last }일까지
range-months-days = { $year } { $month } { $first }일부터 { $last-month } { $last }일까지
range-months = { $year } { $first }부터 { $last }까지
both = { $first }~{ $last }
both-days = { $year } { $month } { $first }일~{ $last }일
both-months-days = { $year } { $month } { $first }일~{ $last-month } { $last }일
both-months = { $year } { $first }~{ $last }
weekday-of = { $date } { $weekday }
weekday-in = { $date } 중 어느 { $weekday }
weekday-set = { $date }의 어느 { $weekday }
weekday-doubted = 어느 { $weekday }, { $date }
weekday-alone = 어느 { $weekday }, 날짜 미상
date-part = { $date }{ $part ->
    [early] {" 초"}
    [mid] {" 중반"}
   *[late] {" 말"}
}
