"""Who may open what: every staff route × every role × own, foreign, none, deleted (promise 12).

The routes come from the application itself, so that a new one is judged without anybody thinking of it.
A route that is refused answers exactly as one about something that never was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock, outbox
from portal.access import audience_of
from portal.models.application import Application, State
from portal.models.mail import OutboxMessage
from portal.models.note import Note
from portal.models.staff import Role, Staff
from portal.screening.verbs import VERBS
from strict_client import StrictClient

OFFICE = {"secretariat", "leader"}
PEOPLE = ("secretariat", "leader", "consultant", "editor", "admin", "nobody")
THINGS = ("own", "foreign", "none", "deleted")
NOT_THERE = "aaaaaaaaaa"
# Pages about sources hold no cases; tests/feeds_pages/test_access.py has a matrix of their own.
ELSEWHERE = ("/personale/kilder",)
# Only a case that waits for the person's own yes has this letter; none of these does.
NO_LETTER = "/personale/sag/<application_id>/brev"
# Whose page it is where not everybody with a sign-in has it.
ROLES = {
    "/personale/mine": {"consultant"},
    "/personale/soeg": OFFICE | {"consultant"},
    "/personale/post": OFFICE,
    "/personale/post/<message_id>/igen": OFFICE,
    "/personale/post/<message_id>/klaret": OFFICE,
    "/personale/naevnt/<note_id>/set": OFFICE | {"consultant"},
    "/personale/sag/<application_id>": OFFICE | {"consultant"},
    "/personale/sag/<application_id>/noter": OFFICE | {"consultant"},
    "/personale/sag/<application_id>/noter/<note_id>": OFFICE | {"consultant"},
    "/personale/sag/<application_id>/opkald": OFFICE | {"consultant"},
    "/personale/sag/<application_id>/<verb_key>": OFFICE | {"consultant"},
}


@dataclass(frozen=True, kw_only=True)
class World:
    """The things that routes are about, one of each kind, and a browser for each person."""

    cases: dict[str, str]
    mails: dict[str, dict[str, str]]
    notes: dict[str, str]
    browsers: dict[str, StrictClient]
    tokens: dict[str, str]


@pytest.fixture
def world(app: Flask, session: Session) -> World:
    """Own and foreign are meant as the consultant sees them; the office's own are all."""
    ann = make_consultant(session)
    make_consultant(session, AARHUS, name="Bo Bistand")
    own, deleted = make_application(session), make_application(session)
    foreign = make_application(session, person={"municipality_code": AARHUS})
    for application in (own, foreign, deleted):
        move_to(session, application, State.SCREENING, State.HANDED_OVER)
    # One mail for each verb: what was tried again is not stuck any more.
    mails = {
        verb: {"own": _stuck(app, session, own), "deleted": _stuck(app, session, deleted)}
        for verb in ("igen", "klaret")
    }
    notes = {
        thing: _note(session, application, ann.staff)
        for thing, application in (("own", own), ("foreign", foreign), ("deleted", deleted))
    }
    session.delete(deleted)
    session.commit()
    people: dict[str, Staff] = {"consultant": ann.staff} | {
        role.value: make_staff(session, role, name=f"{role.value} Person")
        for role in Role
        if role != Role.CONSULTANT
    }
    browsers = {name: sign_in(app.test_client(), staff) for name, staff in people.items()}
    browsers["nobody"] = app.test_client()
    return World(
        cases={"own": own.id, "foreign": foreign.id, "none": NOT_THERE, "deleted": deleted.id},
        mails=mails,
        notes={"none": NOT_THERE} | notes,
        browsers=browsers,
        tokens={name: _token(client) for name, client in browsers.items()},
    )


def _note(session: Session, application: Application, author: Staff) -> str:
    """A note that the consultant wrote for herself."""
    note = Note(application_id=application.id, staff_id=author.id, at=clock.now(), mentions_id=author.id)
    note.text = "Ring igen"
    session.add(note)
    session.commit()
    return note.id


def _token(client: StrictClient) -> str:
    return str(client.form(client.get("/personale", follow_redirects=True))["csrf_token"])


def _stuck(app: Flask, session: Session, application: Application) -> str:
    with app.test_request_context():
        message: OutboxMessage = outbox.queue(
            session, "closed", to="kim@example.com", application_id=application.id
        )
    message.failed_at, message.next_attempt_at = clock.now(), None
    session.commit()
    return message.id


def _is_for_all(app: Flask, rule: Rule) -> bool:
    """The steps of signing in, and links that hold a secret of their own; tests/staff knows them."""
    audience = audience_of(app.view_functions[rule.endpoint])
    return audience is not None and audience.everyone


def _staff_routes(app: Flask) -> list[tuple[Rule, str]]:
    found = [
        (rule, method)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/personale")
        and not _is_for_all(app, rule)
        and not rule.rule.startswith(ELSEWHERE)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]
    return sorted(found, key=lambda entry: (entry[0].rule, entry[1]))


def _paths(rule: Rule, thing: str, world: World) -> list[str]:
    path = rule.rule.replace("<application_id>", world.cases[thing])
    path = path.replace("<note_id>", world.notes[thing])
    if "<message_id>" in path:
        path = path.replace("<message_id>", world.mails[path.rsplit("/", 1)[1]].get(thing, NOT_THERE))
    return [path.replace("<verb_key>", verb.key) for verb in VERBS] if "<verb_key>" in path else [path]


def _ask(world: World, who: str, path: str, method: str) -> TestResponse:
    client = world.browsers[who]
    return client.get(path) if method == "GET" else client.post(path, data={"csrf_token": world.tokens[who]})


def _expected(rule: Rule, who: str, thing: str) -> str:
    is_about_something = bool(rule.arguments)
    if who == "nobody":
        return "sign in"
    if rule.rule == NO_LETTER or who not in ROLES.get(rule.rule, set(PEOPLE)):
        return "not found"
    if is_about_something and thing in {"none", "deleted"}:
        return "not found"
    if "<note_id>" in rule.rule and who != "consultant":
        # A note is corrected by who wrote it, and read by whom it was written for.
        return "not found"
    foreign_mail = "<message_id>" in rule.rule and thing == "foreign"
    if foreign_mail or (is_about_something and who == "consultant" and thing == "foreign"):
        return "not found"
    return "open"


def _answer(response: TestResponse) -> str:
    if response.status_code == 404:
        return "not found"
    if (response.location or "").startswith("/personale/log-ind"):
        return "sign in"
    # A form without its fields is refused after the case was found: 422, or 409 where it does not fit.
    assert response.status_code in {200, 302, 409, 422}
    return "open"


def test_the_routes_that_have_roles_are_these(app: Flask) -> None:
    assert set(ROLES) <= {rule.rule for rule, _ in _staff_routes(app)}


@pytest.mark.parametrize("who", PEOPLE)
def test_every_cell_of_the_matrix_is_right(app: Flask, world: World, who: str) -> None:
    wrong, bodies, cells = [], set(), 0
    for rule, method, thing, path in _cells(app, world):
        response = _ask(world, who, path, method)
        answer, expected = _answer(response), _expected(rule, who, thing)
        cells += 1
        if answer != expected:
            wrong.append((method, path, thing, answer, expected))
        if response.status_code == 404:
            # A page that was asked for leads to the reading settings and back; nothing else differs.
            bodies.add((method, response.text.replace(quote(path, safe=""), "")))
    assert wrong == []
    assert sorted(method for method, _ in bodies) == ([] if who == "nobody" else ["GET", "POST"])
    assert cells >= 100


def _cells(app: Flask, world: World) -> Iterator[tuple[Rule, str, str, str]]:
    """All but signing out, which would end what the other cells need."""
    for rule, method in _staff_routes(app):
        if rule.endpoint not in {"staff.sign_out", "staff.end_all_sessions"}:
            for thing in THINGS if rule.arguments else ("none",):
                for path in _paths(rule, thing, world):
                    yield rule, method, thing, path


@pytest.mark.parametrize("path", ["/personale/log-ud", "/personale/log-ud-alle-steder"])
def test_signing_out_is_for_all_who_are_signed_in(world: World, path: str) -> None:
    for who, client in world.browsers.items():
        assert _answer(_ask(world, who, path, "POST")) == "sign in"
        assert _answer(client.get("/personale/mit-log-ind")) == "sign in"


def test_lists_and_their_counts_hold_nothing_foreign(world: World) -> None:
    consultant = world.browsers["consultant"].get("/personale/mine").text
    assert world.cases["own"] in consultant
    assert world.cases["foreign"] not in consultant
    assert "Nye til dig (1)" in consultant
