"""Who may open what: every route about sources × every role × a thing that is there or not (promise 12)."""

import io
import re
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from factories import make_source, make_staff, sign_in
from portal import clock
from portal.feeds.sheet_job import SheetJob, to_payload
from portal.models.job import Job, JobKind, JobState
from portal.models.partner import PartnerKey
from portal.models.staff import Role
from source_pages import refused
from strict_client import StrictClient

PEOPLE = ("secretariat", "leader", "consultant", "editor", "admin", "nobody")
READERS = {"secretariat", "leader", "editor", "admin"}
NOT_THERE = "aaaaaaaaaa"
# What everybody who sees sources may look at; all else is for administrators.
LOOKING = {
    "/personale/kilder",
    "/personale/kilder/kilde/<name>",
    "/personale/kilder/kilde/<name>/afvist",
    "/personale/kilder/afvist/<entry_id>",
}


@dataclass(frozen=True, kw_only=True)
class World:
    """A browser for each person, and what the parts of an address stand for."""

    browsers: dict[str, StrictClient]
    tokens: dict[str, str]
    session: Session


@pytest.fixture
def world(app: Flask, session: Session) -> World:
    browsers = {
        role.value: sign_in(app.test_client(), make_staff(session, role, name=f"{role.value} Person"))
        for role in Role
    } | {"nobody": app.test_client()}
    page = "/personale/mit-log-ind"
    tokens = {
        name: str(browser.form(browser.get(page, follow_redirects=True))["csrf_token"])
        for name, browser in browsers.items()
    }
    return World(browsers=browsers, tokens=tokens, session=session)


def things(world: World, rule: Rule) -> dict[str, str]:
    """A fresh thing of each kind, so that what a request does to it spoils no other cell."""
    session = world.session
    name = "jobnet" if rule.rule.endswith(("hent", "afvist")) else "sender"
    make_source(session)
    make_source(session, "sender").format = "push"
    staff = make_staff(session, Role.ADMIN, email=f"{clock.now().timestamp()}@example.com")
    key = PartnerKey(source="sender", token_hash=staff.id, created_at=clock.now(), created_by_id=staff.id)
    job = Job(kind=JobKind.SHEET, source="ark", state=JobState.DRAFT, created_at=clock.now())
    job.payload = to_payload(SheetJob(filename="a.csv", data=b"Titel;Tekst\nA;B", employer="Ark"))
    session.add_all([key, job])
    session.commit()
    entry = refused(session, reference=key.id)
    return {"name": name, "key_id": key.id, "job_id": job.id, "entry_id": entry.id, "kind": "csv"}


def ask(world: World, who: str, path: str, method: str) -> TestResponse:
    browser = world.browsers[who]
    if method == "GET":
        return browser.get(path)
    data = {"csrf_token": world.tokens[who], "partner": "", "sheet": (io.BytesIO(b""), "")}
    return browser.post(path, data=data)


def answer(response: TestResponse) -> str:
    if response.status_code == 404:
        return "not found"
    if (response.location or "").startswith("/personale/log-ind"):
        return "sign in"
    assert response.status_code in {200, 302, 422}, response.text
    return "open"


def same_for_all(response: TestResponse) -> bytes:
    """The body without the way back that the page's reading settings remember."""
    return re.sub(rb'\?tilbage=[^"]*', b"", response.data)


def expected(rule: Rule, who: str, *, there: bool) -> str:
    if who == "nobody":
        return "sign in"
    allowed = READERS if rule.rule in LOOKING else {"admin"}
    return "open" if who in allowed and there else "not found"


@pytest.mark.parametrize("who", PEOPLE)
def test_every_cell_of_the_matrix_is_right(app: Flask, world: World, who: str) -> None:
    wrong, bodies, cells = [], set(), 0
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/personale/kilder")]
    for rule in rules:
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            for there in (True, False) if rule.arguments else (True,):
                known = things(world, rule)
                values = {name: known[name] if there else NOT_THERE for name in rule.arguments}
                path = rule.rule
                for name, value in values.items():
                    path = path.replace(f"<{name}>", value)
                response = ask(world, who, path, method)
                cells += 1
                if answer(response) != expected(rule, who, there=there):
                    wrong.append((method, path, there, answer(response)))
                if response.status_code == 404:
                    bodies.add(same_for_all(response))
    assert wrong == []
    assert len(bodies) == (0 if who == "nobody" else 1)
    assert cells >= 35


def test_a_reader_is_told_of_no_key_and_no_button(world: World) -> None:
    make_source(world.session, "sender").format = "push"
    world.session.commit()
    page = world.browsers["secretariat"].get("/personale/kilder/kilde/sender").text
    assert "<button" not in page.split("<main")[1]
