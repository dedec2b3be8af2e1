"""A portal with one configured source, "jobnet", and browsers of staff."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from importers.registry import ConfiguredImporter
from portal.models.staff import Role
from strict_client import StrictClient

FEEDS = """
[[source]]
name = "jobnet"
format = "jobnet"
url = "http://127.0.0.1:1/bff"
allow_http = true
"""


@pytest.fixture(autouse=True)
def feeds_file(app: Flask, portal_folder: Path) -> Path:
    """The file that names the sources; this machine is no address that a feed may have."""
    path = portal_folder / "feeds.toml"
    path.write_text(FEEDS)
    app.extensions["importers"] = ConfiguredImporter(path)
    return path


@pytest.fixture
def admin(app: Flask, session: Session) -> StrictClient:
    """The browser of an administrator."""
    return sign_in(app.test_client(), make_staff(session, Role.ADMIN, name="Asta Admin"))


@pytest.fixture
def reader(app: Flask, session: Session) -> StrictClient:
    """The browser of somebody who may look, and no more."""
    return sign_in(app.test_client(), make_staff(session, Role.EDITOR, name="Ib Redaktør"))
