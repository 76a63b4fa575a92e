timeline-newest-first = 연표, 최신순
timeline-undated-title = 연표: 날짜 미상 또는 상대적 날짜
timeline-of = 연표: { $what }
newest-first = 최신순
oldest-first = 오래된 순
timeline-all-oldest = 사건 { $n }건, 오래된 순.
timeline-all-newest = 사건 { $n }건, 최신순.
timeline-some-oldest = 사건 { $total }건 중 { $shown }건, 오래된 순.
timeline-some-newest = 사건 { $total }건 중 { $shown }건, 최신순.
timeline-split = 사건 { $total }건을 여러 페이지에 나누어 오래된 순으로 실었습니다.
timeline-marks = 빈 원은 확실하지 않은 날짜를, 빈 마름모는 계획·주장·부인된 일을 나타냅니다. 어느 쪽인지는 옆의 글이 알려 줍니다.
timeline-empty = 찾은 사건이 없습니다.
other-pages = 다른 페이지
page-before = 이전
page-behind = 다음
timeline-years-before = 문서 이전의 연도
timeline-before = 첫 문서의 해인 { $year } 이전:
key-dates = 주요 날짜
key-dates-why = 많은 문서가 지난 일로 전하는 사건으로, 하루에 하나씩 들었습니다. 거의 같은 문서는 하나로 셉니다.
month-or-later = { $month } 또는 그 이후
no-single-month = 달을 특정할 수 없음
undated-or-relative = 날짜 미상 또는 상대적 날짜
undated-why = 문서에 달력상의 날짜가 나오지 않는 사건들입니다. 문서를 읽는 순서대로 실었습니다.
part-before = { $year } 이전
part-no-month = { $year }, 달을 특정할 수 없음
part-no-day = { $month }, 날을 특정할 수 없음
part-page = { $what } ({ $page }/{ $of })
short-days = { $month } { $first }~{ $last }일
short-day = { $month } { $day }일
short-no-day = { $month }, 날을 특정할 수 없음
overview-bar = 막대 하나는 { $unit ->
    [day] 하루
    [month] 한 달
    [year] 한 해
    [decade] 10년
   *[century] 100년
}이며, 가장 높은 막대는 사건 { $n }건입니다. 속이 빈 부분은 날짜가 확실하지 않거나 계획·주장·부인된 일입니다.
overview-leads = 막대를 누르면 목록의 해당 부분으로 이동합니다.
overview-stretches = 막대 아래의 선은 더 오래 걸린 일입니다.
overview-left-out = 사건 { $n }건은 { $unit ->
    [day] 날을
    [month] 달을
    [year] 해를
    [decade] 10년 단위를
   *[century] 세기를
} 특정할 수 없거나 범위를 크게 벗어나 막대로 그리지 않았습니다.
filter = 목록 걸러 보기
filter-words = 낱말
filter-actor = 행위자
filter-status = 서술 방식
filter-certainty = 날짜
filter-from = 시작 연도
filter-to = 끝 연도
filter-all = 전체
filter-happened = 일어난 일
filter-planned = 계획
filter-claimed = 주장
filter-negated = 부인
filter-period = 기간
filter-certain = 확실함
filter-uncertain = 확실하지 않음
filter-clear = 모두 보기
filter-shown = 이 페이지의 사건 { $total }건 중 { $shown }건을 표시합니다.
filter-elsewhere = 사건 { $n }건 모두에서 찾기
timeline-search = 사건 { $n }건에서 찾기:
