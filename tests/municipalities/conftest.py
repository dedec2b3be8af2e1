"""Who is signed in where the pages of municipalities are kept."""

import pytest
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal.models.staff import Role
from strict_client import StrictClient


@pytest.fixture
def editor(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.EDITOR, name="Erik Editor"))


@pytest.fixture
def leader(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lea Leder"))
