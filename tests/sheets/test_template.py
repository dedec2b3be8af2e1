"""The template can be filled in and read back; what a partner types into it stays as it was typed."""

import io

from openpyxl import load_workbook

from portal.sheets.columns import COLUMNS
from portal.sheets.postings import read_postings
from portal.sheets.reading import read_table
from portal.sheets.template import IN_TEMPLATE, template_csv, template_xlsx

HEADINGS = tuple(column.heading for column in IN_TEMPLATE)
EXAMPLES = tuple(column.example for column in IN_TEMPLATE)


def test_the_csv_template_is_what_danish_excel_opens_without_asking() -> None:
    assert template_csv() == "\ufeff".encode() + (";".join(HEADINGS) + "\r\n").encode()


def test_the_headings_of_the_templates_are_read_as_their_own_columns() -> None:
    for data, name in ((template_csv(), "skabelon.csv"), (template_xlsx(), "skabelon.xlsx")):
        (row,) = read_table(data, name).rows
        assert row.cells == HEADINGS


def test_the_examples_filled_in_are_a_job_without_a_fault() -> None:
    book = load_workbook(io.BytesIO(template_xlsx()))
    for number, example in enumerate(EXAMPLES, start=1):
        book["Job"].cell(row=2, column=number).value = example
    out = io.BytesIO()
    book.save(out)
    from_xlsx = read_postings(read_table(out.getvalue(), "job.xlsx"))
    line = ";".join(f'"{example}"' for example in EXAMPLES)
    from_csv = read_postings(read_table(template_csv() + line.encode(), "job.csv"))
    assert from_xlsx == from_csv
    assert [(row.number, row.reasons) for row in from_xlsx.rows] == [(2, ())]
    assert from_xlsx.read == HEADINGS


def test_excel_is_told_to_leave_numbers_and_hours_as_they_are_typed() -> None:
    sheet = load_workbook(io.BytesIO(template_xlsx()))["Job"]
    forms = {column.key: sheet.cell(row=2, column=n).number_format for n, column in enumerate(IN_TEMPLATE, 1)}
    assert {key for key, form in forms.items() if form == "@"} == {"reference", "cvr", "postal_code", "hours"}
    assert {key for key, form in forms.items() if form == "DD-MM-YYYY"} == {"deadline", "expires"}


def test_the_guide_explains_every_column() -> None:
    guide = load_workbook(io.BytesIO(template_xlsx()))["Vejledning"]
    assert [row[0] for row in guide.iter_rows(values_only=True)] == ["Kolonne", *HEADINGS]


def test_the_template_leaves_out_what_only_other_peoples_sheets_have() -> None:
    assert {column.key for column in COLUMNS} - {column.key for column in IN_TEMPLATE} == {
        "hours_min",
        "hours_max",
        "published",
    }
