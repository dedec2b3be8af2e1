"""P46: a person gets all data and the times and purposes of lookups, without names of staff."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path
from factories import make_application, make_consultant, make_posting, make_staff, move_to, sign_in
from live import ROOT
from portal import clock, personal_data, recordings
from portal.models import Base
from portal.models.application import Application, CameBy, FilledBy, State, Wish
from portal.models.audit import AuditEntry
from portal.models.note import Note
from portal.privacy import report, words
from strict_client import StrictClient

WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + b"\x00" * 40 + b"A_OPUS" + b"KANARIE" * 20
STAFF = ("Ann Advis", "Sanne Sekretær")


@pytest.fixture
def case(session: Session) -> Application:
    ann = make_consultant(session)
    answers = [{"key": "hours", "question": "Hvor mange timer?", "value": "12", "text": "12 timer"}]
    application = make_application(session, answers=answers)
    session.add(
        Wish(application_id=application.id, posting_id=make_posting(session).id, added_at=clock.now())
    )
    note = Note(application_id=application.id, staff_id=ann.staff.id, at=clock.now())
    note.text = "Taler helst om formiddagen"
    session.add(note)
    move_to(session, application, State.SCREENING, by=ann.staff)
    recordings.keep(session, application, WEBM)
    return application


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        return {name: folder.read(name) for name in folder.namelist()}


def fetched(client: StrictClient, application: Application) -> dict[str, bytes]:
    path = f"{case_path(application)}/persondata"
    token = client.form(client.get(path))
    response = client.post(f"{path}/fil", data=token | {"sure": "1"})
    assert response.mimetype == "application/zip"
    assert response.headers["Cache-Control"] == "no-store"
    return unpacked(response.data)


def test_p46_the_file_holds_all_that_is_kept_opened_and_readable(
    client: StrictClient, session: Session, case: Application
) -> None:
    sign_in(client, make_staff(session))
    files = fetched(client, case)
    known: dict[str, Any] = json.loads(files["oplysninger.json"])
    assert known["data"]["candidate"][0]["name"] == "Kim Kandidat"
    assert known["data"]["application"][0]["answers"][0]["text"] == "12 timer"
    assert known["data"]["note"][0]["text"] == "Taler helst om formiddagen"
    page = files["oplysninger.html"].decode()
    for text in ("Kim Kandidat", "20 11 22 33", "Hvor mange timer?", "12 timer", "Taler helst", "Slagelse"):
        assert text in page
    assert [content for name, content in files.items() if name.startswith("optagelser/")] == [WEBM]


def test_p46_times_and_purposes_of_lookups_stand_there_and_no_member_of_staff(
    client: StrictClient, session: Session, case: Application
) -> None:
    sanne = make_staff(session)
    sign_in(client, sanne)
    client.get(case_path(case))
    files = fetched(client, case)
    looks = json.loads(files["oplysninger.json"])["looked_at"]
    assert [(look["what"], look["purpose"]) for look in looks] == [
        ("Set", "Arbejde med sagen"),
        ("Set", "Give dig dine oplysninger"),
        ("Hentet som fil", "Give dig dine oplysninger"),
    ]
    assert all(look["at"].startswith("20") for look in looks)
    whole = files["oplysninger.json"].decode() + files["oplysninger.html"].decode()
    for secret in (*STAFF, sanne.id, case.token_hash, "_sealed", "ann@example.com"):
        assert secret not in whole


def test_p46_handing_out_is_written_down_and_needs_a_tick(
    client: StrictClient, session: Session, case: Application
) -> None:
    sign_in(client, make_staff(session))
    path = f"{case_path(case)}/persondata"
    refused = client.post(f"{path}/fil", data=client.form(client.get(path)))
    assert refused.status_code == 422
    assert "Sæt et flueben" in refused.text
    fetched(client, case)
    exports = select(AuditEntry).where(AuditEntry.action == "export")
    assert [(row.object_id, row.purpose) for row in session.scalars(exports)] == [(case.id, report.PURPOSE)]


def test_p46_the_command_writes_the_same_file_and_an_entry(
    app: Flask, session: Session, case: Application, tmp_path: Path
) -> None:
    path = tmp_path / "kim.zip"
    result = app.test_cli_runner().invoke(args=["privacy", "report", str(case.reference), str(path)])
    assert result.exit_code == 0, result.output
    assert "oplysninger.html" in unpacked(path.read_bytes())
    assert path.stat().st_mode & 0o777 == 0o600
    assert session.scalars(select(AuditEntry.action)).all() == ["export"]


def test_p46_every_table_about_a_person_has_a_heading_in_danish() -> None:
    assert [name for name in personal_data.tables() if name not in words.TABLES] == []


def test_p46_the_page_has_no_word_of_programs_and_no_bare_moment(session: Session, case: Application) -> None:
    known = report.everything(session, case)
    told = [
        text
        for group in report.groups(known["data"])
        for row in group["rows"]
        for line in row
        for text in (line["name"], line["text"])
    ]
    assert [text for text in told if re.search(r"[a-z]_[a-z]|^\d{4}-\d\d-\d\dT", text)] == []
    assert {"Skemaet på nettet", "Dig selv"} <= set(told)


def test_p46_every_way_in_and_every_writer_is_told_in_danish() -> None:
    assert [way for way in CameBy if way not in words.VALUES["came_by"]] == []
    assert [who for who in FilledBy if who not in words.VALUES["filled_by"]] == []


def test_p46_a_new_table_that_hangs_on_a_case_is_found_and_none_hangs_on_such_a_table_alone() -> None:
    about_people = set(personal_data.tables())
    hanging = {
        table.name
        for table in Base.metadata.sorted_tables
        if any(key.column.table.name in about_people for key in table.foreign_keys)
    }
    assert hanging | set(personal_data.ROOTS) == about_people


def test_p46_each_purpose_that_the_code_names_has_words_for_the_person() -> None:
    in_a_call = re.compile(r'audit\.(?:looked|searched|exported|changed)\([^)]*?purpose="([^"]+)"')
    by_name = re.compile(r'^PURPOSE: Final = "([^"]+)"', re.MULTILINE)
    code = [path.read_text() for path in (ROOT / "portal").rglob("*.py")]
    named = {found for text in code for find in (in_a_call, by_name) for found in find.findall(text)}
    kinds = {found for text in code for found in re.findall(r'audit\.looked\("([^"]+)"', text)}
    assert len(named) > 15
    assert sorted(kinds - set(words.KINDS)) == []
    assert sorted(named - set(words.PURPOSES)) == []
    assert words.purpose("case work") == "Arbejde med sagen"
    assert words.done("tag") == words.CHANGED
