count-events = 사건 { $n }건
