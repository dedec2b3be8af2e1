"""Public pages are read from the replica, by those who have changed nothing; all else from the primary."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from conftest import TEMPLATES, settings_for
from factories import make_posting, make_staff, sign_in
from portal import replica
from portal.app import create_app
from portal.commands.serve import front_of
from portal.db import db
from portal.models.staff import Role
from portal.versions import Version
from serving.asked import ask
from strict_client import StrictClient

FIRST, LATER = "aaaaaaaaaa", "bbbbbbbbbb"


@pytest.fixture(params=[32, 0], ids=["kept pages", "no kept pages"])
def app(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Flask]:
    """A primary, and a replica that has fallen behind and will never catch up: two files of SQLite."""
    folder = shutil.copytree(migrated, tmp_path / "portal")
    behind = f"sqlite:///{tmp_path / 'replica.db'}"
    settings = settings_for(folder, database_url="", database_read_url=behind, page_cache_mib=request.param)
    app = create_app(settings)
    app.testing = True
    app.test_client_class = StrictClient
    app.jinja_env.bytecode_cache = TEMPLATES
    with app.app_context():
        make_posting(db.session(), id=FIRST)
        db.session.remove()
        db.engine.dispose()
        shutil.copy(folder / "portal.db", tmp_path / "replica.db")
        make_posting(db.session(), id=LATER)
        yield app
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def shown(client: StrictClient) -> set[str]:
    text = client.get("/job").text
    return {job for job in (FIRST, LATER) if f"/job/{job}" in text}


def test_a_reader_is_answered_from_the_replica(app: Flask) -> None:
    client = app.test_client()
    assert shown(client) == {FIRST}
    assert client.get(f"/job/{LATER}").status_code == 404


def test_staff_and_applicants_read_what_they_have_just_written(app: Flask) -> None:
    staff = sign_in(app.test_client(), make_staff(db.session(), Role.EDITOR))
    assert shown(staff) == {FIRST, LATER}
    applicant = app.test_client()
    applicant.get("/ansoeg/spoergsmaal/navn")
    applicant.post("/ansoeg", data=applicant.form(applicant.get("/ansoeg")))
    assert shown(applicant) == {FIRST, LATER}
    assert shown(app.test_client()) == {FIRST}


def test_as_it_is_served_each_reads_where_the_version_was_asked(app: Flask) -> None:
    """What the server was told on the way in goes with the request, and fits the database it reads."""
    staff = sign_in(app.test_client(), make_staff(db.session(), Role.EDITOR))
    cookie = staff.get_cookie("klapjob")
    assert cookie
    front = front_of(app)
    for headers, path, there in (
        ({}, "/job", {FIRST}),
        ({"cookie": f"klapjob={cookie.value}"}, "/job", {FIRST, LATER}),
        ({}, "/job", {FIRST}),
    ):
        page = ask(front, path, **headers).body.decode()
        assert {job for job in (FIRST, LATER) if f"/job/{job}" in page} == there
    front.close()


def test_a_view_that_reads_the_primary_takes_no_version_of_the_replica(app: Flask) -> None:
    told = {replica.KEY: replica.REPLICA, replica.VERSION: Version(10**6, 0)}
    with app.test_request_context("/ansoeg", environ_overrides=told):
        assert replica.version_now() == app.extensions["choice"].primary.now()
    with app.test_request_context("/job", environ_overrides=told):
        assert replica.version_now() == Version(10**6, 0)


def test_what_has_no_page_for_all_is_read_and_written_on_the_primary(app: Flask) -> None:
    client = app.test_client()
    client.post("/ring-mig-op", data=client.form(client.get("/ring-mig-op"), name="Kim Kandidat"))
    assert _rows(app, "primary", "application") == _rows(app, "replica", "application") + 1


def test_the_primary_answers_while_the_replica_does_not(app: Flask, tmp_path: Path) -> None:
    assert shown(app.test_client()) == {FIRST}
    _break(app, "replica", tmp_path / "replica.db")
    assert shown(app.test_client()) == {FIRST, LATER}


def test_the_board_stays_up_while_the_primary_is_down(app: Flask) -> None:
    staff = sign_in(app.test_client(), make_staff(db.session(), Role.EDITOR))
    _break(app, None, app.config["SETTINGS"].data_dir / "portal.db")
    assert shown(staff) == {FIRST}
    assert shown(app.test_client()) == {FIRST}
    assert app.test_client().get("/kommuner/slagelse/folder").status_code == 200
    assert staff.get("/personale").status_code == 503


def test_a_server_that_has_lost_the_last_changes_is_believed(app: Flask, tmp_path: Path) -> None:
    """After a failover, the numbers of what was lost are given to other changes."""
    lost = Path(shutil.copy(tmp_path / "replica.db", tmp_path / "lost.db"))
    _follow(app, app.config["SETTINGS"].data_dir / "portal.db")
    assert shown(app.test_client()) == {FIRST, LATER}
    with closing(sqlite3.connect(lost)) as connection, connection:
        connection.execute("UPDATE data_version SET number = number + 1")
        changed = "easy_title = 'Efter skiftet', revision = (SELECT number FROM data_version)"
        connection.execute(f"UPDATE posting SET {changed}")
    _follow(app, lost)
    assert shown(app.test_client()) == {FIRST}
    assert "Efter skiftet" in app.test_client().get("/job").text


def _follow(app: Flask, file: Path) -> None:
    """The replica is now as this file."""
    db.engines["replica"].dispose()
    behind = app.config["SETTINGS"].data_dir.parent / "replica.db"
    with closing(sqlite3.connect(file)) as there, closing(sqlite3.connect(behind)) as here:
        there.backup(here)


def _break(app: Flask, key: str | None, file: Path) -> None:
    db.session.remove()
    db.engines[key].dispose()
    file.unlink()
    file.mkdir()


def _rows(app: Flask, which: str, table: str) -> int:
    folder: Path = app.config["SETTINGS"].data_dir
    file = folder / "portal.db" if which == "primary" else folder.parent / "replica.db"
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
