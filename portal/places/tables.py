"""Reads the CSV files in `data/` (see `data/SOURCES.md` for where they come from and their licences)."""

import csv
from pathlib import Path

DATA = Path(__file__).parent / "data"


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.csv`, each as column → text."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
