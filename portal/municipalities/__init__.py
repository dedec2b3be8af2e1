"""Municipalities: a page, a leaflet and a way to refer a citizen for each of the 98; agreements with them."""
