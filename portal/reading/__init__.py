"""Help with reading: the list of hard words, and how the pages look."""
