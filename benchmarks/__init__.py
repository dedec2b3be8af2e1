"""Measurements of what the portal promises about speed: `make bench` prints them."""
