"""Sharing one job: the picture that a link shows elsewhere, a kind text, a code to scan."""
