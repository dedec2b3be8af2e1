"""All open ads in memory, as rows of bits: what a list, a search and their numbers are counted from (ADR 18).

One bit stands for one ad, the newest lowest. A choice is a number with the bits of the ads that fit, so that
choices are combined and counted by `&` and `bit_count`, at a cost that hardly grows with the number of ads.
What has changed since a moment ago is read from the database by its revision; nothing is ever read twice.
"""
