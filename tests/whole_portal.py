"""Something real for every name in an address, and a browser for every role: for walks over all routes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from factories import make_application, make_consultant, make_posting, make_staff, move_to, sign_in
from portal import clock, invitations
from portal.models import Base
from portal.models.application import State
from portal.models.gathering import Gathering, GatheringKind
from portal.models.note import Note
from portal.models.school import School
from portal.models.sign_in import LinkKind
from portal.models.staff import Role
from portal.schools import visits
from strict_client import StrictClient

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
NOT_THERE = "findes-ikke"


@dataclass(frozen=True, kw_only=True)
class Whole:
    """`values`: what stands for each name in an address. `browsers`: one for each role, and `nobody`."""

    values: dict[str, str]
    browsers: dict[str, StrictClient]


def fill(app: Flask, session: Session) -> Whole:
    """One of each kind of thing, and people who may look at them."""
    ann = make_consultant(session)
    posting = make_posting(session)
    application = make_application(session)
    move_to(session, application, State.SCREENING, State.HANDED_OVER)
    note = Note(application_id=application.id, staff_id=ann.staff.id, at=clock.now())
    note.text = "Ring igen"
    session.add(note)
    session.commit()
    people = {role.value: make_staff(session, role, name=f"{role.value} Person") for role in Role}
    browsers = {name: sign_in(app.test_client(), staff) for name, staff in people.items()}
    browsers["advisor"] = sign_in(app.test_client(), ann.staff)
    browsers["nobody"] = app.test_client()
    with app.test_request_context():
        link = invitations.link_for(session, people["editor"], LinkKind.RESET)
    session.commit()
    values = {
        "posting_id": posting.id,
        "application_id": application.id,
        "other_id": application.id,
        "note_id": note.id,
        "staff_id": ann.staff.id,
        "consultant_id": ann.id,
        "source": posting.source,
        "secret": link.rsplit("/", 1)[1],
        "verb_key": "tag",
        "ids": posting.id,
        "answers": "j",
        **_school_things(app, session),
        "filename": "css/portal.css",
    }
    return Whole(values=values, browsers=browsers)


def _school_things(app: Flask, session: Session) -> dict[str, str]:
    """A school, a gathering and a visit that a teacher has asked for."""
    now = clock.now()
    school = School(name="STU Testby", changed_at=now)
    gathering = Gathering(
        kind=GatheringKind.MEETING, title="Møde", place="Testby", starts_at=now, ends_at=now, changed_at=now
    )
    session.add_all([school, gathering])
    wish = visits.Wish(
        school=school.name,
        municipality_code="",
        starts_at=now,
        name="Lis Lærer",
        phone="20 30 40 50",
        email="lis@skole.example",
        more="",
    )
    with app.test_request_context():
        secret = visits.ask(session, wish)
    visit = visits.by_secret(session, secret)
    assert visit is not None
    return {
        "school_id": school.id,
        "gathering_id": gathering.id,
        "visit_id": visit.id,
        "visit_secret": secret,
    }


def addresses(app: Flask, whole: Whole, methods: set[str]) -> Iterator[tuple[Rule, str, str]]:
    """Every route that takes one of `methods`, with the method and an address that means something."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        for method in sorted((rule.methods or set()) & methods):
            yield rule, method, address_of(rule, whole)


def address_of(rule: Rule, whole: Whole) -> str:
    """The address of a route about the things that there are."""
    values = _values(rule, whole)
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda name: values[name[1]], rule.rule)


def _values(rule: Rule, whole: Whole) -> dict[str, str]:
    special = {
        ("/job/", "name"): whole.values["posting_id"],
        ("/personale/kilder/", "name"): whole.values["source"],
        ("/henvis/", "slug"): "slagelse",
        ("/kommuner/", "slug"): "slagelse",
        ("/ansoeg/", "slug"): "navn",
        ("/stu/arbejdsdag/", "slug"): "butik",
        ("/stu/besoeg/", "secret"): whole.values["visit_secret"],
    }
    found = {name: whole.values.get(name, NOT_THERE) for name in rule.arguments}
    return found | {
        name: value
        for (start, name), value in special.items()
        if name in found and rule.rule.startswith(start)
    }


def rows(session: Session, *, but: set[str]) -> dict[str, list[Any]]:
    """All that the database holds, table by table, without the tables named."""
    session.rollback()
    tables = [table for table in Base.metadata.sorted_tables if table.name not in but]
    return {table.name: sorted(map(repr, session.execute(select(table)))) for table in tables}
