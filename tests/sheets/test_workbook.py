"""XLSX is read as the partner sees it, within limits that hold before anything is parsed."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

from portal.sheets.reading import read_table
from portal.sheets.table import MOST_ROWS, Row, SheetError
from portal.sheets.workbook import MAC_DAY_ZERO
from sheets_made import HEADINGS, JOB, with_part, xlsx_file

SHEET = "xl/worksheets/sheet1.xml"


def rows(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(data, "job.xlsx").rows]


def test_a_workbook_gives_its_rows() -> None:
    assert rows(xlsx_file(HEADINGS, JOB)) == [HEADINGS, JOB]


def test_a_workbook_is_known_by_its_content_whatever_its_name() -> None:
    assert read_table(xlsx_file(HEADINGS), "job.csv").rows == (Row(number=1, cells=HEADINGS),)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4200, "4200"),
        (12.0, "12"),
        (12.5, "12.5"),
        (date(2026, 12, 22), "2026-12-22"),
        (datetime.fromisoformat("2026-12-22T23:59"), "2026-12-22"),
        (time(12, 30), "12:30:00"),
        (True, "Ja"),
        ("  Job\n", "Job"),
        ("=A1", "=A1"),
        (ArrayFormula("A2", "=A1:A1"), "=A1:A1"),
        ("Et_x000D_\nto", "Et\nto"),
    ],
)
def test_every_kind_of_cell_is_text(value: object, text: str) -> None:
    assert rows(xlsx_file(["Titel"], [value]))[1] == (text,)


def test_empty_rows_are_left_out_and_the_others_keep_their_numbers() -> None:
    def spread(book: Workbook) -> None:
        sheet = book["Sheet"]
        sheet["A3"], sheet["B7"] = "Titel", "Tekst"

    table = read_table(xlsx_file(change=spread), "job.xlsx")
    assert table.rows == (Row(number=3, cells=("Titel",)), Row(number=7, cells=("", "Tekst")))


def test_the_sheet_with_the_headings_is_read_even_behind_others() -> None:
    def add_sheets(book: Workbook) -> None:
        book.create_sheet("Forside", 0).append(["Velkommen"])
        hidden = book.create_sheet("Gammelt", 0)
        hidden.sheet_state = "hidden"
        for _ in range(2):
            hidden.append([*HEADINGS, "Kommune", "Adresse"])

    assert rows(xlsx_file(HEADINGS, JOB, change=add_sheets)) == [HEADINGS, JOB]


def test_dates_of_old_macs_count_from_another_day() -> None:
    def set_epoch(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    table = read_table(xlsx_file(["Frist"], [date(2026, 12, 22)], [44916], change=set_epoch), "job.xlsx")
    assert [row.cells for row in table.rows] == [("Frist",), ("2026-12-22",), ("44916",)]
    assert table.day_zero == MAC_DAY_ZERO


def test_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    data = with_part(
        xlsx_file(HEADINGS, JOB), SHEET, lambda part: part.replace(b'ref="A1:I2"', b'ref="A1:A1"')
    )
    assert rows(data) == [HEADINGS, JOB]


def test_a_row_far_down_costs_nothing() -> None:
    data = with_part(
        xlsx_file(HEADINGS, JOB),
        SHEET,
        lambda part: part.replace(
            b"</sheetData>", b'<row r="2000000000"><c t="str"><v>x</v></c></row></sheetData>'
        ),
    )
    assert rows(data) == [HEADINGS, JOB]


def test_columns_beyond_the_hundredth_are_left_out() -> None:
    assert len(rows(xlsx_file(["Titel"] * 150))[0]) == 100


def test_more_rows_than_allowed_are_refused() -> None:
    with pytest.raises(SheetError, match="mere end 5000 rækker"):
        rows(xlsx_file(*[["Titel"]] * (MOST_ROWS + 1)))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(xlsx_file(HEADINGS), SHEET, lambda part: part + b" " * (25 * 1024 * 1024))
    styles = with_part(xlsx_file(HEADINGS), "xl/styles.xml", lambda part: part + b" " * (5 * 1024 * 1024))
    assert max(len(bomb), len(styles)) < 100_000
    for data in (bomb, styles):
        with pytest.raises(SheetError, match="Regnearket er for stort"):
            rows(data)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(with_part(xlsx_file(HEADINGS), SHEET, lambda part: part + b" " * (25 * 1024 * 1024)))
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        stated = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    with pytest.raises(SheetError, match="kan ikke læses som et Excel-regneark"):
        rows(bytes(bomb.replace(stated, (1000).to_bytes(4, "little"))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding: str) -> None:
    laughs = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    data = with_part(xlsx_file(HEADINGS), "xl/sharedStrings.xml", lambda _: laughs.encode(encoding))
    with pytest.raises(SheetError, match="kan ikke læses som et Excel-regneark"):
        rows(data)


@pytest.mark.parametrize("name", ["job.ods", "Job.NUMBERS", "job.docx", "job.zip"])
def test_another_kind_of_file_is_named(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "x")
    kind = name[3:].lower()
    with pytest.raises(SheetError, match=f"Filer af typen {kind} kan ikke læses"):
        read_table(out.getvalue(), name)
    with pytest.raises(SheetError, match="kan ikke læses som et Excel-regneark"):
        read_table(out.getvalue(), "job.xlsx")


def test_a_workbook_without_a_visible_sheet_of_rows_is_refused() -> None:
    data = with_part(
        xlsx_file(HEADINGS),
        "xl/workbook.xml",
        lambda part: part.replace(b'state="visible"', b'state="hidden"'),
    )
    with pytest.raises(SheetError, match="intet ark"):
        rows(data)
