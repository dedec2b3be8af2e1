"""Ann goes on holiday: Bo stands in, sees her cases for those days, and none of them afterwards."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide
from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock
from portal.models.application import State
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from strict_client import StrictClient


def test_p15_a_holiday_with_a_deputy(
    client: StrictClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bo = make_consultant(session), make_consultant(session, AARHUS, name="Bo Bistand")
    lene = sign_in(client, make_staff(session, Role.LEADER, name="Lene Leder"))
    deputy = sign_in(client.application.test_client(), bo.staff)
    old = move_to(session, make_application(session), State.SCREENING, State.HANDED_OVER)
    new = move_to(session, make_application(session), State.SCREENING)
    first, last = clock.today(), clock.today() + timedelta(days=7)

    # The leader writes the holiday down.
    page = lene.get(f"/personale/konsulenter/{ann.id}")
    days = {"deputy": bo.id, "first": first.isoformat(), "last": last.isoformat()}
    lene.post(f"/personale/konsulenter/{ann.id}/vaek", data=lene.form(page) | days)

    # What comes now goes to Bo, and he has the old case too.
    decide(lene, new, "videre")
    told = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "handed_over"))
    assert [mail.address for mail in told] == [bo.staff.email]
    mine = deputy.get("/personale/mine").text
    assert old.id in mine
    assert new.id in mine
    decide(deputy, old, "accepter")
    assert old.state == State.ACCEPTED

    # The day after the holiday all of it is Ann's alone.
    after: date = last + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: after)
    assert deputy.get(case_path(old)).status_code == 404
    assert new.id not in deputy.get("/personale/mine").text
    assert old.id in sign_in(client, ann.staff).get("/personale/mine").text
