"""Figures: how many wrote, how soon they had an answer, what came of it; and what is published of it."""
