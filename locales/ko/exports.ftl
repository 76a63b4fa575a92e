status-planned = 예정:
status-claimed = 주장:
status-negated = 일어나지 않았다고 함:
sentence-hidden = 이 문장은 공개할 수 없습니다.
told-by = 출처: { $titles }
told-by-and-others = 출처: { $titles } 외
when-and-why = 시점: { $when }. { $why }
on-the-timeline = 연표에서 보기
