"""A session ends at the next request once it is signed out or too old, or its account is changed (P6, P7)."""

from datetime import timedelta

import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal import clock, sessions
from portal.models.staff import Role, StaffRole
from statements import statements
from strict_client import StrictClient

START = "2026-11-23 09:00:00"


def _is_in(client: StrictClient) -> bool:
    return client.get("/personale").status_code == 200


def _press(client: StrictClient, path: str) -> None:
    token = client.form(client.get("/personale"))["csrf_token"]
    assert client.post(path, data={"csrf_token": token}).location == "/personale/log-ind"


def test_signing_out_ends_the_session_for_a_copy_of_the_cookie_too(app: Flask, session: Session) -> None:
    client, copy = app.test_client(), app.test_client()
    sign_in(client, make_staff(session))
    with client.session_transaction() as cookie, copy.session_transaction() as copied:
        copied.update(cookie)
    assert _is_in(copy)
    _press(client, "/personale/log-ud")
    assert not _is_in(client)
    assert not _is_in(copy)


def test_signing_out_leaves_nothing_in_the_browser_but_a_kind_word(
    client: StrictClient, session: Session
) -> None:
    sign_in(client, make_staff(session))
    _press(client, "/personale/log-ud")
    with client.session_transaction() as cookie:
        assert list(cookie) == ["_flashes"]
    assert "Du er logget ud." in client.get("/personale/log-ind").text


def test_signing_out_everywhere_ends_the_other_browser(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    here, there = sign_in(app.test_client(), staff), sign_in(app.test_client(), staff)
    _press(here, "/personale/log-ud-alle-steder")
    assert not _is_in(there)


def test_signing_out_everywhere_leaves_colleagues_alone(app: Flask, session: Session) -> None:
    here = sign_in(app.test_client(), make_staff(session))
    colleague = sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))
    _press(here, "/personale/log-ud-alle-steder")
    assert _is_in(colleague)


def test_a_closed_account_is_out_at_the_next_request(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    sign_in(client, staff)
    staff.active = False
    session.commit()
    assert not _is_in(client)


def test_a_changed_role_counts_at_the_next_request(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    sign_in(client, staff)
    assert client.get("/personale/post").status_code == 200
    staff.role_rows = [StaffRole(role=Role.EDITOR)]
    session.commit()
    assert client.get("/personale/post").status_code == 404


def test_ending_all_sessions_of_a_person_works_at_once(client: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    sign_in(client, staff)
    sessions.end_all(session, staff.id)
    session.commit()
    assert not _is_in(client)


def test_an_idle_hour_ends_the_session(client: StrictClient, session: Session) -> None:
    with time_machine.travel(START, tick=False) as traveller:
        sign_in(client, make_staff(session))
        traveller.shift(timedelta(minutes=59))
        assert _is_in(client)
        traveller.shift(timedelta(minutes=60))
        assert not _is_in(client)


def test_twelve_hours_end_the_session_of_whoever_never_rests(client: StrictClient, session: Session) -> None:
    with time_machine.travel(START, tick=False) as traveller:
        sign_in(client, make_staff(session))
        for _ in range(23):
            traveller.shift(timedelta(minutes=30))
            assert _is_in(client)
        traveller.shift(timedelta(minutes=30))
        assert not _is_in(client)


def test_the_page_of_ones_sign_in_lists_the_sessions_that_still_work(app: Flask, session: Session) -> None:
    staff = make_staff(session)
    with time_machine.travel(START, tick=False) as traveller:
        sign_in(app.test_client(), staff)
        traveller.shift(timedelta(hours=2))
        client = sign_in(app.test_client(), staff)
        page = client.get("/personale/mit-log-ind")
        assert [row.created_at for row in sessions.open_sessions(session, staff.id)] == [clock.now()]
    assert "mandag 23. november kl. 12.00" in page.text
    assert "kl. 10.00" not in page.text


def test_what_a_page_tells_of_a_person_is_kept_by_no_cache(client: StrictClient, session: Session) -> None:
    sign_in(client, make_staff(session))
    assert client.get("/personale").headers["Cache-Control"] == "no-store"


def test_who_is_signed_in_and_with_which_roles_is_one_question(app: Flask, session: Session) -> None:
    client = sign_in(app.test_client(), make_staff(session, Role.SECRETARIAT, Role.LEADER))
    client.get("/personale/soeg")
    with statements(app) as asked:
        client.get("/personale/soeg")
    assert len([statement for statement in asked if "staff" in statement]) == 1


def test_another_browser_program_with_the_same_cookie_changes_nothing_in_it(
    app: Flask, session: Session
) -> None:
    client = sign_in(app.test_client(), make_staff(session))
    client.get("/personale/soeg")
    answer = client.get("/personale/soeg", headers={"User-Agent": "Another/1.0"})
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
