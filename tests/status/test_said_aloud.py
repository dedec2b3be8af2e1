"""Something more, said aloud on one's own page: kept sealed, heard in the case, gone with it (P39)."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import errors, path_of
from case_work import case_path
from factories import make_application, make_staff, move_to, sign_in
from portal import headers, tickets
from portal.models.application import Application, State
from portal.models.recording import Recording
from portal.models.ticket import TicketKind
from portal.status import actions
from strict_client import StrictClient, parse

OGG = b"OggS" + b"\x00" * 24 + b"OpusHead" + b"KANARIE" * 20
PAGE = "/min-ansoegning/mere"


def kims_page(client: StrictClient, session: Session) -> Application:
    """Opens Kim's own page, where somebody has asked for more."""
    case = move_to(session, make_application(session), State.SCREENING, State.NEEDS_INFO)
    link = tickets.issue(session, case, TicketKind.LINK)
    session.commit()
    client.get(f"/min-ansoegning/{link}")
    return case


def say(client: StrictClient, content: bytes, words: str = ""):
    form = client.form(client.get(PAGE), words=words)
    parts = [f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in form.items()]
    head = '--x\r\nContent-Disposition: form-data; name="voice"; filename="optagelse"\r\n\r\n'
    body = "".join((*parts, head)).encode() + content + b"\r\n--x--\r\n"
    return client.post(PAGE, data=body, content_type="multipart/form-data; boundary=x")


def told(session: Session, case: Application) -> list[tuple[str, str]]:
    session.refresh(case)
    return [(row["key"], row["text"]) for row in json.loads(case.answers)]


def test_staff_hear_what_kim_said_and_read_the_case_again(client: StrictClient, session: Session) -> None:
    case = kims_page(client, session)
    assert path_of(say(client, OGG, "Ring om fredagen.")) == "/min-ansoegning/side?sagt=mere"
    assert told(session, case) == [
        ("added", "Ring om fredagen."),
        ("added_voice", "En optagelse med stemme"),
    ]
    assert case.state == State.SCREENING
    sanne = sign_in(client, make_staff(session))
    (player,) = parse(sanne.get(case_path(case)).text).findall(".//audio")
    assert sanne.get(player.get("src")).data == OGG


def test_who_has_written_much_is_asked_to_call(
    client: StrictClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_ADDED", 1)
    case = kims_page(client, session)
    say(client, b"", "Ring om fredagen.")
    page = say(client, b"", "Og om mandagen.")
    assert errors(page) == [("#words", "Du har sagt meget. Ring til os, så taler vi sammen.")]
    assert parse(page.text).find(".//textarea[@name='words']").text.strip() == "Og om mandagen."
    assert told(session, case) == [("added", "Ring om fredagen.")]


def test_a_sound_alone_is_enough_and_nothing_is_not(client: StrictClient, session: Session) -> None:
    case = kims_page(client, session)
    assert errors(say(client, b"")) == [("#words", "Skriv det, du vil sige. Eller sig det højt.")]
    say(client, OGG)
    assert told(session, case) == [("added_voice", "En optagelse med stemme")]


def test_what_is_no_sound_keeps_the_words_and_adds_nothing(client: StrictClient, session: Session) -> None:
    case = kims_page(client, session)
    page = say(client, b"%PDF-1.4", "Hej")
    assert errors(page) == [("#voice", "Vi kan ikke høre optagelsen. Optag igen. Du kan også ringe til os.")]
    assert parse(page.text).findtext(".//textarea") == "Hej"
    assert told(session, case) == []


def test_after_six_recordings_somebody_calls(client: StrictClient, session: Session) -> None:
    case = kims_page(client, session)
    for _ in range(actions.MOST_SOUNDS):
        say(client, OGG)
    assert errors(say(client, OGG)) == [("#voice", "Du har sagt meget. Ring til os, så taler vi sammen.")]
    assert len(told(session, case)) == actions.MOST_SOUNDS


def test_it_is_gone_when_kim_withdraws(client: StrictClient, session: Session) -> None:
    case = kims_page(client, session)
    say(client, OGG)
    actions.withdraw(session, case)
    assert list(session.scalars(select(Recording))) == []


def test_p51_the_page_may_use_the_microphone(client: StrictClient, session: Session) -> None:
    kims_page(client, session)
    sent = client.get(PAGE).headers
    assert {name: sent[name] for name in headers.LISTENS} == headers.LISTENS
