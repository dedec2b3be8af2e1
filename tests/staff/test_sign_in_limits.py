"""How often one may try to sign in, and that who tried too often learns nothing of the account (P4, P5)."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from factories import PASSWORD, make_staff
from portal.models.staff import Role
from portal.staff import actions
from portal.staff.actions import Refusal
from signing_in import WRONG, answer_without_what_was_typed, give_password

PER_ACCOUNT = 10
PER_NETWORK = 30


def test_p4_an_account_that_was_tried_too_often_is_told_what_all_others_are_told(
    app: Flask, session: Session
) -> None:
    """Tried too often, with the right password, closed, or without an account; and one wrong password."""
    make_staff(session)
    make_staff(session, name="Lukket Konto", email="lukket@example.com", active=False)
    with time_machine.travel("2026-11-23 10:00:01", tick=False):
        wrong = give_password(app.test_client(), "sanne@example.com", WRONG, "10.0.98.1")
        answers = [answer_without_what_was_typed(wrong, "sanne@example.com")]
        for email in ("sanne@example.com", "lukket@example.com", "ingen@example.com"):
            with app.test_request_context(method="POST"):
                for n in range(PER_ACCOUNT):
                    actions.take_first_step(email, WRONG, network=f"{email} {n}", old_token=None)
            refused = give_password(app.test_client(), email, PASSWORD, "10.0.99.1")
            answers.append(answer_without_what_was_typed(refused, email))
    assert answers == [answers[0]] * 4
    assert answers[0][0] == 422
    assert "Er der prøvet mange gange? Så vent 5 minutter, eller ring til os." in answers[0][2]


def test_p4_an_account_that_was_tried_too_often_takes_as_long(app: Flask, session: Session) -> None:
    """Its password is checked like any other; how often that happens is up to the limit of a network."""
    make_staff(session)
    with (
        app.test_request_context(method="POST"),
        patch("portal.passwords.is_right", return_value=False) as check,
    ):
        for n in range(PER_ACCOUNT + 1):
            actions.take_first_step("sanne@example.com", WRONG, network=str(n), old_token=None)
    assert check.call_count == PER_ACCOUNT + 1


def test_an_account_has_ten_tries_in_five_minutes(app: Flask, session: Session) -> None:
    make_staff(session)
    with time_machine.travel("2026-11-23 10:00:01", tick=False) as traveller:
        tries = [
            give_password(app.test_client(), "sanne@example.com", WRONG, f"10.0.{n}.1").status_code
            for n in range(PER_ACCOUNT)
        ]
        assert tries == [422] * PER_ACCOUNT
        refused = give_password(app.test_client(), "sanne@example.com", PASSWORD, "10.0.99.1")
        assert refused.status_code == 422
        traveller.shift(timedelta(minutes=5))
        assert give_password(app.test_client(), "sanne@example.com", PASSWORD).status_code == 302


def test_p5_who_tries_slowly_but_on_and_on_waits_longer_and_then_the_account_opens_again(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine tries in five minutes are too few for the limit of five minutes, not for that of an hour.

    From the 31st try on not even the right password lets in.
    """
    staff = make_staff(session)
    outcomes: list[Refusal | None] = []
    with time_machine.travel("2026-11-23 10:00:01Z", tick=False) as traveller:
        with monkeypatch.context() as changed, app.test_request_context(method="POST"):
            changed.setattr("portal.passwords.is_right", lambda *_: len(outcomes) >= 30)
            for number in range(100):
                outcomes.append(
                    actions.take_first_step(staff.email, WRONG, network=f"n{number}", old_token=None)
                )
                traveller.shift(timedelta(seconds=33))
        assert outcomes == [Refusal.WRONG] * 100
        traveller.move_to("2026-11-23 11:00:05Z", tick=False)
        assert give_password(app.test_client(), staff.email, PASSWORD).status_code == 302


def test_p5_the_thirtieth_try_of_an_hour_and_the_tenth_of_five_minutes_still_let_in(
    app: Flask, session: Session
) -> None:
    staff = make_staff(session)
    with time_machine.travel("2026-11-23 10:00:01Z", tick=False) as traveller:
        with app.test_request_context(method="POST"), patch("portal.passwords.is_right", return_value=False):
            for number in range(29):
                traveller.shift(timedelta(minutes=5 if number in {10, 20} else 0))
                actions.take_first_step(staff.email, WRONG, network=f"n{number}", old_token=None)
        assert give_password(app.test_client(), staff.email, PASSWORD).status_code == 302


def test_p5_a_network_has_a_limit_for_an_hour_too() -> None:
    assert actions.PER_NETWORK[timedelta(hours=1)] == 120


def test_tries_on_one_account_do_not_lock_another(app: Flask, session: Session) -> None:
    make_staff(session)
    make_staff(session, Role.LEADER, name="Lene Leder")
    with time_machine.travel("2026-11-23 10:00:01", tick=False):
        for n in range(PER_ACCOUNT + 1):
            give_password(app.test_client(), "sanne@example.com", WRONG, f"10.0.{n}.1")
        assert give_password(app.test_client(), "lene@example.com", PASSWORD).status_code == 302


def test_a_network_has_thirty_tries_in_five_minutes(app: Flask, session: Session) -> None:
    make_staff(session)
    with time_machine.travel("2026-11-23 10:00:01", tick=False):
        with app.test_request_context(method="POST"):
            outcomes = {
                actions.take_first_step(f"{n}@example.com", WRONG, network="10.0.0.0/24", old_token=None)
                for n in range(PER_NETWORK)
            }
        assert outcomes == {Refusal.WRONG}
        assert give_password(app.test_client(), "sanne@example.com", PASSWORD, "10.0.0.77").status_code == 429
        assert give_password(app.test_client(), "sanne@example.com", PASSWORD, "10.0.1.1").status_code == 302


def test_a_right_password_clears_the_count_of_the_account(app: Flask, session: Session) -> None:
    make_staff(session)
    with time_machine.travel("2026-11-23 10:00:01", tick=False):
        for n in range(PER_ACCOUNT - 1):
            give_password(app.test_client(), "sanne@example.com", WRONG, f"10.0.{n}.1")
        assert give_password(app.test_client(), "sanne@example.com", PASSWORD, "10.1.1.1").status_code == 302
        assert give_password(app.test_client(), "sanne@example.com", WRONG, "10.1.2.1").status_code == 422
        assert give_password(app.test_client(), "sanne@example.com", PASSWORD, "10.1.3.1").status_code == 302
