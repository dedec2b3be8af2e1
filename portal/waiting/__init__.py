"""The waiting list: is the wish still there, and which job may fit whom; a person decides."""
