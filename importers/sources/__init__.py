"""One file a format, pure: `Options`, `start` gives the first requests, `read` turns a response into a page.

To add a format: 1. write its file here with the three names; 2. list it in `importers/formats.py`; 3. save a
feed and its expected twin in `tests/feeds/`.
"""
