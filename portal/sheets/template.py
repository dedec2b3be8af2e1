"""The empty spreadsheet for a partner to fill in, as XLSX with a guide, and as CSV."""

import csv
import io
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from portal.sheets.columns import COLUMNS

IN_TEMPLATE: Final = tuple(column for column in COLUMNS if column.heading)
NAME: Final = "klapjob-skabelon"

_WIDE: Final = {"text": 60, "tasks": 40, "title": 30, "employer": 30, "url": 30, "apply_url": 30}
_AS_TEXT: Final = frozenset({"reference", "cvr", "postal_code", "hours"})
"""Excel would take the nought off a postal code and make a date of "10-15"."""
_DAYS: Final = frozenset({"deadline", "expires"})
_LAST_ROW: Final = 500


def template_csv() -> bytes:
    """The headings as Danish Excel wants them: UTF-8 with its mark, semicolons, Windows line ends."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow([column.heading for column in IN_TEMPLATE])
    return out.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    """A workbook with the sheet to fill in and a guide with an example for each column."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    _fill_jobs(sheet)
    _fill_guide(book.create_sheet("Vejledning"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill_jobs(sheet: Worksheet) -> None:
    sheet.title = "Job"
    sheet.append([column.heading for column in IN_TEMPLATE])
    sheet.freeze_panes = "A2"
    for number, column in enumerate(IN_TEMPLATE, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDE.get(column.key, 18)
        form = "@" if column.key in _AS_TEXT else "DD-MM-YYYY" if column.key in _DAYS else "General"
        for row in range(2, _LAST_ROW + 1):
            sheet.cell(row=row, column=number).number_format = form
        _make_heading(sheet, letter)
        if column.key == "job_type":
            kinds = DataValidation(type="list", formula1='"Skånejob,Fleksjob"', allow_blank=True)
            kinds.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(kinds)


def _fill_guide(sheet: Worksheet) -> None:
    sheet.append(["Kolonne", "Hvad skal der stå?", "Eksempel"])
    for column in IN_TEMPLATE:
        needed = " Skal udfyldes." if column.needed else ""
        sheet.append([column.heading, f"{column.guide}{needed}", column.example])
    for letter, width in (("A", 22), ("B", 90), ("C", 60)):
        sheet.column_dimensions[letter].width = width
        _make_heading(sheet, letter)


def _make_heading(sheet: Worksheet, letter: str) -> None:
    cell = sheet[f"{letter}1"]
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFE8E8E8")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
