"""Arrivals: the people, consultants and contacts that were there before the portal, from a spreadsheet."""
