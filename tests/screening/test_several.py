"""One decision over several cases: a summary first, each case for itself, and nothing twice."""

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import decide, form_on
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal.models.answer_letter import AnswerLetter
from portal.models.application import Application, Move, State
from portal.models.staff import Role
from strict_client import StrictClient


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(app.test_client(), make_staff(session))


@pytest.fixture
def lene(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))


@pytest.fixture
def new(session: Session) -> list[Application]:
    return [make_application(session, person={"name": f"{name} Prøve"}) for name in ("Kim", "Bo", "Eva")]


def _summary(client: StrictClient, verb: str, *picked: Application) -> TestResponse:
    sent = form_on(client.get("/personale"), "flere")
    assert sent is not None
    values = [f"{case.id}:{case.version}" for case in picked]
    return client.post("/personale/flere", data=sent | {"goer": verb, "sag": values})


def _go(
    client: StrictClient, page: TestResponse, verb: str, *picked: Application, **typed: str
) -> TestResponse:
    sent = form_on(page, verb)
    assert sent is not None
    values = {"sag": [f"{case.id}:{case.version}" for case in picked]}
    chosen = {f"{verb}-{name}": value for name, value in typed.items()}
    return client.post(f"/personale/flere/{verb}", data=sent | values | chosen)


def test_a_summary_names_the_cases_and_changes_nothing(sanne: StrictClient, new: list[Application]) -> None:
    page = _summary(sanne, "tag", *new[:2])
    assert "Tag den: 2 sager" in page.text
    assert "Kim P." in page.text
    assert "Eva P." not in page.text
    assert [case.state for case in new] == [State.RECEIVED] * 3


def test_the_picked_ones_are_taken_and_the_others_are_not(
    sanne: StrictClient, new: list[Application]
) -> None:
    done = _go(sanne, _summary(sanne, "tag", *new[:2]), "tag", *new[:2])
    assert "Det er gjort med 2 sager." in done.text
    assert [case.state for case in new] == [State.SCREENING, State.SCREENING, State.RECEIVED]


@pytest.mark.usefixtures("new")
def test_with_nothing_picked_one_is_back_on_the_list_one_was_on(sanne: StrictClient) -> None:
    sent = form_on(sanne.get("/personale?gruppe=nye&kommune=0330"), "flere")
    assert sent is not None
    answer = sanne.post("/personale/flere", data=sent | {"goer": "luk"})
    assert answer.location == "/personale?gruppe=nye&kommune=0330"


def test_with_nothing_picked_nothing_happens(sanne: StrictClient, new: list[Application]) -> None:
    response = _summary(sanne, "luk")
    assert response.location == "/personale"
    assert "Du har ikke valgt nogen sager" in sanne.get("/personale").text
    assert [case.state for case in new] == [State.RECEIVED] * 3


def test_sent_twice_it_is_done_once(sanne: StrictClient, session: Session, new: list[Application]) -> None:
    page = _summary(sanne, "luk", *new)
    values = [f"{case.id}:{case.version}" for case in new]
    sent = (form_on(page, "luk") or {}) | {"sag": values, "luk-reason": "has_work"}
    first, second = (sanne.post("/personale/flere/luk", data=sent) for _ in range(2))
    assert "Luk sagen: 3 af 3" in first.text
    assert "Luk sagen: 0 af 3" in second.text
    assert "Sagen er ændret imens" in second.text
    closed = select(func.count()).where(Move.to_state == State.CLOSED)
    assert session.scalar(closed) == 3


def test_a_colleague_in_between_stops_one_case_and_no_other(
    sanne: StrictClient, lene: StrictClient, new: list[Application]
) -> None:
    page = _summary(sanne, "luk", *new)
    sent = (form_on(page, "luk") or {}) | {"sag": [f"{case.id}:{case.version}" for case in new]}
    decide(lene, new[1], "tag")
    done = sanne.post("/personale/flere/luk", data=sent | {"luk-reason": "has_work"})
    assert "Luk sagen: 2 af 3" in done.text
    assert "Bo P." in done.text
    assert [case.state for case in new] == [State.CLOSED, State.SCREENING, State.CLOSED]


def test_what_is_in_the_way_is_said_before(
    sanne: StrictClient, lene: StrictClient, new: list[Application]
) -> None:
    decide(lene, new[0], "tag")
    page = _summary(sanne, "luk", *new)
    assert "Luk sagen: 2 sager" in page.text
    assert "En kollega har sagen." in page.text


def test_a_move_that_is_not_allowed_is_left_alone(
    sanne: StrictClient, session: Session, new: list[Application]
) -> None:
    move_to(session, new[0], State.SCREENING)
    assert "Spørg om mere: 1 sag" in _summary(sanne, "spoerg", *new).text


def test_all_who_are_asked_for_more_get_a_letter(
    sanne: StrictClient, session: Session, new: list[Application]
) -> None:
    for case in new:
        move_to(session, case, State.SCREENING)
    _go(sanne, _summary(sanne, "spoerg", *new), "spoerg", *new, details="pension")
    letters = [letter.text for letter in session.scalars(select(AnswerLetter))]
    assert len(letters) == 3
    assert all("Har du fået førtidspension?" in text for text in letters)


def test_a_missing_reason_comes_back_with_the_cases(sanne: StrictClient, new: list[Application]) -> None:
    page = _go(sanne, _summary(sanne, "luk", *new), "luk", *new)
    assert page.status_code == 422
    assert "Luk sagen: 3 sager" in page.text


@pytest.mark.parametrize("verb", ["ikke-for-os", "videre", "findes-ikke"])
def test_only_harmless_verbs_are_for_many(sanne: StrictClient, new: list[Application], verb: str) -> None:
    assert _summary(sanne, verb, *new).location == "/personale"
    assert (
        sanne.post(f"/personale/flere/{verb}", data=form_on(sanne.get("/personale"), "flere")).status_code
        == 404
    )


@pytest.mark.parametrize("value", ["", "x", "abc:", ":1", "abc:x", "'; --:1", "abc:99999999999"])
def test_an_odd_value_picks_nothing(sanne: StrictClient, new: list[Application], value: str) -> None:
    sent = (form_on(sanne.get("/personale"), "flere") or {}) | {"goer": "tag", "sag": [value]}
    assert sanne.post("/personale/flere", data=sent).location == "/personale"
