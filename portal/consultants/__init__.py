"""Consultants: their municipalities, who stands in for them, exceptions, and how much they have."""
