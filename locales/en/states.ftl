# The states of an agreement.

state-proposed = proposed
state-under-discussion = under discussion
state-negotiated = negotiated
state-agreed = agreed
state-signed = signed
state-in-force = in force or under way
state-suspended = suspended
state-restored = restored
state-violated = violated
state-ended = ended
