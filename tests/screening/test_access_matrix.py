"""Who may open what: every staff route × every role × own, foreign, none, deleted (promise 12).

The routes come from the application itself, so that a new one is judged without anybody thinking of it.
A route that is refused answers exactly as one about something that never was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from factories import AARHUS, make_application, make_consultant, make_posting, make_staff, move_to, sign_in
from portal import clock, outbox
from portal.access import audience_of
from portal.db import db
from portal.models.application import Application, State
from portal.models.mail import OutboxMessage
from portal.models.note import Note
from portal.models.staff import Role, Staff
from portal.screening.verbs import VERBS
from trust.figures import note

# What names a case, or what belongs to one.
OURS = {"application_id", "note_id", "message_id"}
# What a form names in its body is not there either, or there is nothing to do.
NAMED_IN_BODY = frozenset({"/personale/konsulenter/undtagelse/slet", "/personale/flere"})
PEOPLE = ("secretariat", "leader", "consultant", "editor", "admin", "nobody")
S = State
TO_WAITING = (S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED, S.WAITING)
THINGS = ("own", "foreign", "none", "deleted")
NOT_THERE = "aaaaaaaaaa"
# Sources hold no cases, and have a matrix in tests/feeds_pages/test_access.py; the way in has tests/staff.
ELSEWHERE = ("/personale/kilder", "/personale/log-ind/")
# Pages about one case that are there only in some states: the letter about the yes, parting what was merged.
NOT_ALWAYS = frozenset(
    {
        "/personale/sag/<application_id>/brev",
        "/personale/sag/<application_id>/<verb_key>/brev",
        "/personale/sag/<application_id>/svar-brev",
    }
)
# Pages about people who wait.
WAITING = "/personale/venteliste/<application_id>"


class Knocking(FlaskClient):
    """A browser that tries doors, a thousand of them; the pages behind them are checked elsewhere.

    Each request has an application context of its own, as on a server.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        db.session.rollback()
        db.session.expire_all()
        with self.application.app_context():
            return super().open(*args, **kwargs)


@dataclass(frozen=True, kw_only=True)
class World:
    """The things that routes are about, one of each kind, and a browser for each person."""

    cases: dict[str, str]
    waiting: dict[str, str]
    mails: dict[str, dict[str, str]]
    notes: dict[str, str]
    browsers: dict[str, FlaskClient]
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
    waits = {"own": make_application(session), "deleted": make_application(session)}
    waits["foreign"] = make_application(session, person={"municipality_code": AARHUS})
    for application in waits.values():
        move_to(session, application, *TO_WAITING)
    session.delete(waits["deleted"])
    session.commit()
    people: dict[str, Staff] = {"consultant": ann.staff} | {
        role.value: make_staff(session, role, name=f"{role.value} Person")
        for role in Role
        if role != Role.CONSULTANT
    }
    browsers = {name: sign_in(Knocking(app, app.response_class), staff) for name, staff in people.items()}
    browsers["nobody"] = Knocking(app, app.response_class)
    return World(
        cases={"own": own.id, "foreign": foreign.id, "none": NOT_THERE, "deleted": deleted.id},
        waiting={"none": NOT_THERE} | {thing: row.id for thing, row in waits.items()},
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


def _token(client: FlaskClient) -> str:
    page = client.get("/personale", follow_redirects=True).text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def _stuck(app: Flask, session: Session, application: Application) -> str:
    with app.test_request_context():
        queued = outbox.queue(session, "closed", to="kim@example.com", application_id=application.id)
    message = session.get_one(OutboxMessage, queued.id)
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


def _arguments(rule: Rule) -> set[str]:
    """What the address of a route names; what it has a default for is not in the address."""
    return set(rule.arguments) - set(rule.defaults or ())


def _paths(rule: Rule, thing: str, world: World) -> list[str]:
    """The addresses of a route for one thing; what is neither case, note nor mail names nothing."""
    known = world.waiting if rule.rule.startswith(WAITING) else world.cases
    path = rule.rule.replace("<application_id>", known[thing]).replace("<note_id>", world.notes[thing])
    if "<message_id>" in path:
        path = path.replace("<message_id>", world.mails[path.rsplit("/", 1)[1]].get(thing, NOT_THERE))
    if "<verb_key>" in path and "application_id" in _arguments(rule):
        # Every verb where it must be refused; where it may be done, one of each kind says as much.
        verbs = [verb.key for verb in VERBS] if thing == "foreign" else ["tag", "accepter", "luk"]
        return [path.replace("<verb_key>", key) for key in verbs]
    return [re.sub(r"<[a-z_]+>", NOT_THERE, re.sub(r"<int:[a-z_]+>", "1", path))]


def _ask(world: World, who: str, path: str, method: str) -> TestResponse:
    client = world.browsers[who]
    return client.get(path) if method == "GET" else client.post(path, data={"csrf_token": world.tokens[who]})


def _expected(app: Flask, rule: Rule, who: str, thing: str) -> set[str]:
    if who == "nobody":
        return {"sign in"}
    audience = audience_of(app.view_functions[rule.endpoint])
    assert audience is not None
    if audience.roles and who not in audience.roles:
        return {"not found"}
    if not _arguments(rule):
        return {"open", "not found"} if rule.rule in NAMED_IN_BODY else {"open"}
    return _about_something(rule, who, thing)


def _about_something(rule: Rule, who: str, thing: str) -> set[str]:
    if not _arguments(rule) & OURS:
        # Municipalities, accounts and the like hold no cases; here they name nothing that is there.
        return {"not found", "open"} if rule.rule.startswith("/personale/flere/") else {"not found"}
    foreign = thing == "foreign" and (who == "consultant" or "message_id" in _arguments(rule))
    # A note is corrected by who wrote it, and read by whom it was written for.
    of_another = "note_id" in _arguments(rule) and who != "consultant"
    if foreign or of_another or thing in {"none", "deleted"}:
        return {"not found"}
    # A second thing in the address names nothing here.
    second = _arguments(rule) - OURS - {"verb_key"}
    return {"open", "not found"} if second or rule.rule in NOT_ALWAYS else {"open"}


def _answer(response: TestResponse) -> str:
    if response.status_code == 404:
        return "not found"
    if (response.location or "").startswith("/personale/log-ind"):
        return "sign in"
    # A form without its fields is refused after the case was found: 422, or 409 where it does not fit.
    assert response.status_code in {200, 204, 302, 303, 400, 409, 422}, response.request.path
    return "open"


@pytest.mark.parametrize("who", PEOPLE)
def test_every_cell_of_the_matrix_is_right(app: Flask, world: World, who: str) -> None:
    wrong, bodies, cells = [], set(), 0
    for rule, method, thing, path in _cells(app, world):
        response = _ask(world, who, path, method)
        answer, expected = _answer(response), _expected(app, rule, who, thing)
        cells += 1
        if answer not in expected:
            wrong.append((method, path, thing, answer, expected))
        if response.status_code == 404:
            # A page that was asked for leads to the reading settings and back; nothing else differs.
            bodies.add((method, response.text.replace(quote(path, safe=""), "")))
    assert wrong == [], wrong
    assert sorted(method for method, _ in bodies) == ([] if who == "nobody" else ["GET", "POST"])
    assert cells >= 100
    note(12, f"{cells} cells right of {cells} for each of {len(PEOPLE)} roles")


def _cells(app: Flask, world: World) -> Iterator[tuple[Rule, str, str, str]]:
    """All but signing out, which would end what the other cells need."""
    for rule, method in _staff_routes(app):
        if rule.endpoint not in {"staff.sign_out", "staff.end_all_sessions"}:
            for thing in THINGS if _arguments(rule) else ("none",):
                for path in _paths(rule, thing, world):
                    yield rule, method, thing, path


@pytest.mark.parametrize("path", ["/personale/log-ud", "/personale/log-ud-alle-steder"])
def test_signing_out_is_for_all_who_are_signed_in(world: World, path: str) -> None:
    for who, client in world.browsers.items():
        assert _answer(_ask(world, who, path, "POST")) == "sign in"
        assert _answer(client.get("/personale/mit-log-ind")) == "sign in"


def test_lists_and_their_counts_hold_nothing_foreign(session: Session, world: World) -> None:
    ann, posting = world.browsers["consultant"], make_posting(session)
    pages = {
        "mine": ann.get("/personale/mine").text,
        "waiting": ann.get("/personale/venteliste").text,
        "match": ann.get(f"/personale/venteliste/job/{posting.id}").text,
        "search": ann.post(
            "/personale/soeg", data={"csrf_token": world.tokens["consultant"], "text": "Kim"}
        ).text,
    }
    own = {name: world.cases["own"] in page or world.waiting["own"] in page for name, page in pages.items()}
    foreign = [
        name
        for name, page in pages.items()
        if world.cases["foreign"] in page or world.waiting["foreign"] in page
    ]
    assert own == dict.fromkeys(pages, True)
    assert foreign == []
    assert "Nye til dig (1)" in pages["mine"]
    assert "Venteliste (1)" in pages["waiting"]
