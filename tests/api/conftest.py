"""Fixtures of a partner who pushes ads."""

import pytest
from sqlalchemy.orm import Session

from pushing import PATH, Push, make_key
from strict_client import StrictClient


@pytest.fixture
def key(session: Session) -> str:
    return make_key(session, "testmarked")


@pytest.fixture
def headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.fixture
def push(client: StrictClient, headers: dict[str, str]) -> Push:
    """Pushes a batch of these postings."""
    return lambda *postings: client.post(PATH, json={"postings": postings}, headers=headers)
