"""The access log holds what may be kept of a request, one line of JSON each (P63)."""

import json
from datetime import datetime
from pathlib import Path

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factories import make_posting, make_staff, sign_in
from portal import access_log
from portal.models.staff import Role
from strict_client import StrictClient


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for path in folder.glob("log/*") for line in path.read_text().splitlines()]


def test_p63_a_line_holds_the_allowed_keys_and_nothing_that_was_typed(
    app: Flask, client: StrictClient, portal_folder: Path
) -> None:
    client.get("/job?q=kim@example.com", headers={"User-Agent": "Kims telefon"})
    (line,) = lines(portal_folder)
    assert set(line) == {"time", "id", "route", "status", "ms"}
    assert (line["route"], line["status"]) == ("jobs.board", 200)
    assert datetime.fromisoformat(str(line["time"])).utcoffset() is not None
    written = next(portal_folder.glob("log/*")).read_text()
    assert not any(secret in written for secret in ("kim", "Kims", "127.0.0.1", "q="))


def test_the_page_of_an_ad_is_logged_with_its_id(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    ad = make_posting(session)
    client.get(f"/job/{ad.id}-{ad.slug}")
    (line,) = lines(portal_folder)
    assert (line["kind"], line["subject"]) == ("job", ad.id)


def test_a_program_that_says_so_is_no_reader(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    ad = make_posting(session)
    client.get(f"/job/{ad.id}-{ad.slug}", headers={"User-Agent": "Examplebot/2.1"})
    (line,) = lines(portal_folder)
    assert "subject" not in line


def test_staff_are_logged_by_id_on_their_own_pages_only(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    editor = make_staff(session, Role.EDITOR)
    sign_in(client, editor)
    client.get("/personale/kilder")
    client.get("/")
    inside, outside = lines(portal_folder)
    assert (inside["staff"], "staff" in outside) == (editor.id, False)


def test_a_page_that_is_answered_from_memory_is_logged_like_the_first(
    client: StrictClient, session: Session, portal_folder: Path
) -> None:
    ad = make_posting(session)
    robot = client.get(f"/job/{ad.id}-{ad.slug}", headers={"User-Agent": "Examplebot/2.1"})
    reader = client.get(f"/job/{ad.id}-{ad.slug}")
    first, second = lines(portal_folder)
    assert ("subject" in first, second["subject"], first["id"] != second["id"]) == (False, ad.id, True)
    assert [name for name in (*robot.headers.keys(), *reader.headers.keys()) if "log" in name.lower()] == []


def test_static_files_are_not_logged(client: StrictClient, portal_folder: Path) -> None:
    client.get("/static/js/portal.js").close()
    assert lines(portal_folder) == []


def test_a_page_is_shown_though_the_log_cannot_be_written(client: StrictClient, portal_folder: Path) -> None:
    (portal_folder / "log").write_text("a file where the folder should be")
    assert client.get("/").status_code == 200


@given(subject=st.text(max_size=200), kind=st.text(max_size=50))
def test_p63_no_value_can_begin_a_line_of_its_own(tmp_path_factory: object, subject: str, kind: str) -> None:
    folder = tmp_path_factory.mktemp("log")  # type: ignore[attr-defined]
    values = {"time": "2026-11-22T10:00:00+00:00", "status": 200, "kind": kind, "subject": subject, "ip": "1"}
    access_log.DayFile(folder).append(values)
    (line,) = (folder / "access-2026-11-22.jsonl").read_bytes().splitlines()
    assert json.loads(line) == {
        key: value for key, value in values.items() if key != "ip" and value not in {"", None}
    }
