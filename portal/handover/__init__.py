"""Hand-over pack: one case as a file for KLAPweb, and as a fact sheet for the form in VITAS."""
