"""CSV files run nothing in a spreadsheet (P29)."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.sheets.written import csv_file, safe


@pytest.mark.parametrize(
    "text", ["=1+1", "+45", "-5", "@A1", "\tx", "\rx", "  =1", "＝1", "＋1", "－1", "＠A"]
)
def test_p29_what_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Kim", "20 11 22 33", "a=b", "12-15"])
def test_p29_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_the_file_has_a_mark_semicolons_and_quotes() -> None:
    assert csv_file([("Navn", 'a;"b"'), (-5, 1.5)]) == b'\xef\xbb\xbfNavn;"a;""b"""\r\n-5;1,5\r\n'


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4), max_size=5))
def test_p29_every_text_comes_back_and_none_begins_a_formula(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_file(rows).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert read == [[safe(cell) for cell in row] for row in rows]
    assert not [cell for row in read for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
