verbatim = { $words }
why-stated = 본문에 “{ $said }”라고 되어 있습니다.
