"""P4: nobody learns from the time of an answer who has an account. Prints the ratios of medians."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import PASSWORD, make_staff
from portal import limits
from portal.models.staff import Role
from portal.staff.actions import PER_ACCOUNT
from signing_in import SIGN_IN
from trust.figures import note

TRIES = 60
ACCOUNTS = 12
WRONG = "noget helt andet her"
FORGOTTEN = "/personale/glemt-adgangskode"


@pytest.fixture
def accounts(session: Session) -> None:
    """So many that none but the locked meets its limit: each kind is tried 60 times, 5 times an account."""
    for number in range(ACCOUNTS):
        make_staff(session, Role.EDITOR, email=f"wrong{number}@example.com")
        make_staff(session, Role.EDITOR, email=f"inactive{number}@example.com", active=False)
        locked = make_staff(session, Role.EDITOR, email=f"locked{number}@example.com").email
        for _ in range(max(PER_ACCOUNT.values())):
            limits.is_over(session, "sign-in account", locked, PER_ACCOUNT)
    session.commit()


def _time(app: Flask, page: str, **typed: str) -> float:
    client = app.test_client()
    form = client.form(client.get(page), **typed)
    number = int("".join(filter(str.isdigit, typed["email"])))
    began = perf_counter()
    client.post(page, data=form, environ_base={"REMOTE_ADDR": f"10.{number}.{_next()}.1"})
    return perf_counter() - began


_count = iter(range(10_000))


def _next() -> int:
    return next(_count) % 250


def _medians(kinds: dict[str, Callable[[int], float]]) -> dict[str, float]:
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for number in range(TRIES):
        for kind, measure in kinds.items():
            times[kind].append(measure(number % ACCOUNTS))
    return {kind: median(taken) for kind, taken in times.items()}


def _judge(what: str, medians: dict[str, float], capsys: pytest.CaptureFixture[str]) -> str:
    """The ratios to an unknown account, in words."""
    base = medians["unknown"]
    ratios = {kind: round(taken / base, 3) for kind, taken in medians.items()}
    with capsys.disabled():
        print(f"\nP4 {what}: {ratios}, unknown takes {base * 1000:.1f} ms")
    assert {kind: ratio for kind, ratio in ratios.items() if not 0.8 <= ratio <= 1.25} == {}
    return ", ".join(f"{kind} {ratio}" for kind, ratio in ratios.items() if kind != "unknown")


def test_p4_a_password(app: Flask, accounts: None, capsys: pytest.CaptureFixture[str]) -> None:
    medians = _medians(
        {
            "unknown": lambda n: _time(app, SIGN_IN, email=f"unknown{n}@example.com", password=PASSWORD),
            "wrong": lambda n: _time(app, SIGN_IN, email=f"wrong{n}@example.com", password=WRONG),
            "inactive": lambda n: _time(app, SIGN_IN, email=f"inactive{n}@example.com", password=PASSWORD),
            "locked": lambda n: _time(app, SIGN_IN, email=f"locked{n}@example.com", password=PASSWORD),
        }
    )
    ratios = _judge("password", medians, capsys)
    assert ratios.startswith("wrong ")
    note(4, f"time to that of an unknown account, medians of {TRIES}: {ratios}")


def test_p4_a_forgotten_password(app: Flask, accounts: None, capsys: pytest.CaptureFixture[str]) -> None:
    medians = _medians(
        {
            "unknown": lambda n: _time(app, FORGOTTEN, email=f"unknown{n}@example.com"),
            "known": lambda n: _time(app, FORGOTTEN, email=f"wrong{n}@example.com"),
            "inactive": lambda n: _time(app, FORGOTTEN, email=f"inactive{n}@example.com"),
        }
    )
    assert _judge("forgotten password", medians, capsys)
