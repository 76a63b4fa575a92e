# Feeds, calendar and slides.

status-planned = planned:
status-claimed = claimed:
status-negated = said not to have happened:
sentence-hidden = The sentence may not be shown.
told-by = Told by: { $titles }
told-by-and-others = Told by: { $titles } and others
when-and-why = When: { $when }. { $why }
on-the-timeline = On the timeline
corrections = corrections
correction-correction = correction
correction-clarification = clarification
correction-update = update
correction-retraction = retraction
