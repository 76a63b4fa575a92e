# Things that are counted. The variable is always $n.

count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
