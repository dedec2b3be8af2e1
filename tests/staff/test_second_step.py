"""The second step: no page of the staff's opens without it, and a code is good for one time (P2, P3)."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from factories import CODE_SECRET, code, make_staff
from portal import clock, crypto, sessions, totp
from portal.access import audience_of
from portal.models.sign_in import RecoveryCode
from portal.models.staff import Role, Staff, StaffSession
from portal.staff import second_step
from portal.staff.actions import Refusal
from portal.staff.second_step import new_recovery_codes
from signing_in import CODE, SIGN_IN, give_code, give_password, is_in, take_both_steps
from strict_client import StrictClient

NOON = "2026-11-23 12:00:05"


def _staff_pages(app: Flask, method: str = "GET") -> list[str]:
    """The address of every page, or button, that is for staff who have signed in."""
    with app.test_request_context():
        return [
            str(
                app.url_map.bind("localhost").build(
                    rule.endpoint, dict.fromkeys(rule.arguments, "1111111111")
                )
            )
            for rule in app.url_map.iter_rules()
            if method in (rule.methods or set())
            and (audience := audience_of(app.view_functions[rule.endpoint]))
            and not (audience.everyone or audience.on_the_way_in)
        ]


def test_p2_with_a_password_alone_no_page_of_the_staff_opens(
    app: Flask, client: StrictClient, session: Session
) -> None:
    staff = make_staff(session, *Role)
    assert give_password(client, staff.email).location == CODE
    pages = _staff_pages(app)
    assert len(pages) > 15
    opened = {path: answer for path in pages if (answer := client.get(path)).status_code != 302}
    assert opened == {}
    give_code(client)
    assert client.get("/personale/mit-log-ind").status_code == 200


def test_p2_with_a_password_alone_no_button_of_the_staff_works(
    app: Flask, client: StrictClient, session: Session
) -> None:
    give_password(client, make_staff(session, *Role).email)
    pages = _staff_pages(app, "POST")
    assert len(pages) > 60
    answers = {path: client.post(path, data={"do": "start"}) for path in pages}
    # Refused for its token before it is looked at, or led to the sign-in: done by nobody.
    led_on = {path: answer.location for path, answer in answers.items() if answer.status_code != 400}
    assert {path: led for path, led in led_on.items() if not (led or "").startswith(SIGN_IN)} == {}


def test_p2_who_has_no_second_step_yet_is_led_to_choose_one(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    staff.code_secret = ""
    session.commit()
    give_password(client, staff.email)
    assert client.get(CODE).location == "/personale/sikkerhed"
    assert not is_in(client)


def test_p2_who_has_one_cannot_choose_another_with_a_password_alone(
    client: StrictClient, session: Session
) -> None:
    give_password(client, make_staff(session).email)
    for page in ("", "/adgangskode", "/app", "/noegle"):
        assert client.get(f"/personale/sikkerhed{page}").location == CODE


def test_p3_a_code_works_once(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    with time_machine.travel(NOON, tick=False):
        assert take_both_steps(app.test_client(), staff).status_code == 302
        second = app.test_client()
        give_password(second, staff.email)
        answer = give_code(second)
        assert answer.status_code == 422
        assert "Koden passer ikke." in answer.text
        assert not is_in(second)


@pytest.mark.parametrize(("seconds", "status"), [(-60, 422), (-30, 302), (0, 302), (30, 302), (60, 422)])
def test_p3_a_clock_may_be_half_a_minute_wrong(
    client: StrictClient, session: Session, seconds: int, status: int
) -> None:
    with time_machine.travel(NOON, tick=False):
        give_password(client, make_staff(session).email)
        typed = totp.code(CODE_SECRET, clock.now() + timedelta(seconds=seconds))
        assert give_code(client, typed).status_code == status


def test_p3_a_later_code_ends_the_earlier_ones(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    with time_machine.travel(NOON, tick=False):
        first, second = app.test_client(), app.test_client()
        give_password(first, staff.email)
        give_code(first, totp.code(CODE_SECRET, clock.now() + timedelta(seconds=30)))
        give_password(second, staff.email)
        assert give_code(second, code()).status_code == 422


def test_a_code_may_be_typed_with_spaces(client: StrictClient, session: Session) -> None:
    give_password(client, make_staff(session).email)
    typed = code()
    assert give_code(client, f" {typed[:3]} {typed[3:]} ").status_code == 302


def test_p3_five_tries_in_five_minutes_twenty_in_an_hour(client: StrictClient, session: Session) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        give_password(client, make_staff(session).email)
        answers = []
        for _ in range(4):
            answers += [give_code(client, "000000").status_code for _ in range(6)]
            traveller.shift(timedelta(minutes=5))
        assert answers == [422] * 5 + [429] + [422] * 5 + [429] + [422] * 5 + [429] + [422] * 2 + [429] * 4
        assert give_code(client).status_code == 429


def test_p3_fifty_tries_are_all_for_a_day(app: Flask, session: Session) -> None:
    staff, outcomes = make_staff(session), []
    with time_machine.travel(NOON, tick=False) as traveller, app.test_request_context(method="POST"):
        for _ in range(60):
            outcomes.append(second_step.check_code(staff, "000000", old_token=None))
            traveller.shift(timedelta(minutes=3, seconds=30))
    assert outcomes == [Refusal.WRONG] * 50 + [Refusal.TOO_MANY] * 10


def test_a_code_from_the_paper_works_once(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    codes = new_recovery_codes(session, staff)
    session.commit()
    assert len(set(codes)) == 10
    answers = []
    for typed in (codes[0], codes[0], codes[1].upper().replace("-", " ")):
        client = app.test_client()
        give_password(client, staff.email)
        answers.append(give_code(client, typed).status_code)
    assert answers == [302, 422, 302]


def test_a_code_from_the_paper_is_of_no_use_to_a_colleague(client: StrictClient, session: Session) -> None:
    codes = new_recovery_codes(session, make_staff(session, Role.LEADER, name="Lene Leder"))
    session.commit()
    give_password(client, make_staff(session).email)
    assert give_code(client, codes[0]).status_code == 422


def test_the_database_keeps_no_code_and_no_secret_in_the_clear(session: Session) -> None:
    staff = make_staff(session)
    codes = new_recovery_codes(session, staff)
    session.commit()
    kept = {row.code_hash for row in session.query(RecoveryCode)}
    assert kept.isdisjoint({shown.replace("-", "") for shown in codes})
    assert CODE_SECRET.encode() not in (session.get_one(Staff, staff.id).code_secret_sealed or b"")


def test_half_an_hour_after_the_password_it_is_asked_for_again(
    client: StrictClient, session: Session
) -> None:
    with time_machine.travel(NOON, tick=False) as traveller:
        give_password(client, make_staff(session).email)
        traveller.shift(timedelta(minutes=29))
        assert client.get(CODE).status_code == 200
        traveller.shift(timedelta(minutes=1))
        assert client.get(CODE).location.startswith(SIGN_IN)


def test_who_was_closed_between_the_steps_stays_out(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    give_password(client, staff.email)
    staff.active = False
    session.commit()
    assert client.get(CODE).location.startswith(SIGN_IN)


def test_p6_half_a_session_is_no_session(app: Flask, session: Session) -> None:
    """Its token, put where a whole session's token stands, opens nothing."""
    client, staff = app.test_client(), make_staff(session)
    give_password(client, staff.email)
    with client.session_transaction() as cookie:
        cookie["_user_id"] = cookie["half"]
        token = cookie["half"]
    assert not is_in(client)
    assert session.get_one(StaffSession, crypto.token_hash(token)).complete is False
    assert sessions.open_sessions(session, staff.id) == []
