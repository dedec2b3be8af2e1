"""`staff add | again | code | list`, and the closing of accounts that nobody uses (P10)."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy.orm import Session

from factories import code, make_staff, sign_in
from portal.config import Settings
from portal.models.staff import Role
from signing_in import is_in


def _run(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["staff", *words])
    return result.exit_code, result.output


def test_an_account_is_added_with_a_link_that_works(app: Flask, session: Session) -> None:
    status, printed = _run(app, "add", "Nina@example.com", "--name", "Nina Ny", "--role", "editor")
    assert status == 0
    link = printed.split()[-1]
    page = app.test_client().get(link.removeprefix("http://localhost:8000"))
    assert "Velkommen, Nina Ny" in page.text


def test_an_account_is_added_once_and_with_one_address(app: Flask, session: Session) -> None:
    make_staff(session)
    status, printed = _run(app, "add", "sanne@example.com", "--name", "Sanne", "--role", "editor")
    assert (status, "has an account already" in printed) == (1, True)
    assert _run(app, "add", "a@b.dk, c@d.dk", "--name", "To", "--role", "editor")[0] == 1


def test_who_lost_everything_gets_a_new_link(app: Flask, session: Session) -> None:
    client = sign_in(app.test_client(), make_staff(session))
    status, printed = _run(app, "again", "sanne@example.com")
    assert (status, "/personale/velkommen/" in printed) == (0, True)
    assert not is_in(client)
    assert _run(app, "again", "ingen@example.com")[0] == 1


def test_the_code_of_an_app_is_told_in_the_demo_and_not_in_production(app: Flask, session: Session) -> None:
    make_staff(session)
    before = code()
    status, printed = _run(app, "code", "sanne@example.com")
    assert (status, printed.strip() in {before, code()}) == (0, True)
    settings = app.config["SETTINGS"]
    app.config["SETTINGS"] = Settings(**{**vars(settings), "env": "production"})
    assert _run(app, "code", "sanne@example.com")[0] == 1


def test_p10_accounts_and_their_rights_can_be_listed(app: Flask, session: Session) -> None:
    make_staff(session, Role.LEADER, Role.ADMIN)
    make_staff(session, name="Lukket Konto", active=False)
    lines = [line.split("\t") for line in _run(app, "list")[1].splitlines()]
    assert lines == [
        ["lukket@example.com", "Lukket Konto", "secretariat", "last used never", "closed"],
        ["sanne@example.com", "Sanne Sekretær", "admin,leader", "last used never", "open"],
    ]


def test_the_list_says_on_which_day_in_copenhagen_somebody_signed_in(app: Flask, session: Session) -> None:
    make_staff(session, last_login_at=datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    assert "last used 2026-07-01" in _run(app, "list")[1]
