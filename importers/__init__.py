"""Importers: feeds become values, which the board takes in. No Flask, no database in the formats."""
