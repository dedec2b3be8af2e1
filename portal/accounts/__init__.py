"""Accounts of staff: invite, give roles, close at once, and look through who has access."""
