"""Rows become entries whatever the order of the columns, or say in Danish what is wrong and where."""

from datetime import date

import pytest

from portal.jobs import preparing
from portal.jobs.incoming import Entry
from portal.sheets import postings
from portal.sheets.postings import RowResult, SheetPage, read_postings
from portal.sheets.table import SheetError
from sheets_made import HEADINGS, JOB, table


def one(**cells: str) -> RowResult:
    """The result of one row with a title and a text, changed."""
    values = {"Titel": "Medhjælper", "Tekst": "KLAPjob.", **cells}
    (row,) = read_postings(table(values, values.values())).rows
    return row


def entry(**cells: str) -> Entry:
    result = one(**cells)
    assert result.reasons == ()
    assert result.entry
    return result.entry


def test_a_whole_row_is_an_entry() -> None:
    page = read_postings(table(HEADINGS, JOB))
    expected = Entry(
        reference="butik-17",
        title="Medhjælper i køkkenet",
        employer="Testmarked Ærø",
        body_html="Du skal have førtidspension.\n\nArbejdsopgaver:\n- Dække bord\n- vaske op",
        hours_min=10,
        hours_max=15,
        deadline=date(2026, 12, 22),
        postal_code="5970",
        town="Ærøskøbing",
    )
    assert page == SheetPage(
        rows=(RowResult(number=2, title="Medhjælper i køkkenet", entry=expected),), read=HEADINGS
    )
    assert page.entries == (expected,)


def test_the_order_of_the_columns_does_not_matter() -> None:
    turned = read_postings(table(HEADINGS[::-1], JOB[::-1]))
    assert turned.entries == read_postings(table(HEADINGS, JOB)).entries


def test_every_column_has_its_place_in_the_entry() -> None:
    found = entry(
        CVR="DK 10000001",
        Adresse="Prøvevej  1",
        Postnummer="4200 Slagelse",
        Kommune="Slagelse",
        Ordning="Skånejob",
        **{"Timer fra": "8", "Timer til": "12", "Vises til": "31-01-2027", "Oprettet": "1-11-2026"},
        Link="www.testmarked.example/job",
        **{"Link til ansøgning": "https://testmarked.example/ansoeg"},
    )
    assert (found.cvr, found.address, found.postal_code, found.town, found.municipality) == (
        "10000001",
        "Prøvevej 1",
        "4200",
        "Slagelse",
        "Slagelse",
    )
    assert (found.conditions, found.hours_min, found.hours_max) == (("Skånejob",), 8, 12)
    assert (found.published_on, found.expires_on) == (date(2026, 11, 1), date(2027, 1, 31))
    assert (found.url, found.apply_url) == (
        "https://www.testmarked.example/job",
        "https://testmarked.example/ansoeg",
    )


def test_headings_may_stand_below_other_rows() -> None:
    page = read_postings(table(["Job hos Testmarked"], ["Titel"], HEADINGS, JOB))
    assert [(row.number, row.title) for row in page.rows] == [(4, "Medhjælper i køkkenet")]


def test_headings_that_are_not_read_are_listed() -> None:
    page = read_postings(table(("Titel", "Løn", "Tekst", "Telefon", "Kontakt"), ("Job", "9", "KLAPjob")))
    assert (page.read, page.unread, page.personal) == (("Titel", "Tekst"), ("Løn",), ("Telefon", "Kontakt"))


def test_contact_persons_are_never_read() -> None:
    result = one(Kontaktperson="Test Kontaktsen", Telefon="12345678", Mail="test@testmarked.example")
    assert [word for word in ("Kontaktsen", "12345678", "test@") if word in repr(result)] == []


def test_the_partners_name_stands_where_a_row_states_none() -> None:
    rows = table(("Titel", "Virksomhed", "Tekst"), ("A", "", "x"), ("B", "Butikken", "x"))
    assert [each.employer for each in read_postings(rows, employer="Testmarked").entries] == [
        "Testmarked",
        "Butikken",
    ]


def test_a_reference_is_made_of_title_employer_and_postal_code() -> None:
    made = entry(Virksomhed="Testmarked", Postnr="4200").reference
    assert made.startswith("ark-")
    assert len(made) == 20
    same = entry(Titel="MEDHJÆLPER ", Virksomhed=" testmarked", Postnr="4200", Tekst="En ny tekst").reference
    others = {
        entry(Titel="Pedel", Virksomhed="Testmarked", Postnr="4200").reference,
        entry(Virksomhed="Andet marked", Postnr="4200").reference,
        entry(Virksomhed="Testmarked", Postnr="4300").reference,
        entry(Virksomhed="Testmarked", By="Slagelse").reference,
        entry(Virksomhed="Testmarked").reference,
    }
    assert same == made
    assert len(others | {made}) == 6


@pytest.mark.parametrize(
    ("text", "tasks", "body"),
    [
        ("Om jobbet", "", "Om jobbet"),
        ("", "Feje", "Arbejdsopgaver:\n- Feje"),
        ("", "- Feje\n• Vaske op\n2. Rydde op", "Arbejdsopgaver:\n- Feje\n- Vaske op\n- Rydde op"),
        ("Om jobbet", "Feje;; Vaske op;", "Om jobbet\n\nArbejdsopgaver:\n- Feje\n- Vaske op"),
        (
            "<p>Om jobbet</p>",
            "Feje & vaske <op>",
            "<p>Om jobbet</p><p>Arbejdsopgaver:</p><ul><li>Feje &amp; vaske &lt;op&gt;</li></ul>",
        ),
        ("3 < 5", "Feje", "3 < 5\n\nArbejdsopgaver:\n- Feje"),
    ],
)
def test_text_and_tasks_become_one_body(text: str, tasks: str, body: str) -> None:
    assert entry(Tekst=text, Opgaver=tasks).body_html == body


FORMULA = "Der står en formel eller en fejl i cellen. Skriv selv, hvad der skal stå."
NO_HOURS = "Det er ikke timer om ugen. Skriv fx “15” eller “10 til 15”."


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Titel": ""}, "Række 2, kolonnen Titel: Her mangler titlen."),
        ({"Tekst": ""}, "Række 2, kolonnen Tekst: Skriv om jobbet i kolonnen Tekst eller Opgaver."),
        (
            {"Frist": "31-02-2026"},
            "Række 2, kolonnen Frist: “31-02-2026”. Det er ikke en dato. Skriv fx 22-11-2026.",
        ),
        ({"Postnr": "42"}, "Række 2, kolonnen Postnr: “42”. Et postnummer har 4 tal, fx 4200."),
        (
            {"Timer": "mange " * 20},
            f"Række 2, kolonnen Timer: “mange mange mange mange mange mange mang…”. {NO_HOURS}",
        ),
        ({"Titel": "=A1&B1"}, f"Række 2, kolonnen Titel: “=A1&B1”. {FORMULA}"),
        ({"By": "#REF!"}, f"Række 2, kolonnen By: “#REF!”. {FORMULA}"),
        (
            {"By": "x" * 301},
            f"Række 2, kolonnen By: “{'x' * 40}…”. Teksten er for lang. Der er plads til 300 tegn.",
        ),
        ({"Reference": "a\u200bb"}, "Række 2, kolonnen Reference: Referencen må kun have almindelige tegn."),
    ],
)
def test_what_is_wrong_is_said_with_row_and_column(cells: dict[str, str], reason: str) -> None:
    result = one(**cells)
    assert (result.entry, result.reasons) == (None, (reason,))


def test_all_that_is_wrong_in_a_row_is_said_at_once() -> None:
    result = one(Titel="Pedel", Frist="i morgen", Timer="99", Postnr="x")
    assert (result.title, len(result.reasons)) == ("Pedel", 3)


def test_one_bad_row_does_not_keep_the_others_out() -> None:
    page = read_postings(table(HEADINGS, ("a", "", "", "", "", "", "", "x"), JOB))
    assert [(row.number, bool(row.entry)) for row in page.rows] == [(2, False), (3, True)]


@pytest.mark.parametrize("column", ["Titel", "Tekst", "Opgaver", "Virksomhed", "Adresse"])
def test_what_looks_like_a_cpr_number_is_refused_and_not_repeated(column: str) -> None:
    result = one(**{column: "Ring om 010190-1234"})
    assert result.reasons == (
        f"Række 2, kolonnen {column}: Der står noget, der ligner et CPR-nummer. Fjern det.",
    )
    assert "1234" not in repr(result)


def test_a_reference_of_ten_digits_is_no_cpr_number() -> None:
    assert entry(Reference="0101901234").reference == "0101901234"


def test_two_rows_with_the_same_reference_are_not_both_taken() -> None:
    rows = table(("Reference", "Titel", "Tekst"), ("7", "A", "x"), ("7", "B", "y"), ("8", "C", "z"))
    page = read_postings(rows)
    assert [each.reference for each in page.entries] == ["7", "8"]
    assert page.rows[1].reasons == (
        "Række 3, kolonnen Reference: Række 2 har samme reference. Giv hvert job sin egen reference.",
    )


def test_two_rows_that_name_the_same_job_are_not_both_taken() -> None:
    rows = table(("Titel", "Virksomhed", "Postnr", "Tekst"), ("A", "V", "4200", "x"), ("a", "v", "4200", "y"))
    assert read_postings(rows).rows[1].reasons == (
        "Række 3: Række 2 har samme titel, virksomhed og postnummer. Giv hvert job sin egen reference.",
    )


def test_the_same_title_in_two_towns_is_two_jobs() -> None:
    rows = table(("Titel", "Virksomhed", "Postnr", "Tekst"), ("A", "V", "4200", "x"), ("A", "V", "4300", "x"))
    assert len({each.reference for each in read_postings(rows).entries}) == 2


def test_a_row_may_be_shorter_than_the_headings() -> None:
    assert read_postings(table(("Titel", "Tekst", "By"), ("A", "x"))).entries[0].town == ""


@pytest.mark.parametrize("rows", [[], [("Job hos os",)], [("Virksomhed", "Tekst"), ("V", "x")]])
def test_a_file_without_a_column_of_titles_is_refused(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(SheetError, match="Vi kan ikke finde kolonnen Titel"):
        read_postings(table(*rows))


def test_a_file_without_a_job_is_refused() -> None:
    with pytest.raises(SheetError, match="Der er ingen job i filen"):
        read_postings(table(HEADINGS))


def test_the_limits_are_those_of_the_board() -> None:
    assert (postings.LONGEST_LINE, postings.LONGEST_TEXT) == (preparing.LONGEST_LINE, preparing.LONGEST_BODY)
    assert postings.LONGEST_LINE <= preparing.LONGEST_REFERENCE


def test_what_a_row_gives_can_be_taken_in() -> None:
    for each in read_postings(table(HEADINGS, JOB)).entries:
        preparing.check(each)
