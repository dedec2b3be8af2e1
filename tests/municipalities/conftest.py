"""Who is signed in where the pages of municipalities are kept, and a machine that draws nothing."""

import pytest
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal import pdf
from portal.models.staff import Role
from strict_client import StrictClient


@pytest.fixture
def editor(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.EDITOR, name="Erik Editor"))


@pytest.fixture
def leader(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lea Leder"))


@pytest.fixture
def nothing_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without Pango: drawing takes seconds, and not every test is about it."""
    monkeypatch.setattr(pdf, "is_available", lambda: False)
