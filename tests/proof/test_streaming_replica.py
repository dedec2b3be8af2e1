"""With a streaming replica the board outlives the primary, nothing typed is lost, and promotion heals all."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from apply.filling import QUESTION
from conftest import settings_for
from factories import make_posting, make_staff, sign_in
from portal.app import create_app
from portal.db import db
from portal.models.staff import Role
from replicas import Pair, primary_and_replica
from strict_client import StrictClient

PUBLIC = ("/", "/job", "/job/aaaaaaaaaa", "/kommuner/slagelse", "/kommuner/slagelse/folder", "/healthz")
QUICK_SECONDS = 6


@pytest.fixture
def pair() -> Iterator[Pair]:
    with primary_and_replica() as running:
        yield running


@pytest.fixture
def app(pair: Pair, migrated: Path, tmp_path: Path) -> Iterator[Flask]:
    folder = shutil.copytree(migrated, tmp_path / "portal")
    app = create_app(
        settings_for(
            folder,
            env="demo",
            database_url=pair.writes_at("postgres"),
            database_read_url=pair.reads_at("postgres"),
        )
    )
    app.testing = True
    app.test_client_class = StrictClient
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def _status(client: StrictClient, path: str) -> int:
    began = time.monotonic()
    status = client.get(path, follow_redirects=True).status_code
    assert time.monotonic() - began < QUICK_SECONDS, path
    return status


def test_the_primary_goes_down_and_the_replica_takes_over(app: Flask, pair: Pair) -> None:
    reader, person = app.test_client(), app.test_client()
    make_posting(db.session(), id="aaaaaaaaaa")
    staff = sign_in(app.test_client(), make_staff(db.session(), Role.EDITOR))
    db.session.remove()
    assert "/job/aaaaaaaaaa" in staff.get("/job").text
    pair.catch_up()
    assert "/job/aaaaaaaaaa" in reader.get("/job").text
    person.post("/ansoeg", data=person.form(person.get("/ansoeg"), do="start"))
    person.post(f"{QUESTION}/hvem", data=person.form(person.get(f"{QUESTION}/hvem"), who="self"))
    form = person.form(person.get(f"{QUESTION}/navn"), name="Kim Kandidat")
    pair.catch_up()

    pair.stop_primary()
    assert [_status(reader, path) for path in PUBLIC] == [200] * len(PUBLIC)
    assert [_status(person, path) for path in PUBLIC] == [200] * len(PUBLIC)
    page = person.post(f"{QUESTION}/navn", data=form)
    assert page.status_code == 503
    assert 'value="Kim Kandidat"' in page.text
    assert 'href="tel:' in page.text
    assert staff.get("/personale").status_code == 503

    pair.promote()
    assert person.post(f"{QUESTION}/navn", data=person.form(page, name="Kim Kandidat")).status_code == 303
    assert staff.get("/personale", follow_redirects=True).status_code == 200
    make_posting(db.session(), id="bbbbbbbbbb")
    db.session.remove()
    assert "/job/bbbbbbbbbb" in reader.get("/job").text


def test_what_only_the_lost_primary_had_is_gone_and_the_next_change_shows(app: Flask, pair: Pair) -> None:
    """The promoted server gives the numbers of the changes that were lost to others."""
    make_posting(db.session(), id="aaaaaaaaaa")
    staff = sign_in(app.test_client(), make_staff(db.session(), Role.EDITOR))
    pair.catch_up()
    pair.cut_off()
    make_posting(db.session(), id="bbbbbbbbbb")
    db.session.remove()
    assert _shown(staff) == {"aaaaaaaaaa", "bbbbbbbbbb"}
    pair.stop_primary()
    pair.promote()
    make_posting(db.session(), id="cccccccccc")
    db.session.remove()
    assert [_shown(client) for client in (staff, app.test_client())] == [{"aaaaaaaaaa", "cccccccccc"}] * 2


def _shown(client: StrictClient) -> set[str]:
    return set(re.findall(r'href="/job/(\w{10})', client.get("/job").text))
