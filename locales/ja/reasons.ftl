verbatim = { $words }
why-stated = 本文に「{ $said }」とあります。
