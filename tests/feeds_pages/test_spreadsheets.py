"""A partner's spreadsheet: what it would do is shown row by row, and done when a person says yes."""

import io
from typing import Any

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from partner_sheets import UPLOAD, preview, row
from portal.commands import chores
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.job import Job, JobKind, JobState
from portal.models.posting import ClosedReason, Posting
from reading import long_sentences, page_lix
from source_pages import audited, buttons, press, words_of
from strict_client import StrictClient, parse


def take_in(admin: StrictClient, *rows: str, **more: Any) -> str:
    """Takes a file in, as a person and the worker do, and gives what the page then tells."""
    page = preview(admin, *rows, **more)
    press(admin, page, "Læg jobbene på tavlen")
    chores.do_all(None)
    return words_of(admin.get(page).text)


def states(session: Session) -> dict[str, str]:
    session.expire_all()
    return {ad.reference: ad.state.value for ad in session.scalars(select(Posting))}


def test_the_templates_have_the_headings_to_fill_in(admin: StrictClient) -> None:
    answer = admin.get(f"{UPLOAD}/skabelon.csv")
    assert answer.data.decode("utf-8-sig").startswith("Reference;Titel;Virksomhed")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="klapjob-skabelon.csv"'
    book = openpyxl.load_workbook(io.BytesIO(admin.get(f"{UPLOAD}/skabelon.xlsx").data))
    assert book.worksheets[0]["B1"].value == "Titel"
    assert admin.get(f"{UPLOAD}/skabelon.exe").status_code == 404


def test_before_anybody_says_yes_nothing_is_changed(admin: StrictClient, session: Session) -> None:
    page = preview(admin, row("a"), row("b"))
    words = words_of(admin.get(page).text)
    assert "Intet er ændret endnu." in words
    assert "2 nye job 0 ændrede job 0 job som før 0 rækker kommer ikke med" in words
    assert states(session) == {}
    assert session.get(Source, "testmarked") is None


def test_each_row_tells_what_will_happen(admin: StrictClient) -> None:
    take_in(admin, row("a"), row("b"))
    page = preview(admin, row("a"), row("b", Titel="Ny titel"), row("c"), row("d", Titel=""))
    cells = [
        [text for cell in line for text in cell.itertext()]
        for line in parse(admin.get(page).text).findall(".//main//table/tbody/tr")
    ]
    assert cells == [
        ["Række 2", "Medhjælper a", "Som før"],
        ["Række 3", "Ny titel", "Ændret"],
        ["Række 4", "Medhjælper c", "Nyt"],
        ["Række 5", "Uden titel", "Kommer ikke med"],
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"Titel": ""}, "Række 2, kolonnen Titel: Her mangler titlen."),
        ({"Postnr": "42"}, "Række 2, kolonnen Postnr: “42”. Et postnummer har 4 tal, fx 4200."),
        ({"Ansøgningsfrist": "01-01-2020"}, "Række 2: Fristen er udløbet."),
        (
            {"Tekst": "Spørg 010203-1234"},
            "Række 2, kolonnen Tekst: Der står noget, der ligner et CPR-nummer. Fjern det.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_row_and_column(
    admin: StrictClient, wrong: dict[str, str], words: str
) -> None:
    page = preview(admin, row("a", **wrong), row("b"))
    assert words in words_of(admin.get(page).text)


def test_columns_about_persons_are_named_and_not_read(admin: StrictClient, session: Session) -> None:
    page = preview(admin, row("a"))
    text = admin.get(page).text
    assert "Vi læser ikke kolonner om kontaktpersoner: Telefon." in words_of(text)
    assert "20 11 22 33" not in text


def test_the_worker_takes_the_list_in_and_the_page_tells_what_came_of_it(
    admin: StrictClient, session: Session
) -> None:
    page = preview(admin, row("a"), row("b"), row("c", Titel=""))
    assert "Det går i gang om et øjeblik." in press(admin, page, "Læg jobbene på tavlen")
    job = session.scalars(select(Job)).one()
    assert (job.kind, job.state) == (JobKind.SHEET, JobState.WAITING)
    chores.do_all(None)
    words = words_of(admin.get(page).text)
    assert (
        "Jobbene er lagt på tavlen. 2 nye job 0 ændrede job 0 job som før 0 job er lukket 1 kom ikke med"
        in words
    )
    assert states(session) == {"a": "open", "b": "open"}
    source = session.get_one(Source, "testmarked")
    assert (source.format, source.last_complete_at is not None) == ("spreadsheet", True)
    assert [run.status for run in session.scalars(select(FeedRun))] == [RunStatus.COMPLETE]
    session.refresh(job)
    assert (job.state, job.payload) == (JobState.DONE, "")
    assert [entry[0] for entry in audited(session)] == ["upload", "take in"]


def test_the_same_file_again_changes_nothing(admin: StrictClient, session: Session) -> None:
    take_in(admin, row("a"))
    assert "0 nye job 0 ændrede job 1 job som før" in take_in(admin, row("a"))


def test_jobs_that_are_not_in_the_file_stay(admin: StrictClient, session: Session) -> None:
    take_in(admin, row("a"), row("b"))
    for _ in range(3):
        take_in(admin, row("a"))
    assert states(session) == {"a": "open", "b": "open"}


def test_a_whole_list_closes_the_jobs_that_the_person_saw(admin: StrictClient, session: Session) -> None:
    take_in(admin, row("a"), row("b"))
    page = preview(admin, row("a"), whole="1")
    assert "1 job bliver lukket De står ikke i filen. Medhjælper b, Slagelse" in words_of(
        admin.get(page).text
    )
    press(admin, page, "Læg jobbene på tavlen")
    chores.do_all(None)
    assert "1 job er lukket" in words_of(admin.get(page).text)
    assert states(session) == {"a": "open", "b": "closed"}
    closed = session.scalars(select(Posting).where(Posting.reference == "b")).one()
    assert closed.closed_reason is ClosedReason.GONE
    assert closed.closed_by_id is not None


def test_a_whole_list_with_a_mistake_closes_nothing(admin: StrictClient, session: Session) -> None:
    take_in(admin, row("a"), row("b"))
    page = preview(admin, row("a"), row("b", Postnr="x"), whole="1")
    assert "Vi lukker ingen job denne gang" in words_of(admin.get(page).text)
    press(admin, page, "Læg jobbene på tavlen")
    chores.do_all(None)
    assert states(session) == {"a": "open", "b": "open"}


def test_ids_that_somebody_adds_to_a_list_that_is_not_whole_close_nothing(
    admin: StrictClient, session: Session
) -> None:
    take_in(admin, row("a"), row("b"))
    (other,) = session.scalars(select(Posting).where(Posting.reference == "b"))
    page = preview(admin, row("a"))
    press(admin, page, "Læg jobbene på tavlen", ids=[other.id])
    chores.do_all(None)
    assert states(session) == {"a": "open", "b": "open"}


def test_a_second_click_takes_the_list_in_once(admin: StrictClient, session: Session) -> None:
    page = preview(admin, row("a"))
    token = admin.form(admin.get(page))["csrf_token"]
    for _ in range(2):
        assert admin.post(page, data={"csrf_token": token}).status_code == 302
    assert [job.state for job in session.scalars(select(Job))] == [JobState.WAITING]


def test_a_file_can_be_thrown_away(admin: StrictClient, session: Session) -> None:
    page = preview(admin, row("a"))
    assert "Filen er smidt væk. Intet er ændret." in press(admin, page, "Smid filen væk")
    assert session.scalars(select(Job)).all() == []
    assert admin.get(page).status_code == 404


def test_a_file_of_nothing_but_mistakes_cannot_be_taken_in(admin: StrictClient) -> None:
    page = preview(admin, row("a", Titel=""))
    assert buttons(admin.get(page).text) == ["Smid filen væk"]


def test_a_list_whose_source_was_switched_off_meanwhile_is_not_taken_in(
    admin: StrictClient, session: Session
) -> None:
    take_in(admin, row("a"))
    page = preview(admin, row("b"))
    press(admin, page, "Læg jobbene på tavlen")
    session.get_one(Source, "testmarked").paused = True
    session.commit()
    chores.do_all(None)
    words = words_of(admin.get(page).text)
    assert "Det gik galt." in words
    assert "testmarked is paused." in words
    assert states(session) == {"a": "open"}


def test_a_job_that_is_no_spreadsheet_has_no_such_page(admin: StrictClient, session: Session) -> None:
    press(admin, "/personale/kilder/kilde/jobnet", "Hent nu")
    job = session.scalars(select(Job)).one()
    assert admin.get(f"{UPLOAD}/{job.id}").status_code == 404


def test_the_file_is_sealed_in_the_table(admin: StrictClient, session: Session, app: Flask) -> None:
    preview(admin, row("a", Tekst="Kanariefugl"))
    job = session.scalars(select(Job)).one()
    assert b"Kanariefugl" not in (job.payload_sealed or b"")


def test_the_pages_are_easy_to_read(admin: StrictClient) -> None:
    for page in (UPLOAD, preview(admin, row("a"), row("b", Titel="")), "/personale/kilder/partner"):
        text = admin.get(page).text
        assert page_lix(text).score <= 35, page
        assert long_sentences(text, most_words=20) == []
