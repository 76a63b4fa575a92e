count-events = 出来事{ $n }件
