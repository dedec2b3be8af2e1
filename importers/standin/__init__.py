"""A stand-in for Jobnet: made-up ads served over real HTTP in the shape of Jobnet's current interface.

For `make demo` and the tests. `ads.py` makes the ads out of `texts/`, `server.py` serves them.
Run it with `python -m importers.standin --port 8099`. Every employer that is not a known chain, every person,
company number and address is made up.
"""
