"""Places in Denmark as checked-in facts: municipalities, postal codes, everyday areas, distances. Pure."""
