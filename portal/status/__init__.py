"""The own page of somebody who has sent answers: how it goes, what happens next, change, add, withdraw."""
