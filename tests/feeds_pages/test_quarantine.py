"""Entries that were refused: the reason in Danish, what came in as text, try again, put aside."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_source
from portal.models.feed import RefusedEntry
from portal.models.job import Job, JobKind
from source_pages import JOBNET, audited, buttons, press, refused, words_of
from strict_client import StrictClient, parse

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
LIST = f"{JOBNET}/afvist"


@pytest.fixture(autouse=True)
def stopped_clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def page_of(entry: RefusedEntry) -> str:
    return f"/personale/kilder/afvist/{entry.id}"


def test_the_list_tells_why_each_entry_was_refused(reader: StrictClient, session: Session) -> None:
    refused(session, "job-1")
    refused(session, "job-2", reason="looks like a CPR number", payload="")
    words = words_of(reader.get(LIST).text)
    assert "job-1 Opslaget har ingen titel." in words
    assert "job-2 Der står noget, der ligner et CPR-nummer." in words


def test_without_refused_entries_nothing_is_to_be_done(reader: StrictClient, session: Session) -> None:
    make_source(session)
    session.commit()
    assert "Der er ingen. Du skal ikke gøre noget." in words_of(reader.get(LIST).text)


def test_what_came_in_is_shown_as_text_and_nothing_of_it_is_alive(
    reader: StrictClient, session: Session
) -> None:
    payload = "\n</textarea><script>alert(1)</script><a href='javascript:x'>Æble & pære</a>"
    page = reader.get(page_of(refused(session, payload=payload))).text
    field = parse(page).find(".//textarea")
    assert field is not None
    assert field.text == payload
    assert "alert(1)" not in [script.text for script in parse(page).iter("script")]


def test_a_payload_that_is_gone_is_told(reader: StrictClient, session: Session) -> None:
    assert "Teksten er ikke gemt." in words_of(reader.get(page_of(refused(session, payload=""))).text)


def test_a_look_at_what_came_in_is_noted(reader: StrictClient, session: Session) -> None:
    entry = refused(session)
    reader.get(LIST)
    assert audited(session) == []
    reader.get(page_of(entry))
    assert audited(session) == [("read", "refused entry", entry.id)]


def test_trying_again_fetches_the_source(admin: StrictClient, session: Session) -> None:
    entry = refused(session)
    assert "Vi henter om et øjeblik." in press(admin, page_of(entry), "Prøv igen")
    job = session.scalars(select(Job)).one()
    assert (job.kind, job.source) == (JobKind.RUN, "jobnet")
    assert ("retry", "refused entry", entry.id) in audited(session)


def test_a_partner_who_sends_itself_must_send_again(admin: StrictClient, session: Session) -> None:
    make_source(session, "sender").format = "push"
    entry = refused(session, source="sender")
    page = admin.get(page_of(entry)).text
    assert "Bed partneren om at rette opslaget og sende det igen." in words_of(page)
    assert buttons(page) == ["Læg det væk"]
    token = admin.form(admin.get(page_of(entry)))["csrf_token"]
    assert admin.post(f"{page_of(entry)}/igen", data={"csrf_token": token}).status_code == 404


def test_an_entry_can_be_put_aside(admin: StrictClient, session: Session) -> None:
    entry = refused(session)
    words = press(admin, page_of(entry), "Læg det væk")
    assert "Der er ingen. Du skal ikke gøre noget. Lagt væk job-1" in words
    session.refresh(entry)
    assert entry.ignored_at == NOON
    assert buttons(admin.get(page_of(entry)).text) == ["Prøv igen"]
    assert ("ignore", "refused entry", entry.id) in audited(session)


def test_a_reader_looks_and_does_nothing(reader: StrictClient, session: Session) -> None:
    assert buttons(reader.get(page_of(refused(session))).text) == []


def test_an_entry_that_healed_is_not_found(reader: StrictClient) -> None:
    assert reader.get("/personale/kilder/afvist/aaaaaaaaaa").status_code == 404
