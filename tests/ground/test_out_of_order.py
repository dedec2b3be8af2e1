"""P58: what cannot be saved comes back with what was typed, soon, and nothing of it is stored."""

import errno
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from flask import Flask
from sqlalchemy import ExceptionContext, event, func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, errors, fill_in, send, value_of
from conftest import settings_for
from factories import make_staff, sign_in
from portal import access, audit, audit_chain, crypto, csrf, pages, trouble
from portal.app import create_app
from portal.crypto import KeyFileError
from portal.db import db
from portal.models.application import Application
from portal.models.mail import OutboxMessage
from portal.models.staff import Role, Staff
from strict_client import StrictClient, parse

PHONE = "36 35 96 60"
TEXT = "Jeg er god til at pakke.\nOg til at hilse på folk."


@contextmanager
def locked(folder: Path) -> Iterator[Callable[[], object]]:
    """Another program holds the write lock of the database, until it is told to let go or this ends."""
    with closing(sqlite3.connect(folder / "portal.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield lambda: other.execute("ROLLBACK")
        if other.in_transaction:
            other.execute("ROLLBACK")


@contextmanager
def impatient(app: Flask) -> Iterator[list[str]]:
    """The portal waits for the lock a tenth of a second instead of its four; gives each refusal it meets."""
    refused: list[str] = []

    def hurry(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout = 100")

    def note(context: ExceptionContext) -> None:
        refused.append(str(context.original_exception))

    with app.app_context():
        engine = db.engine
    engine.dispose()
    event.listen(engine, "connect", hurry)
    event.listen(engine, "handle_error", note)
    yield refused
    engine.dispose()
    event.remove(engine, "connect", hurry)
    event.remove(engine, "handle_error", note)


@contextmanager
def read_only(app: Flask) -> Iterator[None]:
    """SQLite refuses every write, as it does on a disk that was mounted read-only."""

    def refuse(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    with app.app_context():
        engine = db.engine
    engine.dispose()
    event.listen(engine, "connect", refuse)
    try:
        yield
    finally:
        event.remove(engine, "connect", refuse)
        engine.dispose()


def _almost_done(client: StrictClient) -> None:
    """Answers all questions but the last two."""
    fill_in(client, {slug: typed for slug, typed in KIM.items() if slug not in {"mere", "ja-til-at-gemme"}})


def _counts(session: Session) -> tuple[int, int]:
    sent = select(func.count()).where(Application.submitted_at.is_not(None))
    return session.scalar(sent) or 0, session.scalar(select(func.count(OutboxMessage.id))) or 0


def test_p58_an_answer_typed_while_the_database_is_locked_comes_back_within_six_seconds(
    app: Flask, client: StrictClient, portal_folder: Path
) -> None:
    _almost_done(client)
    typed = client.form(client.get(f"{QUESTION}/mere"), more=TEXT)
    with locked(portal_folder), impatient(app) as refused:
        page = client.post(f"{QUESTION}/mere", data=typed)
    assert page.status_code == 503
    assert refused == ["database is locked"], "it waits once, and that is four seconds"
    assert value_of(page, "more").replace("\r", "") == TEXT
    assert PHONE in page.text
    assert [text for _, text in errors(page)] == [
        "Vi kan ikke gemme lige nu. Dit svar står her endnu. Vent lidt, og tryk på Næste igen."
    ]
    assert client.post(f"{QUESTION}/mere", data=client.form(page)).status_code == 303


def test_p58_sending_on_a_read_only_disk_leaves_nothing_half_and_works_again_without_a_restart(
    app: Flask, client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    form = client.form(client.get("/ansoeg/tjek"))
    with read_only(app):
        page = client.post("/ansoeg/send", data=form)
        assert page.status_code == 503
        assert app.test_client().get("/readyz").status_code == 503
        assert "Det er ikke gemt endnu" in page.text
        assert PHONE in page.text
    session.rollback()
    assert _counts(session) == (0, 0)
    again = client.post("/ansoeg/send", data=client.form(page))
    assert again.status_code == 303
    session.rollback()
    assert _counts(session) == (1, 1)


def test_p58_what_was_typed_into_any_form_is_there_to_be_sent_again(app: Flask, client: StrictClient) -> None:
    form = client.form(client.get("/ring-mig-op"), name="Kim Kandidat")
    with read_only(app):
        page = client.post("/ring-mig-op", data=form)
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "30"
    assert page.headers["Cache-Control"] == "no-store"
    assert client.form(page)["name"] == "Kim Kandidat"
    assert '<div class="kj-panel">Kim Kandidat</div>' in page.text
    assert parse(page.text).find(".//form").get("action") == "/ring-mig-op"
    assert client.post("/ring-mig-op", data=client.form(page)).status_code == 303


def test_p58_the_board_can_be_read_while_nothing_can_be_written(
    app: Flask, client: StrictClient, portal_folder: Path
) -> None:
    with locked(portal_folder):
        assert [client.get(path).status_code for path in ("/", "/job", "/ansoeg", "/kontakt")] == [200] * 4


def test_p58_staff_see_a_bar_after_something_could_not_be_saved(
    app: Flask, client: StrictClient, session: Session
) -> None:
    browser = sign_in(app.test_client(), make_staff(session, Role.EDITOR))
    address = "/personale/jobopslag"
    assert "kan ikke gemme lige nu" not in browser.get(address).text
    form = client.form(client.get("/ring-mig-op"), name="Kim Kandidat")
    with read_only(app):
        client.post("/ring-mig-op", data=form)
    assert "Portalen kan ikke gemme lige nu" in browser.get(address).text


def test_p58_a_password_is_not_sent_back(app: Flask, client: StrictClient) -> None:
    form = client.form(
        client.get("/personale/log-ind"), email="sanne@example.com", password="hemmeligt ord her"
    )
    with read_only(app):
        page = client.post("/personale/log-ind", data=form)
    assert page.status_code == 503
    assert "hemmeligt" not in page.text
    assert "Ring til den, der driver den" in page.text


def test_p58_a_damaged_page_of_the_file_gives_a_kind_page(
    app: Flask, client: StrictClient, portal_folder: Path
) -> None:
    with app.app_context():
        db.engine.dispose()
    database = portal_folder / "portal.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'application'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with database.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    app.testing = False
    page = client.post("/ring-mig-op", data=client.form(client.get("/ring-mig-op"), name="Kim Kandidat"))
    assert page.status_code == 503
    assert "malformed" not in page.text
    assert client.form(page)["name"] == "Kim Kandidat"


def test_p58_without_keys_an_answer_comes_back_too(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = client.form(client.get("/ring-mig-op"), name="Kim Kandidat")
    ring = crypto.keyring()
    monkeypatch.setattr(crypto, "_installed", [])
    page = client.post("/ring-mig-op", data=form)
    crypto.install(ring)
    assert page.status_code == 503
    assert client.form(page)["name"] == "Kim Kandidat"


def test_a_page_waits_until_another_program_has_written_and_is_noted_then(
    app: Flask, session: Session, client: StrictClient, portal_folder: Path
) -> None:
    """The page has read before, and SQLite refuses at once who has read and finds the lock taken."""
    sign_in(client, make_staff(session))
    before = audit_chain.verify(session).number
    session.commit()
    with locked(portal_folder) as unlock, ThreadPoolExecutor() as pool:
        asked = pool.submit(client.get, "/personale")
        time.sleep(0.3)
        unlock()
        page = asked.result()
    assert (page.status_code, audit_chain.verify(session).number) == (200, before + 1)


def test_p58_a_page_that_cannot_be_noted_waits_once(
    app: Flask, session: Session, client: StrictClient, portal_folder: Path
) -> None:
    sign_in(client, make_staff(session))
    with impatient(app) as refused, locked(portal_folder):
        page = client.get("/personale")
    assert (page.status_code, PHONE in page.text) == (503, True)
    # At once, because the page has read before; and then after the wait.
    assert refused == ["database is locked"] * 2


def test_p58_what_has_waited_for_the_lock_does_not_wait_again(
    app: Flask, session: Session, portal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing was read before, SQLite waits by itself."""
    monkeypatch.setattr(audit, "me", lambda: Staff(id="somebody"))
    monkeypatch.setattr(audit, "AT_ONCE_SECONDS", 0.05)
    with impatient(app) as refused, locked(portal_folder), app.test_request_context():
        with pytest.raises(OperationalError):
            audit.looked("queue", purpose="case work")
        db.session.rollback()
    assert refused == ["database is locked"]


def test_p58_the_kind_page_itself_needs_no_file(
    app: Flask, client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_more_files(*_: object) -> NoReturn:
        raise OSError(errno.EMFILE, "Too many open files")

    app.add_url_rule("/tom", "tom", access.public(no_more_files), methods=["GET", "POST"])
    csrf.csrf.exempt(no_more_files)
    pages.know_by_heart(app)
    monkeypatch.setattr(app.jinja_env.loader, "get_source", no_more_files)
    answers = [client.get("/tom"), client.post("/tom", data={"name": "Kim Kandidat"})]
    assert [(page.status_code, PHONE in page.text) for page in answers] == [(503, True)] * 2


def test_p58_a_large_file_for_which_there_is_no_room_gets_a_kind_page(client: StrictClient) -> None:
    lost = {trouble.LOST: OSError(errno.ENOSPC, "No space left on device")}
    page = client.post(f"{QUESTION}/sig-det", environ_overrides=lost)
    assert (page.status_code, page.headers["Retry-After"], PHONE in page.text) == (503, "30", True)


def test_p58_a_portal_in_production_without_its_key_file_does_not_start(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, env="production", base_url="https://example.com")
    with pytest.raises(KeyFileError, match="keys create"):
        create_app(settings)


def test_the_key_file_of_a_new_production_is_made_by_the_portals_own_command(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, env="production", base_url="https://example.com")
    app = create_app(settings, needs_keys=False)
    assert app.test_cli_runner().invoke(args=["keys", "create"]).exit_code == 0
    assert crypto.load_key_file(settings.field_keys_file).active


def test_a_mistake_of_the_program_is_no_trouble_of_the_machine(app: Flask) -> None:
    assert not trouble.is_trouble(IntegrityError("", {}, Exception()))
    assert not trouble.is_trouble(FileNotFoundError(2, "gone"))
    assert trouble.is_trouble(OSError(28, "No space left on device"))


def test_p58_nobody_can_send_while_it_is_locked_and_then_once(
    app: Flask, client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    with read_only(app):
        form = client.form(client.get("/ansoeg/tjek"))
        pages = [client.post("/ansoeg/send", data=form) for _ in range(3)]
    assert [page.status_code for page in pages] == [503] * 3
    send(client)
    session.rollback()
    assert _counts(session) == (1, 1)
