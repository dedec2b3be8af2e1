"""The queue: groups by what needs doing, who has waited longest first, in a fixed number of queries."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from case_work import decide
from factories import (
    AARHUS,
    make_application,
    make_consultant,
    make_posting,
    make_staff,
    move_to,
    sign_in,
)
from portal import clock
from portal.db import db
from portal.models.application import Application, FilledBy, State, Wish
from portal.models.staff import Role
from portal.screening.listing import numbers
from screening.queue_page import sections
from strict_client import StrictClient, parse

MONDAY = "2026-11-23 08:00:00"


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session))


def _row(client: StrictClient, path: str = "/personale") -> list[str]:
    row = next(
        item for item in parse(client.get(path).text).iter("li") if "kj-queue__row" in item.get("class", "")
    )
    return [" ".join(" ".join(cell.itertext()).split()) for cell in row]


def _named(name: str) -> dict[str, str]:
    return {"name": name}


def test_an_empty_queue_is_good_news(sanne: StrictClient) -> None:
    assert "Køen er tom. Alle har fået svar." in sanne.get("/personale").text


def test_cases_stand_under_what_needs_doing(sanne: StrictClient, session: Session) -> None:
    make_application(session, person=_named("Ny Person"))
    make_application(session, person=_named("Hjulpet Person"), filled_by=FilledBy.HELPER)
    move_to(session, make_application(session, person=_named("Gang Person")), State.SCREENING)
    move_to(
        session, make_application(session, person=_named("Spurgt Person")), State.SCREENING, State.NEEDS_INFO
    )
    move_to(
        session, make_application(session, person=_named("Sendt Person")), State.SCREENING, State.HANDED_OVER
    )
    late = make_application(session, person=_named("Sen Person"))
    late.answer_by = clock.now() - timedelta(hours=1)
    session.commit()
    assert sections(sanne) == {
        "Over tiden (1)": ["Sen P."],
        "Nye (1)": ["Ny P."],
        "Mangler personens ja (1)": ["Hjulpet P."],
        "I gang (1)": ["Gang P."],
        "Venter på svar fra personen (1)": ["Spurgt P."],
        "Sendt til konsulent (1)": ["Sendt P."],
    }


def test_who_has_waited_longest_stands_first(sanne: StrictClient, session: Session) -> None:
    for name, days in (("Anden Person", 1), ("Tredje Person", 0), ("Første Person", 2)):
        application = make_application(session, person=_named(name))
        application.submitted_at = clock.now() - timedelta(days=days)
    session.commit()
    assert sections(sanne)["Nye (3)"] == ["Første P.", "Anden P.", "Tredje P."]


def test_what_one_has_taken_stands_first_and_nowhere_else(sanne: StrictClient, session: Session) -> None:
    for name in ("Anden Person", "Min Person"):
        application = make_application(session, person=_named(name))
    decide(sanne, application, "tag")
    other = session.query(Application).filter(Application.claimed_by_id.is_(None)).one()
    move_to(session, other, State.SCREENING)
    shown = sections(sanne)
    assert list(shown) == ["Du har dem (1)", "I gang (1)"]
    assert list(shown.values()) == [["Min P."], ["Anden P."]]


def test_what_a_colleague_has_taken_stays_in_its_group(sanne: StrictClient, session: Session) -> None:
    decide(sanne, make_application(session), "tag")
    sign_in(sanne, make_staff(session, name="Ida Inger"))
    assert sections(sanne) == {"I gang (1)": ["Kim K."]}


def test_a_case_let_lie_for_half_an_hour_goes_back_to_its_group(app: Flask, session: Session) -> None:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        client = sign_in(app.test_client(), make_staff(session))
        decide(client, make_application(session), "tag")
        assert list(sections(client)) == ["Du har dem (1)"]
        traveller.shift(timedelta(minutes=30))
        assert list(sections(client)) == ["I gang (1)"]


def test_a_row_says_what_tells_a_case_from_its_neighbours(sanne: StrictClient, session: Session) -> None:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        bakery, shelves = make_posting(session), make_posting(session, easy_title="Fyld hylder op")
        application = make_application(session)
        application.wishes = [
            Wish(posting_id=job.id, added_at=clock.now() + timedelta(seconds=n))
            for n, job in enumerate((bakery, shelves))
        ]
        session.commit()
        traveller.shift(timedelta(minutes=1))
        sign_in(sanne, make_staff(session, name="Rikke Række"))
        assert _row(sanne) == [
            "Vælg Kim K. Kim K. Slagelse · Har selv skrevet",
            "Medarbejder i bageren og 1 mere",
            "Kom i dag",
            "Svar mangler",
        ]
        decide(sanne, application, "tag")
        traveller.shift(timedelta(minutes=10))
        assert _row(sanne)[2] == "Kom i dag · Rikke Række har den"


def test_a_late_row_says_since_when(session: Session, app: Flask) -> None:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        make_application(session)
        traveller.shift(timedelta(days=8))
        client = sign_in(app.test_client(), make_staff(session))
        assert _row(client)[2] == "Kom for 8 dage siden · Svar skulle være sendt mandag 30. november"


def test_a_wish_for_a_call_stands_in_the_row(sanne: StrictClient, session: Session) -> None:
    make_application(session, answers=[{"key": "call_phone", "question": "?", "value": "20 11 22 33"}])
    assert _row(sanne)[1] == "Vil gerne ringes op"


def test_a_row_follows_the_answers(sanne: StrictClient, session: Session) -> None:
    case = make_application(session, answers=[{"key": "trades", "question": "?", "value": ["shop"]}])
    before = _row(sanne)
    case.answers = '[{"key": "call_phone", "question": "?", "value": "20 11 22 33"}]'
    session.commit()
    assert before[1::2] == ["Intet bestemt job", "Alle svar er der"]
    assert _row(sanne)[1::2] == ["Vil gerne ringes op", "Tal sammen"]


def test_no_row_shows_a_whole_name(sanne: StrictClient, session: Session) -> None:
    make_application(session)
    assert "Kandidat" not in sanne.get("/personale").text


def test_ended_cases_are_found_by_asking_for_them(sanne: StrictClient, session: Session) -> None:
    move_to(session, make_application(session), State.CLOSED)
    assert sections(sanne) == {}
    assert 'href="/personale?gruppe=slut"' in sanne.get("/personale").text
    assert sections(sanne, "/personale?gruppe=slut") == {"Slut (1)": ["Kim K."]}


def test_a_list_can_be_narrowed_to_one_municipality(sanne: StrictClient, session: Session) -> None:
    make_application(session)
    make_application(session, person={"name": "Bo Bynær", "municipality_code": AARHUS})
    assert sections(sanne, f"/personale?kommune={AARHUS}") == {"Nye (1)": ["Bo B."]}


@pytest.mark.parametrize("query", ["gruppe=findes-ikke", "kommune=9999", "side=abc", "side=-1"])
def test_a_list_that_makes_no_sense_is_the_whole_queue(
    sanne: StrictClient, session: Session, query: str
) -> None:
    make_application(session)
    assert sections(sanne, f"/personale?{query}") == {"Nye (1)": ["Kim K."]}


def test_a_long_group_shows_the_first_five_and_leads_to_the_rest(
    sanne: StrictClient, session: Session
) -> None:
    for n in range(30):
        make_application(session, person=_named(f"Person{n:02} Test"))
    page = sanne.get("/personale")
    assert 'href="/personale?gruppe=nye"' in page.text
    assert len(sections(sanne)["Nye (30)"]) == 5
    first = sections(sanne, "/personale?gruppe=nye")["Nye (30)"]
    second = sections(sanne, "/personale?gruppe=nye&side=2")["Nye (30)"]
    assert (len(first), len(second)) == (25, 5)
    assert first + second == [f"Person{n:02} T." for n in range(30)]


def test_a_long_group_of_several_states_goes_on_where_its_first_page_ended(
    sanne: StrictClient, session: Session
) -> None:
    for n in range(30):
        case = make_application(session, person=_named(f"Person{n:02} Test"))
        move_to(session, case, State.WITHDRAWN if n % 2 else State.CLOSED)
    first = sections(sanne, "/personale?gruppe=slut")["Slut (30)"]
    second = sections(sanne, "/personale?gruppe=slut&side=2")["Slut (30)"]
    assert first + second == [f"Person{n:02} T." for n in reversed(range(30))]
    assert len(first) == 25


def test_a_page_past_the_end_is_empty_and_leads_back(sanne: StrictClient, session: Session) -> None:
    make_application(session)
    assert sections(sanne, "/personale?gruppe=nye&side=9999999999") == {"Nye (1)": []}


@pytest.mark.parametrize(
    ("here", "last", "shown"),
    [
        (1, 1, []),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_page_numbers_leave_gaps(here: int, last: int, shown: list[int | None]) -> None:
    assert numbers(here, last) == shown


@contextmanager
def _counted_queries(app: Flask) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def test_a_longer_queue_takes_no_more_queries(app: Flask, sanne: StrictClient, session: Session) -> None:
    counts = []
    for more in (2, 12):
        for _ in range(more):
            job = make_posting(session)
            application = make_application(session)
            application.wishes = [Wish(posting_id=job.id, added_at=clock.now())]
            decide(sanne, application, "tag")
        with _counted_queries(app) as statements:
            sanne.get("/personale")
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert counts[0] <= 17


def test_the_leader_sees_the_queue_too(client: StrictClient, session: Session) -> None:
    make_application(session)
    sign_in(client, make_staff(session, Role.LEADER))
    assert sections(client) == {"Nye (1)": ["Kim K."]}


def test_a_consultant_sees_her_own_cases_by_what_needs_doing(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    make_consultant(session, AARHUS, name="Bo Bistand")
    move_to(session, make_application(session), State.SCREENING, State.HANDED_OVER)
    move_to(session, make_application(session, fits="fleksjob"), State.SCREENING, State.VISITATION)
    make_application(session, person=_named("Ikke Sendt"))
    foreign = make_application(session, person={"name": "Anden By", "municipality_code": AARHUS})
    move_to(session, foreign, State.SCREENING, State.HANDED_OVER)
    sign_in(client, ann.staff)
    assert sections(client, "/personale/mine") == {
        "Nye til dig (1)": ["Kim K."],
        "Sig ja eller nej (1)": ["Kim K."],
    }


def test_a_consultants_row_says_since_when_and_leaves_the_signals_to_the_office(
    client: StrictClient, session: Session
) -> None:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        ann = make_consultant(session)
        case = make_application(session)
        traveller.shift(timedelta(days=3))
        path = (State.SCREENING, State.HANDED_OVER, State.ACCEPTED, State.TALKED, State.WAITING)
        move_to(session, case, *path)
        traveller.shift(timedelta(minutes=1))
        sign_in(client, ann.staff)
        assert _row(client, "/personale/mine") == [
            "Kim K. Slagelse · Har selv skrevet",
            "Intet bestemt job",
            "På venteliste siden torsdag 26. november 2026",
            "",
        ]


def test_a_consultant_without_cases_is_told_so(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    assert "Du har ingen sager lige nu." in client.get("/personale/mine").text
