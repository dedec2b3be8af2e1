"""A file that cannot be taken in is refused in words, and what was typed comes back."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_source
from partner_sheets import UPLOAD, csv, row, upload
from portal.models.job import Job
from source_pages import words_of
from strict_client import StrictClient, parse


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "Filen er tom."),
        (b"%PDF-1.7", "Filen er en PDF. Gem den som .xlsx eller .csv."),
        (b"Navn;Tlf\nA;B", "Vi kan ikke finde kolonnen Titel."),
        (b"PK\x03\x04nothing", "Filen kan ikke læses som et Excel-regneark."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    admin: StrictClient, data: bytes, problem: str
) -> None:
    answer = upload(admin, data, name="job.xlsx")
    assert answer.status_code == 422
    assert problem in words_of(answer.text)
    assert parse(answer.text).find(".//input[@id='partner']").get("value") == "Testmarked"  # type: ignore[union-attr]


def test_without_a_file_or_a_name_both_are_asked_for(admin: StrictClient) -> None:
    answer = admin.post(UPLOAD, data=admin.form(admin.get(UPLOAD), partner=""))
    tree = parse(answer.text)
    assert [link.text for link in tree.findall(".//div[@id='fejl']//a")] == [
        "Skriv partnerens navn.",
        "Vælg en fil.",
    ]


@pytest.mark.parametrize("name", ["Jobnet", "Sender", "Stoppet"])
def test_the_name_of_another_kind_of_source_is_refused(
    admin: StrictClient, session: Session, name: str
) -> None:
    make_source(session, "sender").format = "push"
    stopped = make_source(session, "stoppet")
    stopped.format, stopped.off = "spreadsheet", True
    session.commit()
    answer = upload(admin, csv(row("a")), partner=name)
    assert answer.status_code == 422
    assert "Navnet hører til en kilde" in words_of(answer.text)
    assert session.scalars(select(Job)).all() == []


def test_a_file_may_have_5_mib_and_a_larger_one_is_refused(admin: StrictClient) -> None:
    mib = 1024 * 1024
    full = csv(row("a"), row("b", Tekst="x" * 90_000))
    assert upload(admin, full + b"\n" * (5 * mib - len(full))).status_code == 302
    answer = upload(admin, full + b"\n" * (5 * mib - len(full) + 1))
    assert (answer.status_code, "Filen fylder mere end 5 MB." in answer.text) == (422, True)
    assert upload(admin, b"x" * 6 * mib).status_code == 413
