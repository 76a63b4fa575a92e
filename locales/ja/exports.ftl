status-planned = 予定：
status-claimed = 主張：
status-negated = 起きなかったとされる：
sentence-hidden = この文は公開できません。
told-by = 出典：{ $titles }
told-by-and-others = 出典：{ $titles }ほか
when-and-why = 時期：{ $when }。{ $why }
on-the-timeline = 年表で見る
