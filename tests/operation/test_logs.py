"""Every line of the program's log is JSON with listed keys; nothing that was typed gets in (P63)."""

import ast
import json
import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

import importers
from factories import make_staff, sign_in
from live import environment, run, serving
from portal import logs
from portal.access import public
from portal.db import db
from portal.models.staff import Role
from strict_client import StrictClient

ALLOWED = {*logs.KEYS, *logs.COUNTS}


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """What goes to standard error after `install`; the logging of the tests comes back afterwards."""
    root, hook, shown = logging.getLogger(), sys.excepthook, warnings.showwarning
    handlers, level = root.handlers[:], root.level
    logs.install()
    yield capsys
    logging.captureWarnings(capture=False)
    root.handlers[:], sys.excepthook, warnings.showwarning = handlers, hook, shown
    root.setLevel(level)
    logging.raiseExceptions = True


def lines(written: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """The lines so far, each with listed keys only, and with nothing of what was typed."""
    text = written.readouterr().err
    assert [secret for secret in ("Kim", "kim@", "hemmeligt", "127.0.0.1") if secret in text] == []
    found = [json.loads(line) for line in text.splitlines()]
    assert [set(line) - ALLOWED for line in found if set(line) - ALLOWED] == []
    return found


def test_p63_an_event_is_its_fixed_text_and_the_values_that_are_allowed(
    written: pytest.CaptureFixture[str],
) -> None:
    logging.getLogger("portal.x").info("Mail was sent.", extra={"sent": 3, "address": "kim@example.com"})
    (line,) = lines(written)
    assert (line["said"], line["sent"], line["level"]) == ("Mail was sent.", 3, "info")


@given(
    typed=st.text(max_size=300), kind=st.sampled_from(["portal.x", "importers.x", "weasyprint", "urllib3"])
)
def test_p63_what_is_put_into_a_text_is_never_written(typed: str, kind: str) -> None:
    secret = f"kim-{typed}"
    record = logging.LogRecord(kind, logging.WARNING, "/x/y.py", 7, "Wrong: %s", (secret,), None)
    line = logs.AsJson().format(record)
    assert "kim-" not in line
    assert line.isascii()
    assert line.isprintable()
    assert set(json.loads(line)) <= ALLOWED


def test_p63_no_log_call_names_a_value_that_would_be_left_out() -> None:
    told = []
    for path in (*Path(logs.__file__).parent.rglob("*.py"), *Path(importers.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "extra" and isinstance(node.value, ast.Dict):
                told += [key.value for key in node.value.keys if isinstance(key, ast.Constant)]
    assert {"source", "case", "error"} <= set(told) <= ALLOWED


@given(said=st.text(max_size=300), source=st.text(max_size=300))
def test_p63_no_value_can_begin_a_line_of_its_own(said: str, source: str) -> None:
    record = logging.LogRecord("portal.x", logging.INFO, "/x/y.py", 7, said, (), None)
    record.source = source
    (line,) = logs.AsJson().format(record).splitlines()
    assert json.loads(line)["source"] == source[: logs.LONGEST]


def test_p63_of_other_packages_only_who_spoke_and_where(written: pytest.CaptureFixture[str]) -> None:
    message = "Cannot read kim@example.com"
    logging.getLogger("weasyprint").warning(message)
    (line,) = lines(written)
    assert set(line) == {"time", "level", "from", "at"}
    assert line["from"] == "weasyprint"


def test_p63_a_page_that_breaks_is_a_line_without_the_words_of_the_error(
    app: Flask,
    client: StrictClient,
    session: Session,
    written: pytest.CaptureFixture[str],
    portal_folder: Path,
) -> None:
    @public
    def broken() -> str:
        db.session.execute(text("select * from nowhere where name = :name"), {"name": "Kim Kandidat"})
        return ""

    app.add_url_rule("/i-stykker", "broken", broken)
    app.testing, app.config["PROPAGATE_EXCEPTIONS"] = False, False
    assert client.get("/i-stykker?q=hemmeligt").status_code >= 500
    found = [line for line in lines(written) if line.get("error")]
    assert [line["route"] for line in found] == ["broken"]
    access = [json.loads(line) for line in next(portal_folder.glob("log/*")).read_text().splitlines()]
    assert found[0]["id"] == access[-1]["id"]
    kinds = {"sqlite": "OperationalError", "postgresql": "ProgrammingError"}
    assert found[0]["error"] == kinds[session.get_bind().dialect.name]


def test_p63_a_line_of_a_staff_page_has_the_id_of_the_staff(
    app: Flask, client: StrictClient, session: Session, written: pytest.CaptureFixture[str]
) -> None:
    staff = make_staff(session, Role.SECRETARIAT)
    sign_in(client, staff)
    view = app.view_functions["feeds.overview"]

    def talking() -> Any:
        logging.getLogger("portal.feeds").warning("Something is odd.")
        return view()

    talking.audience = view.audience  # type: ignore[attr-defined]
    app.view_functions["feeds.overview"] = talking
    client.get("/personale/kilder")
    assert [(line["staff"], line["route"]) for line in lines(written)] == [(staff.id, "feeds.overview")]


def test_p63_what_stops_the_program_is_a_line_too(written: pytest.CaptureFixture[str]) -> None:
    error = ValueError("kim@example.com")
    sys.excepthook(ValueError, error, error.__traceback__)
    (line,) = lines(written)
    assert (line["level"], line["error"]) == ("critical", "ValueError")


def test_p63_every_line_of_the_real_server_and_worker_parses(portal_folder: Path) -> None:
    settings = {"PORTAL_ENV": "development"}
    with serving(portal_folder, **settings) as address:
        assert address
    server = (portal_folder / "serve.log").read_text().splitlines()
    worker = run(environment(portal_folder, 1, **settings), "worker", "--once").splitlines()
    assert [line for line in [*server, *worker] if not set(json.loads(line)) <= ALLOWED] == []
