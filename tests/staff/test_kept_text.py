"""P6: what was typed survives a session that ended: one signs in again and sends it."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from case_work import case_path, form_on
from factories import make_application, make_staff, sign_in
from portal import clock, kept_forms, sessions
from portal.models.application import Application
from portal.models.desk import KeptForm
from portal.models.note import Note
from portal.models.staff import Role, Staff
from strict_client import StrictClient

LONG_NOTE = "Vi talte længe i dag.\nKim vil helst begynde kl. 9."
AFTER_AN_HOUR = timedelta(minutes=61)


@pytest.fixture
def sanne(session: Session) -> Staff:
    return make_staff(session)


@pytest.fixture
def case(session: Session) -> Application:
    return make_application(session)


def _send_too_late(client: StrictClient, sanne: Staff, case: Application) -> str:
    """The address to which a note leads that is sent an hour after the page was opened."""
    address = f"{case_path(case)}/noter"
    sent = form_on(sign_in(client, sanne).get(address), "noter")
    assert sent is not None
    with time_machine.travel(clock.now() + AFTER_AN_HOUR):
        response = client.post(address, data=sent | {"note-text": LONG_NOTE})
    assert response.status_code == 302
    return str(response.location)


def _notes(session: Session) -> list[str]:
    return [note.text for note in session.scalars(select(Note))]


def test_a_note_of_an_ended_session_is_kept_and_sent_after_signing_in(
    client: StrictClient, session: Session, sanne: Staff, case: Application
) -> None:
    location = _send_too_late(client, sanne, case)
    kept = session.scalars(select(KeptForm)).one()
    assert f"gemt-tekst%2F{kept.id}" in location or f"gemt-tekst/{kept.id}" in location
    assert b"talte" not in (kept.form_sealed or b"")
    page = sign_in(client, sanne).get(f"/personale/gemt-tekst/{kept.id}")
    assert "Kim vil helst begynde kl. 9." in page.text
    sent = form_on(page, kept.id)
    led_on = client.post(f"/personale/gemt-tekst/{kept.id}", data=sent)
    # A browser sends the same form again, as 307 says.
    assert (led_on.status_code, led_on.location) == (307, f"{case_path(case)}/noter")
    assert client.post(str(led_on.location), data=sent).status_code == 302
    assert _notes(session) == [LONG_NOTE]
    assert session.scalar(select(func.count()).select_from(KeptForm)) == 0


def test_nobody_else_gets_it(
    client: StrictClient, app: Flask, session: Session, sanne: Staff, case: Application
) -> None:
    _send_too_late(client, sanne, case)
    kept = session.scalars(select(KeptForm)).one()
    lene = sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))
    assert lene.get(f"/personale/gemt-tekst/{kept.id}").status_code == 404


def test_who_was_never_signed_in_leaves_nothing_behind(
    client: StrictClient, session: Session, case: Application
) -> None:
    client.post(f"{case_path(case)}/noter", data={"note-text": LONG_NOTE})
    assert session.scalar(select(KeptForm.id)) is None


def test_passwords_and_tokens_are_never_kept(app: Flask, session: Session, sanne: Staff) -> None:
    with app.test_request_context(
        method="POST",
        data={"password": "hemmelig", "x-code": "123456", "csrf_token": "t", "note-text": "Hej"},
    ):
        token = sessions.start(session, sanne).token
        session.commit()
        from_browser = {"_user_id": token}
        kept_forms.cookie.update(from_browser)
        kept_id = kept_forms.keep()
    assert kept_forms.pairs_of(session.get_one(KeptForm, kept_id)) == [
        ("csrf_token", ""),
        ("note-text", "Hej"),
    ]


def test_what_nobody_came_back_for_is_gone_after_half_a_day(
    client: StrictClient, session: Session, sanne: Staff, case: Application
) -> None:
    _send_too_late(client, sanne, case)
    with time_machine.travel(clock.now() + timedelta(hours=14)):
        kept_forms.purge(session)
    assert session.scalar(select(KeptForm.id)) is None
