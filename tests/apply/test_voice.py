"""The voice answer: recorded, heard, deleted, sealed, checked, and gone with the case (P21, P39, P51)."""

import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, answer, errors, fill_in, path_of, rows, send
from case_work import case_path
from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock, headers, purging, recordings, storage
from portal.apply import speaking
from portal.models.application import Application, State
from portal.models.audit import AuditEntry
from portal.models.recording import Recording
from portal.status import actions as status
from strict_client import StrictClient, parse

WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + b"\x00" * 40 + b"A_OPUS" + b"KANARIE" * 20
OGG = b"OggS" + b"\x00" * 24 + b"OpusHead" + b"KANARIE" * 20
VOICE = f"{QUESTION}/sig-det"


@pytest.fixture
def kim(client: StrictClient) -> StrictClient:
    """Kim's browser on the way through the form, where the next question is the voice."""
    leads_to = fill_in(client, {slug: typed for slug, typed in KIM.items() if slug != "ja-til-at-gemme"})
    assert leads_to == f"{QUESTION}/ja-til-at-gemme"
    assert path_of(answer(client, "skrive-eller-tale", more_how="speak")) == VOICE
    return client


def speak(client: StrictClient, content: bytes, **more: Any):
    form = client.form(client.get(VOICE), **more)
    # Written out, because the test client leaves files open where they are large.
    parts = [f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in form.items()]
    head = '--x\r\nContent-Disposition: form-data; name="voice"; filename="optagelse"\r\n\r\n'
    body = "".join((*parts, head)).encode() + content + b"\r\n--x--\r\n"
    return client.post(VOICE, data=body, content_type="multipart/form-data; boundary=x")


def kept(session: Session) -> list[Recording]:
    session.rollback()
    return list(session.scalars(select(Recording)))


def test_a_recording_is_kept_and_can_be_heard_again(kim: StrictClient) -> None:
    assert path_of(speak(kim, WEBM)) == f"{QUESTION}/ja-til-at-gemme"
    (player,) = parse(kim.get(VOICE).text).findall(".//audio")
    heard = kim.get(player.get("src"))
    assert (heard.data, heard.mimetype, heard.headers["Cache-Control"]) == (WEBM, "audio/webm", "no-store")


def test_a_network_that_records_all_the_time_is_asked_to_wait(
    kim: StrictClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaking, "MOST_AN_HOUR", 1)
    speak(kim, WEBM)
    page = speak(kim, OGG)
    assert (page.status_code, errors(page)) == (429, [("#voice", speaking.TOO_MANY)])
    assert len(kept(session)) == 1


def test_p39_no_sound_can_be_read_on_the_disk(kim: StrictClient, portal_folder: Path) -> None:
    speak(kim, WEBM)
    files = [path for path in portal_folder.rglob("*") if path.is_file()]
    assert [path for path in files if path.parent.name == "voice"] != []
    assert [path.name for path in files if b"KANARIE" in path.read_bytes()] == []


def test_a_sound_that_was_moved_to_another_row_does_not_open(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    (mine,) = kept(session)
    other = Recording(application_id=mine.application_id, created_at=mine.created_at, media_type="audio/webm")
    storage.put(other.key, storage.get(mine.key) or b"")
    with pytest.raises(Exception, match=other.id):
        recordings.sound(other)


def test_recording_again_replaces(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    speak(kim, OGG)
    (only,) = kept(session)
    assert only.media_type == "audio/ogg"
    assert list(storage.keys("voice/")) == [only.key]


def test_going_on_without_a_new_one_keeps_the_old(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    (before,) = kept(session)
    assert path_of(speak(kim, b"")) == f"{QUESTION}/ja-til-at-gemme"
    assert [one.id for one in kept(session)] == [before.id]


def test_it_can_be_deleted_and_the_question_asks_again(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    assert path_of(speak(kim, b"", do="delete")) == VOICE
    assert (kept(session), list(storage.keys("voice/"))) == ([], [])
    assert parse(kim.get(VOICE).text).findall(".//audio") == []


def test_it_can_be_skipped(kim: StrictClient, session: Session) -> None:
    assert path_of(speak(kim, b"")) == f"{QUESTION}/ja-til-at-gemme"
    answer(kim, "ja-til-at-gemme", consent="yes")
    assert ("Sig det til os", "Sprunget over") in rows(kim.get("/ansoeg/tjek"))


@pytest.mark.parametrize(
    "content", [b"x", b"%PDF-1.7" + b"0" * 100, b"<html>" + b"a" * 100, b"\x89PNG" + b"\0" * 99]
)
def test_what_is_no_sound_is_told_kindly_and_not_kept(
    kim: StrictClient, session: Session, content: bytes
) -> None:
    page = speak(kim, content)
    told = "Vi kan ikke høre optagelsen. Optag igen. Du må også springe over eller ringe til os."
    assert (page.status_code, errors(page)) == (422, [("#voice", told)])
    assert kept(session) == []


def test_p21_a_sound_of_three_mebibytes_is_kept_and_no_larger_one(
    kim: StrictClient, session: Session
) -> None:
    at_most = WEBM + b"\0" * (recordings.LARGEST - len(WEBM))
    assert speak(kim, at_most).status_code == 303
    page = speak(kim, at_most + b"\0")
    told = "Optagelsen er for lang. Optag igen, og tal i højst 2 minutter."
    assert (page.status_code, errors(page)) == (422, [("#voice", told)])
    assert speak(kim, at_most + b"\0" * 100_000).status_code == 413
    assert len(kept(session)) == 1


def test_p21_no_other_question_takes_that_much(kim: StrictClient) -> None:
    page = kim.get(f"{QUESTION}/skrive-eller-tale")
    form = kim.form(page, more_how="speak") | {"voice": (io.BytesIO(WEBM + b"\0" * 300_000), "x.webm")}
    assert kim.post(f"{QUESTION}/skrive-eller-tale", data=form).status_code == 413


def test_p51_only_this_page_may_listen_and_only_the_case_may_play(
    app: Flask, kim: StrictClient, session: Session
) -> None:
    listens = kim.get(VOICE).headers
    assert listens["Content-Security-Policy"] == f"{headers.CSP}; media-src 'self' blob:"
    assert "microphone=(self)" in listens["Permissions-Policy"]
    before = kim.get(f"{QUESTION}/skrive-eller-tale").headers
    assert before["Content-Security-Policy"] == headers.CSP
    assert "microphone=()" in before["Permissions-Policy"]
    sanne = sign_in(app.test_client(), make_staff(session))
    plays = sanne.get(case_path(make_application(session))).headers
    assert plays["Content-Security-Policy"] == f"{headers.CSP}; media-src 'self'"
    assert "microphone=()" in plays["Permissions-Policy"]


def test_a_stale_page_keeps_nothing_and_says_what_to_do(kim: StrictClient, session: Session) -> None:
    page = speak(kim, WEBM, csrf_token="old")
    told = "Din optagelse er ikke gemt endnu. Optag igen, og tryk på Næste."
    assert (page.status_code, errors(page)) == (400, [("#voice", told)])
    assert kept(session) == []


def test_another_browser_hears_nothing(app: Flask, kim: StrictClient) -> None:
    speak(kim, WEBM)
    assert app.test_client().get("/ansoeg/optagelse").status_code == 404


def sent(kim: StrictClient, session: Session) -> Application:
    speak(kim, WEBM)
    answer(kim, "ja-til-at-gemme", consent="yes")
    send(kim)
    session.rollback()
    return session.scalars(select(Application)).one()


def test_staff_hear_it_in_the_case_and_the_trail_says_so(
    app: Flask, kim: StrictClient, session: Session
) -> None:
    case = sent(kim, session)
    sanne = sign_in(app.test_client(), make_staff(session))
    (player,) = parse(sanne.get(case_path(case)).text).findall(".//audio")
    assert sanne.get(player.get("src")).data == WEBM
    (recording,) = kept(session)
    looks = session.execute(
        select(AuditEntry.action, AuditEntry.object_id).where(AuditEntry.object_kind == "recording")
    )
    assert [tuple(look) for look in looks] == [("read", recording.id)]


def test_only_who_sees_the_case_hears_it(app: Flask, kim: StrictClient, session: Session) -> None:
    case = move_to(session, sent(kim, session), State.SCREENING, State.HANDED_OVER)
    (recording,) = kept(session)
    other = make_application(session)
    path = f"{case_path(case)}/optagelse/{recording.id}"
    ann = sign_in(app.test_client(), make_consultant(session).staff)
    bo = sign_in(app.test_client(), make_consultant(session, AARHUS, name="Bo Bistand").staff)
    sanne = sign_in(app.test_client(), make_staff(session))
    assert [who.get(path).status_code for who in (ann, bo, kim)] == [200, 404, 302]
    assert sanne.get(f"{case_path(other)}/optagelse/{recording.id}").status_code == 404


def test_a_recording_of_a_branch_left_behind_is_not_sent(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    answer(kim, "skrive-eller-tale", more_how="no")
    answer(kim, "ja-til-at-gemme", consent="yes")
    send(kim)
    case = session.scalars(select(Application)).one()
    assert "voice" not in {row["key"] for row in json.loads(case.answers)}
    assert (kept(session), list(storage.keys("voice/"))) == ([], [])


def test_withdrawing_deletes_the_sound(kim: StrictClient, session: Session) -> None:
    status.withdraw(session, sent(kim, session))
    assert (kept(session), list(storage.keys("voice/"))) == ([], [])


def test_another_person_at_the_same_computer_deletes_the_drafts_sound(
    kim: StrictClient, session: Session
) -> None:
    speak(kim, WEBM)
    kim.post("/ansoeg/glem", data=kim.form(kim.get("/ansoeg"), do=""))
    assert (kept(session), list(storage.keys("voice/"))) == ([], [])


def test_an_old_draft_goes_with_its_sound(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    session.rollback()
    session.execute(update(Application).values(updated_at=clock.now() - timedelta(days=31)))
    session.commit()
    assert purging.run(session).deleted == {"draft": 1}
    assert (kept(session), list(storage.keys("voice/"))) == ([], [])


def test_a_sound_whose_case_is_gone_is_swept_away(kim: StrictClient, session: Session) -> None:
    speak(kim, WEBM)
    (recording,) = kept(session)
    storage.put("voice/orphan", b"sealed")
    storage.put("leaflets/other", b"not ours")
    assert recordings.sweep(session) == 1
    assert list(storage.keys("")) == ["leaflets/other", recording.key]
