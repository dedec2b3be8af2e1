"""The queue: what came in, what to decide, and the hand-over to a consultant."""
