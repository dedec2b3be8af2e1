"""Who works in the editors' room: Erik edits, Ann advises and drafts."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_consultant, make_staff, sign_in
from portal.models.staff import Role, Staff
from strict_client import StrictClient


@pytest.fixture
def erik(session: Session) -> Staff:
    return make_staff(session, Role.EDITOR, name="Erik Editor")


@pytest.fixture
def editor(client: StrictClient, erik: Staff) -> StrictClient:
    """Erik's browser."""
    return sign_in(client, erik)


@pytest.fixture
def advisor(app: Flask, session: Session) -> StrictClient:
    """Ann's browser."""
    return sign_in(app.test_client(), make_consultant(session).staff)
