"""CSV is read whatever program saved it: encodings, separators, quotation marks, limits."""

import pytest

from portal.sheets.reading import MOST_BYTES, read_table
from portal.sheets.table import MOST_ROWS, Row, SheetError, Table
from sheets_made import HEADINGS, JOB, csv_file


def rows(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(data, "job.csv").rows]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_separator_in_any_encoding_gives_the_same_rows(separator: str, encoding: str) -> None:
    assert rows(csv_file(HEADINGS, JOB, separator=separator, encoding=encoding)) == [HEADINGS, JOB]


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_any_line_end_gives_the_same_rows(line_end: str) -> None:
    assert rows(csv_file(HEADINGS, JOB, line_end=line_end)) == [HEADINGS, JOB]


def test_a_cell_may_hold_separators_line_breaks_and_quotation_marks() -> None:
    cell = 'Du skal:\n- vaske op; feje\n- sige "hej", når nogen kommer'
    assert rows(csv_file(("Titel", "Tekst"), ("Job", cell))) == [("Titel", "Tekst"), ("Job", cell)]


def test_a_quotation_mark_in_the_middle_of_a_cell_is_a_sign_like_any_other() -> None:
    assert rows('Titel;Tekst\nMontør;Skærme på 5" og 7"'.encode())[1] == ("Montør", 'Skærme på 5" og 7"')


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() -> None:
    with pytest.raises(SheetError, match="Anførselstegnene i filen passer ikke sammen"):
        rows(b'Titel;Tekst\nJob;"Vi har\nJob 2;Tekst\n')


def test_the_line_that_names_the_separator_is_no_row() -> None:
    table = read_table(b"sep=,\r\nTitel,Tekst; mere\r\nJob,Ja\r\n", "job.csv")
    assert table.rows == (
        Row(number=1, cells=("Titel", "Tekst; mere")),
        Row(number=2, cells=("Job", "Ja")),
    )


def test_the_separator_is_the_one_that_shows_the_headings_not_the_most_frequent() -> None:
    data = b"Titel;Tekst\nJob;En, to, tre, fire, fem, seks, syv\n"
    assert rows(data)[0] == ("Titel", "Tekst")


def test_rows_keep_the_numbers_that_the_partner_sees() -> None:
    table = read_table(b"Titel;Tekst\n\n;;\nJob;Ja;;\n", "job.csv")
    assert table == Table(rows=(Row(number=1, cells=("Titel", "Tekst")), Row(number=4, cells=("Job", "Ja"))))


def test_blanks_around_a_cell_are_cut_off_hard_ones_too() -> None:
    assert rows("Titel;Tekst\n\u00a0 Job \t;\u00a0\n".encode()) == [("Titel", "Tekst"), ("Job",)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Filen er tom"),
        (b" \r\n ", "Filen er tom"),
        (b"%PDF-1.7", "Filen er en PDF"),
        (b"<html><table>", "Filen er en webside"),
        (b"{\\rtf1", "Filen er et Word-dokument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"gammelt Excel-ark \(\.xls\)"),
        (b"Titel;Tekst\nJob;\x00\n", "Filen er ikke et regneark"),
        (b"Titel\x81;Tekst\n", "Bogstaverne i filen kan ikke læses"),
        (b"\xff\xfeT", "Bogstaverne i filen kan ikke læses"),
        (b"x" * (MOST_BYTES + 1), "Filen fylder mere end 5 MB"),
        (b"Titel\n" + b"Job\n" * MOST_ROWS, "Der er mere end 5000 rækker"),
    ],
)
def test_a_file_that_cannot_be_used_is_explained(data: bytes, message: str) -> None:
    with pytest.raises(SheetError, match=message):
        rows(data)


def test_as_many_rows_as_are_allowed_are_read() -> None:
    assert len(rows(b"Titel\n" + b"Job\n" * (MOST_ROWS - 1))) == MOST_ROWS
