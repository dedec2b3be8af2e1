"""Backups: made while the portal runs, encrypted for a key that is elsewhere, and proven by restoring them.

A backup holds the database and the files of `portal.storage`, never the field keys: whoever finds it needs
two secrets. `making` writes one, `restoring` reads one, `records` knows which there are.
"""
