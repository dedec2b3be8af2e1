"""Partners' spreadsheets: CSV and XLSX become entries, or kind words about what is wrong. Pure.

`reading.read_table` makes rows of text out of a file, `postings.read_postings` makes entries out of the rows,
and `template` makes the file to fill in. What a partner does wrong is said in Danish, with row and column.
"""
