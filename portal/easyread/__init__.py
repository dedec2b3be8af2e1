"""From Danish text to easy parts: pictograms, trades, readability, job ads, privacy, words explained.

Everything here is pure: text in, frozen values out. No Flask, no database, no clock, no network.
"""
