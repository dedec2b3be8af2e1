"""Every version that was given out is kept and can be compared, those made elsewhere too."""

import io
import math
import subprocess
from typing import Any

import pytest
from PIL import Image
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_staff, sign_in
from portal import clock, pdf, storage
from portal.models.leaflet import Leaflet, LeafletState
from portal.models.staff import Role
from portal.municipalities import comparing, filing, pdf_words
from portal.municipalities.pdf_words import Words
from strict_client import StrictClient, parse

ROOM = "/personale/kommuner/slagelse"


@pytest.fixture
def leader(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lea Leder"))


def made_elsewhere(*paragraphs: str) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return pdf.render(f'<!DOCTYPE html><html lang="da"><title>Folder</title><h1>Folder</h1>{body}</html>')


def scan() -> bytes:
    """A page that is a picture and nothing else, as a scanner makes it."""
    file = io.BytesIO()
    Image.new("RGB", (60, 80), "#eee").save(file, "PDF")
    return file.getvalue()


def give_out(session: Session, number: int, *, file: bytes = b"", **texts: str) -> None:
    """A version that was given out: a file from elsewhere, or texts with the sheet that was made of them."""
    now = clock.now()
    leaflet = Leaflet(
        municipality_code=SLAGELSE,
        number=number,
        state=LeafletState.REPLACED,
        texts=texts,
        uploaded=f"leaflet-upload/{number}" if file else "",
        uploaded_size=len(file),
        created_at=now,
        changed_at=now,
        published_at=now,
    )
    session.add(leaflet)
    session.commit()
    data = file or made_elsewhere(*texts.values())
    storage.put(leaflet.uploaded or f"{filing.AS_PUBLISHED}/{leaflet.id}", data)


def shown(client: StrictClient, path: str) -> str:
    """The words of the page about a version."""
    return " ".join("".join(parse(client.get(f"{ROOM}/folder/version/{path}").text).itertext()).split())


def test_two_files_are_compared_word_by_word(leader: StrictClient, session: Session) -> None:
    give_out(session, 1, file=made_elsewhere("Ring til Karin i kommunen."))
    give_out(session, 2, file=made_elsewhere("Ring til Bodil i kommunen.", "Vi glæder os."))
    page = leader.get(f"{ROOM}/folder/version/2").text
    assert "Ring til <del>Karin</del> <ins>Bodil</ins> i kommunen. <ins>Vi glæder os.</ins>" in page
    words = shown(leader, "2")
    assert "Ring til Karin i kommunen." in words
    assert "Sider 1" in words


def test_a_file_is_compared_with_what_was_written_here(leader: StrictClient, session: Session) -> None:
    give_out(session, 1, title="Velkommen på arbejde")
    give_out(session, 2, file=made_elsewhere("Ring til Karin."))
    words = shown(leader, "2")
    assert "Velkommen på arbejde" in words
    assert "Ring til Karin." in words
    assert "<del>" in leader.get(f"{ROOM}/folder/version/2").text


def test_of_a_scan_there_are_its_facts_and_a_kind_word(leader: StrictClient, session: Session) -> None:
    give_out(session, 1, file=made_elsewhere("Ring til Karin."))
    give_out(session, 2, file=(file := scan()))
    words = shown(leader, "2")
    assert "Filen er et billede, måske en scanning." in words
    assert "Teksterne kan ikke sammenlignes." in words
    assert f"Størrelse {math.ceil(len(file) / 1000)} kB Sider 1" in words


def test_any_two_versions_can_be_compared(leader: StrictClient, session: Session) -> None:
    for number, title in enumerate(("Den første", "Den anden", "Den tredje"), 1):
        give_out(session, number, title=title)
    page = leader.get(f"{ROOM}/folder/version/3?med=1").text
    assert "Det er nyt siden version 1" in page
    assert "Den <del>første</del> <ins>tredje</ins>" in page
    assert "Det er nyt siden version 2" in leader.get(f"{ROOM}/folder/version/3?med=3").text
    assert "Det er nyt siden standardfolderen" in leader.get(f"{ROOM}/folder/version/3?med=99").text


def test_without_pypdf_the_files_are_there_and_their_words_are_not(
    leader: StrictClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_words, "pypdf", None)
    give_out(session, 1, file=made_elsewhere("Ring til Karin."))
    assert "Vi kan ikke læse teksten i filen." in shown(leader, "1")


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_words, "SECONDS", 0.001)
    assert pdf_words.read(made_elsewhere("Hej")) is None


def test_the_child_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(subprocess, "run", lambda *_, **given: asked.update(given) or given["missing"])
    with pytest.raises(KeyError):
        pdf_words.read(b"%PDF-1.4")
    assert asked["env"] == {}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 cut off", scan()[:300] + b"%%EOF"])
def test_what_is_broken_is_not_read(data: bytes) -> None:
    assert pdf_words.read(data) in (None, Words(pages=0, lines=()))


def test_signs_that_no_page_can_show_are_left_out() -> None:
    assert pdf_words._lines("Hej\x00 du\n\n \x1b \nog dig") == ["Hej du", "og dig"]


def test_the_same_words_have_no_changes() -> None:
    assert comparing.fields({"title": "A"}, {"title": "A"}) == ()
