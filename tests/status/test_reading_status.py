"""One's own pages, the letters, and what is sent by mail and SMS: easy to read, in Danish, blaming nobody."""

import re
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from apply.test_reading import assert_easy
from factories import make_application, make_consultant
from portal import answering, consents
from portal.letters import KINDS, Kind, Where
from portal.models.application import FilledBy, State
from strict_client import StrictClient, parse

TEMPLATES = Path(__file__).resolve().parents[2] / "portal" / "templates"
MAILS = [kind for kind in KINDS.values() if kind.where is Where.MAIL]
ENGLISH = re.compile(
    r"\b(error|warning|submit|back|next|save|please|invalid|required|your|the|page|phone)\b", re.IGNORECASE
)
BLAME = re.compile(r"ugyldig|forkert indtast|skal udfyldes|f\.eks|bl\.a", re.IGNORECASE)


def opened(client: StrictClient, session: Session, **changes: object) -> StrictClient:
    application = make_application(session)
    page = client.get("/min-ansoegning")
    client.post("/min-ansoegning", data=client.form(page, code=application.reference, digits="2233"))
    for name, value in changes.items():
        setattr(application, name, value)
    application.state_since = application.state_since.replace(year=2020)
    session.commit()
    return client


@pytest.mark.parametrize("state", sorted(set(State) - {State.DRAFT}))
def test_each_letter_is_easy(client: StrictClient, session: Session, state: State) -> None:
    consultant = make_consultant(session)
    opened(client, session, state=state, consultant_id=consultant.id)
    assert_easy(client.get("/min-ansoegning/side").text)


@pytest.mark.parametrize("path", ["telefon", "mere", "fortryd"])
def test_each_page_for_a_change_is_easy(client: StrictClient, session: Session, path: str) -> None:
    page = opened(client, session).get(f"/min-ansoegning/{path}")
    assert_easy(page.text)
    assert_easy(client.post(f"/min-ansoegning/{path}", data=client.form(page, csrf_token="old")).text)


def test_the_way_in_and_its_errors_are_easy(client: StrictClient) -> None:
    page = client.get("/min-ansoegning")
    assert_easy(page.text)
    for typed in ({}, {"code": "AAAA AAAA", "digits": "2233"}):
        assert_easy(client.post("/min-ansoegning", data=client.form(page, **typed)).text)
    assert_easy(client.get("/min-ansoegning/" + "x" * 43).text)
    assert_easy(client.get("/min-ansoegning/slettet").text)


def test_the_question_for_the_own_yes_is_easy(client: StrictClient, session: Session) -> None:
    case = make_application(session, filled_by=FilledBy.HELPER)
    address = consents.link(session, case).removeprefix("http://localhost:8000")
    session.commit()
    page = client.get(address)
    assert_easy(page.text)
    client.post(address, data=client.form(page))
    assert_easy(client.get(address).text)


@pytest.mark.parametrize("kind", MAILS, ids=lambda kind: kind.key)
def test_each_mail_is_signed(kind: Kind) -> None:
    assert kind.default.startswith("Hej\n")
    assert kind.default.endswith("Venlig hilsen\nKLAPjob")


def words_of(path: Path) -> str:
    """What of a template is read: no code, no tags, no addresses."""
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", path.read_text(), flags=re.DOTALL)


@pytest.mark.parametrize("folder", ["status", "guide", "apply", "email"])
def test_no_template_speaks_english_or_blames(folder: str) -> None:
    for path in sorted((TEMPLATES / folder).rglob("*.*")):
        words = words_of(path)
        assert (path.name, ENGLISH.findall(words)) == (path.name, [])
        assert (path.name, BLAME.findall(words)) == (path.name, [])


def test_no_letter_speaks_english_or_blames() -> None:
    for kind in KINDS.values():
        assert (kind.key, ENGLISH.findall(kind.default), BLAME.findall(kind.default)) == (kind.key, [], [])


def test_each_letter_of_a_state_is_used() -> None:
    used = {answering.STANDARD[state] for state in set(State) - {State.DRAFT}}
    pages = {kind.key for kind in KINDS.values() if kind.where is Where.PAGE}
    assert pages - used == {"received", "received_helped"}
    assert used <= pages


def test_an_error_begins_the_title(client: StrictClient) -> None:
    page = client.post("/min-ansoegning", data=client.form(client.get("/min-ansoegning")))
    title = parse(page.text).find("./head/title")
    assert title is not None
    assert title.text == "Fejl: Se din ansøgning - Min ansøgning - KLAPjob"
