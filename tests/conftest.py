"""What all tests share: a migrated database, the application, and a client that reads every page strictly.

With TEST_DATABASE=postgres the same tests run on PostgreSQL, each on a copy of a migrated database. What is
about SQLite itself (`ABOUT_SQLITE`) is then left out, and pytest says how much that was.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import settings as examples
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import Dialect, Engine
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from kinds_of_tests import ABOUT_SQLITE, ALONE, PROOF, SLOW
from live import DATABASE_FILE, database_of
from portal import crypto, limits
from portal.app import create_app
from portal.config import Settings
from portal.db import db
from postgres import create_database, drop_database, running
from still_clock import StillClock, noon_of_one_day
from strict_client import StrictClient


def pytest_configure(config: pytest.Config) -> None:
    """Databases of tests lie in memory where there is room: thousands of full syncs take minutes."""
    builders = Builders()
    Rule._compile_builder = lambda rule, append_unknown=True: builders(rule, append_unknown)
    memory = Path("/dev/shm")
    chosen = config.option.basetemp is not None or hasattr(config, "workerinput")
    if not chosen and memory.is_dir() and shutil.disk_usage(memory).free > ROOM:
        config.option.basetemp = Path(mkdtemp(prefix="klapjob-tests-", dir=memory)) / "tests"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks what `make check` leaves to `make test` (slow), and that to `make proof` (proof)."""
    if ON_POSTGRES:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid.startswith(ABOUT_SQLITE)])
        items[:] = [item for item in items if not item.nodeid.startswith(ABOUT_SQLITE)]
    for item in items:
        if item.nodeid.startswith(ALONE):
            item.add_marker(pytest.mark.alone)
        if item.nodeid.startswith(PROOF):
            item.add_marker(pytest.mark.proof)
        elif item.nodeid.startswith(SLOW) or "empty_postgres" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


def pytest_unconfigure(config: pytest.Config) -> None:
    basetemp = Path(config.option.basetemp or "/")
    if basetemp.parent.name.startswith("klapjob-tests-") and not hasattr(config, "workerinput"):
        shutil.rmtree(basetemp.parent, ignore_errors=True)


class CompiledTemplates(BytecodeCache):
    """Templates compiled once for all the applications of a test run."""

    def __init__(self) -> None:
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key] = bucket.bytecode_to_string()


class Builders:
    """What builds the addresses of routes, compiled once for all the applications of a test run.

    That is nine tenths of making an application. A builder depends on the words of its rule only, and is
    bound to a rule afterwards.
    """

    def __init__(self) -> None:
        self.compiled: dict[tuple[Any, ...], Any] = {}
        self.compile = Rule._compile_builder

    def __call__(self, rule: Rule, append_unknown: bool) -> Any:
        key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
        if key not in self.compiled:
            self.compiled[key] = self.compile(rule, append_unknown)
        return self.compiled[key]


def share_statements(engine: Engine) -> None:
    """Statements compiled once for all the engines of a test run: a fifth of its time goes into that.

    A compiled statement belongs to its dialect, so engines of one kind are given the same.
    """
    engine.dialect = DIALECTS.setdefault(engine.dialect.name, engine.dialect)
    engine.update_execution_options(compiled_cache=STATEMENTS)


# No example is too slow for a busy machine. Each run tries the same ones; `make proof` searches for others.
examples.register_profile("searching", deadline=None)
examples.register_profile("the same each time", deadline=None, derandomize=True)
examples.load_profile("the same each time")
ROOM = 2 * 1024**3
DIALECTS: dict[str, Dialect] = {}
STATEMENTS: dict[Any, Any] = {}
ON_POSTGRES = os.environ.get("TEST_DATABASE", "sqlite") == "postgres"
TEMPLATES = CompiledTemplates()
SECRET = "a secret for tests only, long enough to be one"


def settings_for(folder: Path, **changes: object) -> Settings:
    """Settings of a portal that lives in `folder`; the folder says where its database is, if not inside."""
    values = {
        "env": "development",
        "data_dir": folder,
        "database_url": database_of(folder),
        "secret_key": SECRET,
        "field_keys_file": folder / "field-keys.json",
        "feeds_file": folder / "feeds.toml",
        # A test's browser is quicker than any person.
        "form_seconds": 0,
    }
    return Settings(**(values | changes))


@pytest.fixture(scope="session")
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with field keys and an empty database at the newest migration, to copy from."""
    folder = tmp_path_factory.mktemp("migrated")
    crypto.create_key_file(folder / "field-keys.json")
    if ON_POSTGRES:
        server = request.getfixturevalue("postgres")
        (folder / DATABASE_FILE).write_text(create_database(server, "migrated"))
    app = create_app(settings_for(folder))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    return folder


@pytest.fixture
def portal_folder(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Path]:
    """A fresh copy of the migrated folder, and of its database where that is a server's."""
    folder = tmp_path / "portal"
    shutil.copytree(migrated, folder)
    if not ON_POSTGRES:
        yield folder
        return
    server, name = request.getfixturevalue("postgres"), f"portal-{tmp_path.name}"
    (folder / DATABASE_FILE).write_text(create_database(server, name, template="migrated"))
    yield folder
    drop_database(server, name)


@pytest.fixture(autouse=True)
def _still_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that counts to a limit is not told off because a quarter of an hour ends meanwhile."""
    monkeypatch.setattr(limits, "clock", StillClock())


@pytest.fixture
def one_day() -> Iterator[None]:
    """The same day, whenever the test runs."""
    with noon_of_one_day():
        yield


@pytest.fixture
def app(portal_folder: Path) -> Iterator[Flask]:
    """The portal on its own database file."""
    app = create_app(settings_for(portal_folder))
    app.testing = True
    app.test_client_class = StrictClient
    app.jinja_env.bytecode_cache = TEMPLATES
    with app.app_context():
        share_statements(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session inside an application context; closed also where a test had it removed meanwhile."""
    with app.app_context(), db.session() as session:
        yield session


@pytest.fixture
def client(app: Flask) -> StrictClient:
    """A browser without JavaScript that refuses sloppy pages."""
    client = app.test_client()
    assert isinstance(client, StrictClient)
    return client


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server, started for these tests.

    It stays out of pytest's own folders: run by root, the server works as another user, who must get in.
    """
    with TemporaryDirectory(prefix="klapjob-postgres-") as folder, running(Path(folder) / "server") as server:
        yield server


@pytest.fixture
def empty_postgres(postgres: str, tmp_path: Path) -> str:
    """The address of a new, empty PostgreSQL database."""
    return create_database(postgres, f"test-{tmp_path.name}")
