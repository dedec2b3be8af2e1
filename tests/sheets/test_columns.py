"""Headings are known by many names, and each name means one column."""

import pytest

from portal.sheets import columns
from portal.sheets.columns import COLUMNS, PERSONAL


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Titel", "title"),
        ("STILLING", "title"),
        ("Stilling/Titel", "title"),
        ("  titel *", "title"),
        ("Virksomhed", "employer"),
        ("Virksomhedens navn", "employer"),
        ("By", "town"),
        ("Postnr.", "postal_code"),
        ("Post-nr", "postal_code"),
        ("Postnr. og by", "postal_code"),
        ("Timer pr. uge", "hours"),
        ("Timer pr.\nuge", "hours"),
        ("Ansøgningsfrist (dd-mm-åååå)", "deadline"),
        ("ansogningsfrist", ""),
        ("Ansøgningsfrist [valgfri]", "deadline"),
        ("Tekst", "text"),
        ("Opgaver:", "tasks"),
        ("Reference", "reference"),
        ("Ordning", "job_type"),
        ("Link til ansøgning", "apply_url"),
        ("Kontaktperson", PERSONAL),
        ("Tlf.", PERSONAL),
        ("E-mail", PERSONAL),
        ("Løn", ""),
        ("", ""),
        ("(titel)", ""),
        ("Titel" + " " * 80, ""),
    ],
)
def test_a_heading_is_known_whatever_its_capitals_and_signs(heading: str, key: str) -> None:
    assert columns.key_of(heading) == key


def test_no_heading_means_two_columns() -> None:
    named = [
        (columns._normal(heading), column.key)
        for column in COLUMNS
        for heading in f"{column.heading},{column.others}".split(",")
        if heading.strip()
    ]
    assert [name for name, key in set(named) if columns._KEYS[name] != key] == []


def test_each_column_of_the_template_is_explained_with_an_example() -> None:
    shown = [column for column in COLUMNS if column.heading]
    assert [column.key for column in shown if not column.guide or not column.example] == []
    assert [column.key for column in shown if column.needed] == ["title"]


def test_of_two_columns_with_the_same_meaning_the_first_counts() -> None:
    assert columns.keys_of(("Butik", "Titel", "Virksomhed", "Telefon", "Løn")) == {"employer": 0, "title": 1}
