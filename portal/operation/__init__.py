"""Operation: how the portal itself is doing, for staff on a page and for machines in figures."""
