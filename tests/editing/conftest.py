"""Who works in the editors' room: Erik edits, Ann advises and drafts."""

from collections.abc import Iterator

import pytest
import time_machine
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


@pytest.fixture
def hand(client: StrictClient, erik: Staff) -> Iterator[time_machine.Traveller]:
    """A clock to turn; Erik is signed in at its time."""
    with time_machine.travel("2026-11-22T09:00:00+00:00") as traveller:
        sign_in(client, erik)
        yield traveller
