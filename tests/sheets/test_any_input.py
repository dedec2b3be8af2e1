"""No file and no row makes the readers fail in any way but with a reason for the partner."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.sheets.columns import COLUMNS
from portal.sheets.postings import SheetPage, read_postings
from portal.sheets.reading import read_table
from portal.sheets.table import SheetError
from sheets_made import HEADINGS, JOB, csv_file, table, with_part, xlsx_file

CSV, XLSX = csv_file(HEADINGS, JOB, JOB), xlsx_file(HEADINGS, JOB, [4200, 12.5, None, True])
with zipfile.ZipFile(io.BytesIO(XLSX)) as _archive:
    PARTS = sorted(_archive.namelist())
ANY_HEADING = st.sampled_from([c.heading or c.others.split(",")[0] for c in COLUMNS] + ["Løn", "Telefon", ""])
ANY_CELL = st.text() | st.from_regex(r"[0-9 ,.:\-/a-z=#@<>&;\"]{0,30}", fullmatch=True)


def read(data: bytes, name: str = "job") -> SheetPage | str:
    try:
        return read_postings(read_table(data, name))
    except SheetError as error:
        return str(error)


def spoilt(data: bytes, draw: st.DataObject) -> bytes:
    """`data` with some bytes written over, cut out or put in."""
    spoilt_data = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 5))):
        at = draw.draw(st.integers(0, len(spoilt_data)))
        spoilt_data[at : at + draw.draw(st.integers(0, 8))] = draw.draw(st.binary(max_size=8))
    return bytes(spoilt_data)


@given(st.binary(), st.sampled_from(["", "x.csv", "x.xlsx", "x.ods", "\x00/..", "."]))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes, name: str) -> None:
    assert read(data, name)
    assert read(b"PK\x03\x04" + data, name)


@given(st.data())
def test_a_spoilt_csv_file_is_read_or_refused_with_a_reason(draw: st.DataObject) -> None:
    assert read(spoilt(CSV, draw))


@given(st.data())
def test_a_spoilt_workbook_is_read_or_refused_with_a_reason(draw: st.DataObject) -> None:
    assert read(spoilt(XLSX, draw))


@settings(deadline=None)
@given(st.data(), st.sampled_from(PARTS))
def test_a_workbook_with_a_spoilt_part_is_read_or_refused_with_a_reason(
    draw: st.DataObject, name: str
) -> None:
    assert read(with_part(XLSX, name, lambda part: spoilt(part, draw)))


@given(st.text())
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    assert read(f"Titel;Tekst\n{text}".encode(errors="replace"))


@given(st.lists(ANY_HEADING, max_size=12), st.lists(st.lists(ANY_CELL, max_size=12), max_size=4))
def test_every_row_below_the_headings_is_an_entry_or_says_why_not(
    headings: list[str], rows: list[list[str]]
) -> None:
    page = read_postings(table(["Titel", "Tekst", *headings], *rows, ["Sidste", "Tekst"]))
    assert [row.number for row in page.rows] == list(range(2, len(rows) + 3))
    assert [row for row in page.rows if bool(row.entry) == bool(row.reasons)] == []
    assert all(reason.startswith(f"Række {row.number}") for row in page.rows for reason in row.reasons)
    references = [entry.reference for entry in page.entries]
    assert len(set(references)) == len(references)


@pytest.mark.parametrize("filler", ["aftale", "( ", "22 ", "a.", "=", "<p", "- \n", ";"])
def test_a_long_cell_is_read_in_no_time(filler: str) -> None:
    cell = filler * (100_000 // len(filler))
    headings = [column.heading for column in COLUMNS if column.heading]
    page = read_postings(table(headings, [cell] * len(headings)))
    assert len(page.rows) == 1
