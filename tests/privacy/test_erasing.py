"""P45: deleted is deleted: rows, sounds, hashes, the file's own bytes; and deleted again after a restore."""

import json
import shutil
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock, crypto, erasing, outbox, personal_data, recordings, storage
from portal.db import db, settle
from portal.models import Base
from portal.models.application import Application, State
from portal.models.candidate import Candidate, CandidateKey
from portal.models.deletion import DeletionRecord
from portal.models.mail import Channel
from portal.models.note import Note
from portal.models.subscription import Frequency, Subscription
from portal.status import actions as status
from strict_client import StrictClient

WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + b"\x00" * 40 + b"A_OPUS" + b"KANARIE" * 20


@pytest.fixture
def full_case(session: Session) -> Application:
    """A case with a note, a mail that waits, a sound, a part that was merged, and steps."""
    ann = make_consultant(session)
    application = make_application(session, answers=[{"key": "hours", "value": "12", "text": "12"}])
    part = make_application(session)
    move_to(session, part, State.MERGED)
    part.merged_into_id = application.id
    note = Note(application_id=application.id, staff_id=ann.staff.id, at=clock.now())
    note.text = "Ring igen"
    session.add(note)
    outbox.queue(session, "closed", to="kim@example.com", application_id=application.id)
    recordings.keep(session, application, WEBM)
    subscription = Subscription(
        finding_key="k",
        token_hash="h",
        channel=Channel.MAIL,
        frequency=Frequency.DAILY,
        created_at=clock.now(),
        told_until=clock.now(),
        expires_at=clock.now(),
    )
    subscription.address = "Kim@example.com"
    session.add(subscription)
    session.commit()
    return application


def sealed_bytes(session: Session, application: Application) -> list[bytes]:
    """What stands sealed about a person, as the file holds it."""
    person = personal_data.whose(session, application)
    return [
        value
        for _table, row in personal_data.rows(session, person)
        for name, value in vars(row).items()
        if name.endswith("_sealed") and value
    ]


def test_p45_every_table_about_a_person_loses_its_rows(session: Session, full_case: Application) -> None:
    person = personal_data.whose(session, full_case)
    assert set(personal_data.counted(session, person)) >= {
        "application",
        "candidate",
        "move",
        "note",
        "recording",
    }
    erasing.erase_person(session, full_case)
    session.commit()
    assert personal_data.counted(session, person) == {}
    for table in (Application, Candidate, CandidateKey, Note, Subscription):
        assert session.scalars(select(table)).all() == []
    assert list(storage.keys("voice/")) == []


def test_p45_tables_about_a_person_lose_their_rows_with_the_case_by_themselves() -> None:
    loose = [
        f"{table.name}.{key.parent.name}"
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in personal_data.ROOTS
        and table.name not in personal_data.ROOTS
        and key.ondelete != "CASCADE"
    ]
    assert loose == []


def test_p45_the_bytes_are_gone_from_the_database_file(
    session: Session, full_case: Application, portal_folder: Path
) -> None:
    marks = [*sealed_bytes(session, full_case), (full_case.reference or "").encode()]
    keys = session.scalars(select(CandidateKey.value)).all()
    marks += [key.encode() for key in keys]
    assert len(marks) > 10
    assert all(found_in(portal_folder, mark) for mark in marks)
    erasing.erase_person(session, full_case)
    session.commit()
    assert settle()
    assert [mark for mark in marks if found_in(portal_folder, mark)] == []


def found_in(folder: Path, mark: bytes) -> bool:
    return any(mark in path.read_bytes() for path in folder.glob("portal.db*"))


def test_p45_another_case_of_the_same_person_keeps_the_name(session: Session) -> None:
    first, second = make_application(session), make_application(session)
    second.candidate_id = first.candidate_id
    session.commit()
    erasing.erase(session, first, rule="withdrawn")
    session.commit()
    assert second.candidate is not None
    assert second.candidate.name == "Kim Kandidat"


def test_p45_what_was_restored_from_an_older_backup_is_deleted_again(
    app: Flask, session: Session, portal_folder: Path, tmp_path: Path
) -> None:
    gone, stays = make_application(session), make_application(session)
    gone_id, stays_id = gone.id, stays.id
    settle()
    shutil.copy(portal_folder / "portal.db", tmp_path / "backup.db")
    erasing.erase_person(session, gone)
    session.commit()
    erasing.tell_the_file(session)
    db.session.remove()
    db.engine.dispose()
    for path in portal_folder.glob("portal.db*"):
        path.unlink()
    shutil.copy(tmp_path / "backup.db", portal_folder / "portal.db")
    assert set(db.session.scalars(select(Application.id))) == {gone_id, stays_id}
    result = app.test_cli_runner().invoke(args=["privacy", "replay", str(portal_folder / erasing.FILE)])
    assert "1 deleted once more" in result.output
    assert db.session.scalars(select(Application.id)).all() == [stays_id]


def test_p45_the_file_of_deletions_holds_hashes_and_no_content(
    session: Session, full_case: Application, portal_folder: Path
) -> None:
    case_id = full_case.id
    erasing.erase_person(session, full_case)
    session.commit()
    erasing.tell_the_file(session)
    erasing.tell_the_file(session)
    path = portal_folder / erasing.FILE
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert sorted(line["kind"] for line in lines) == ["application", "application", "subscription"]
    assert case_id not in path.read_text()
    assert crypto.keyring().keyed_hash(case_id, purpose="deleted application") in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_p45_a_line_that_was_cut_off_does_not_stop_the_others() -> None:
    whole = '{"id_hash": "a", "at": "2026-11-22T01:00:00+00:00"}'
    lines = [whole, '{"id_ha', "", "[]", '{"id_hash": "b"}', whole.replace('"a"', '"c"')]
    assert [named[0] for named in erasing.named_in(lines)] == ["a", "c"]


def test_p45_the_office_deletes_all_about_a_person_who_asks(
    client: StrictClient, session: Session, full_case: Application
) -> None:
    sign_in(client, make_staff(session))
    path = f"/personale/sag/{full_case.id}/persondata"
    page = client.get(path)
    token = client.form(page)
    assert client.post(f"{path}/slet", data=token).status_code == 422
    assert client.post(f"{path}/slet", data=token | {"sure": "1"}).status_code == 302
    session.expire_all()
    assert session.scalars(select(Application)).all() == []
    assert {record.rule for record in session.scalars(select(DeletionRecord))} == {erasing.ASKED}


def test_p45_what_a_person_withdraws_is_among_the_deletions(
    session: Session, full_case: Application, portal_folder: Path
) -> None:
    case_id = full_case.id
    status.withdraw(session, full_case)
    assert erasing.hashed("application", case_id) in (portal_folder / erasing.FILE).read_text()


def test_p45_a_case_that_was_opened_again_before_the_backup_is_not_deleted_by_a_replay(
    session: Session, full_case: Application, portal_folder: Path
) -> None:
    status.withdraw(session, full_case)
    move_to(session, full_case, State.SCREENING)
    assert erasing.replay(session, (portal_folder / erasing.FILE).read_text().splitlines()) == 0
    assert session.get(Application, full_case.id) is not None
