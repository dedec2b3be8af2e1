"""Staff word, check, approve and give out the leaflet of a municipality, each by its role."""

import io
import zlib
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import SLAGELSE, make_consultant
from portal import clock, photos
from portal.models.leaflet import LeafletFile, LeafletState, Variant
from portal.municipalities import files_given, leaflets
from strict_client import StrictClient, parse

ROOM = "/personale/kommuner/slagelse"


def hidden(client: StrictClient) -> dict[str, str]:
    """The token, and the version that the page was made of."""
    return inputs(client.get(f"{ROOM}/folder"))


def inputs(page: TestResponse) -> dict[str, str]:
    fields = parse(page.text).findall(".//input[@type='hidden']")
    return {field.get("name"): field.get("value", "") for field in fields}


def press(client: StrictClient, action: str, **typed: Any) -> Any:
    sent = {**hidden(client), **typed}
    return client.post(f"{ROOM}/folder{action}", data=sent, follow_redirects=True)


def day_in(years: int) -> str:
    return (clock.today() + timedelta(days=365 * years)).isoformat()


def photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (600, 400), "#4b1a4a").save(file, "PNG")
    return file.getvalue()


def test_a_leader_writes_approves_and_gives_out_a_leaflet(leader: StrictClient, session: Session) -> None:
    press(leader, "/begynd")
    page = press(
        leader, "", title="Velkommen på arbejde", expires_on=(clock.today() + timedelta(days=365)).isoformat()
    )
    assert "Gemt." in page.text
    assert "der er plads til det hele" in page.text
    assert "Nu kan den udgives." in press(leader, "/godkend").text
    assert "Folderen er udgivet." in press(leader, "/udgiv").text
    assert "Velkommen på arbejde" in leader.get("/kommuner/slagelse/folder").text
    assert [(row.number, row.variant) for row in session.scalars(select(LeafletFile))] == [
        (1, variant) for variant in Variant
    ]
    compared = leader.get(f"{ROOM}/folder/version/1").text
    assert "<del>Et job, der passer til dig</del>" in compared
    assert "<ins>Velkommen på arbejde</ins>" in compared
    kept = leader.get(f"{ROOM}/folder/version/1.pdf")
    assert kept.data == leader.get("/kommuner/slagelse/folder.pdf").data


def test_a_last_day_that_has_passed_is_pointed_out_when_the_words_are_kept(editor: StrictClient) -> None:
    press(editor, "/begynd")
    page = press(editor, "", title="Velkommen på arbejde", expires_on="2020-01-01").text
    assert "Teksten er gemt, men sidste dag er forbi. Vælg en dag, der kommer." in page
    assert "Velkommen på arbejde" in page


def test_the_page_of_a_leaflet_that_is_out_leads_to_it(leader: StrictClient) -> None:
    for step in ("/begynd", "/godkend", "/udgiv"):
        page = press(leader, step).text
    assert 'href="/personale/kommuner/slagelse/folder/version/1"' in page
    assert 'href="/kommuner/slagelse#folder"' in page


def test_a_version_stays_as_it_was_given_out(leader: StrictClient, session: Session) -> None:
    for title in ("Den første", "Den næste"):
        press(leader, "/begynd")
        press(leader, "", title=title)
        press(leader, "/godkend")
        press(leader, "/udgiv")
    first, second = (leader.get(f"{ROOM}/folder/version/{number}.pdf").data for number in (1, 2))
    make_consultant(session)
    assert first != second
    assert leader.get(f"{ROOM}/folder/version/1.pdf").data == first
    assert "Hent version 1 (PDF)" in leader.get(f"{ROOM}/folder/version/2").text
    assert leader.get(f"{ROOM}/folder/version/3.pdf").status_code == 404


@pytest.mark.usefixtures("nothing_drawn")
def test_approving_twice_is_no_error(leader: StrictClient) -> None:
    press(leader, "/begynd")
    press(leader, "/godkend")
    again = press(leader, "/godkend")
    assert (again.status_code, "Folderen er allerede godkendt." in again.text) == (200, True)
    assert "Folderen er udgivet." in press(leader, "/udgiv").text


@pytest.mark.usefixtures("nothing_drawn")
def test_only_what_was_approved_is_given_out(leader: StrictClient) -> None:
    press(leader, "/begynd")
    assert "Den skal være godkendt" in press(leader, "/udgiv").text
    press(leader, "/godkend")
    press(leader, "", title="Andre ord")
    assert "Den skal være godkendt" in press(leader, "/udgiv").text


@pytest.mark.usefixtures("nothing_drawn")
def test_words_typed_while_a_colleague_gives_the_version_out_begin_the_next_one(
    leader: StrictClient, session: Session
) -> None:
    press(leader, "/begynd")
    press(leader, "/godkend")
    before = hidden(leader)["version"]
    press(leader, "/udgiv")
    kept = press(leader, "", version=before, title="Ord i et andet vindue")
    assert (kept.status_code, "Gemt." in kept.text) == (200, True)
    newest, given_out = leaflets.versions(session, SLAGELSE)
    assert (newest.state, newest.texts["title"]) == (LeafletState.DRAFT, "Ord i et andet vindue")
    assert (given_out.state, given_out.texts) == (LeafletState.PUBLISHED, {})


@pytest.mark.usefixtures("nothing_drawn")
def test_an_outdated_form_writes_over_nobodys_words_and_keeps_what_was_typed(
    leader: StrictClient, session: Session
) -> None:
    press(leader, "/begynd")
    opened = hidden(leader)["version"]
    press(leader, "", title="Kollegaens ord")
    late = press(leader, "", version=opened, title="Mine ord", expires_on="2027-01-31")
    assert (late.status_code, "En kollega har ændret folderen imens." in late.text) == (409, True)
    assert ("Mine ord" in late.text, "Kollegaens ord" in late.text, "2027-01-31" in late.text) == (True,) * 3
    assert leaflets.versions(session, SLAGELSE)[0].texts == {"title": "Kollegaens ord"}
    again = leader.post(f"{ROOM}/folder", data=inputs(late) | {"title": "Mine ord"}, follow_redirects=True)
    assert "Gemt." in again.text
    session.expire_all()
    assert leaflets.versions(session, SLAGELSE)[0].texts == {"title": "Mine ord"}


@pytest.mark.usefixtures("nothing_drawn")
def test_nobody_approves_words_that_were_changed_since_the_page_was_opened(
    leader: StrictClient, session: Session
) -> None:
    press(leader, "/begynd")
    opened = hidden(leader)["version"]
    press(leader, "", title="Kollegaens ord")
    assert "Læs den igen, før du godkender." in press(leader, "/godkend", version=opened).text
    assert leaflets.versions(session, SLAGELSE)[0].state is LeafletState.DRAFT


def test_a_leaflet_with_a_cpr_number_is_not_kept_and_stays_as_typed(
    leader: StrictClient, session: Session
) -> None:
    press(leader, "/begynd")
    page = press(leader, "", title="Ring til 010190-1234", what="Om jobbet")
    assert (page.status_code, "Overskrift på forsiden: Skriv uden CPR-nummer." in page.text) == (422, True)
    assert ("Ring til 010190-1234" in page.text, "Om jobbet" in page.text) == (True, True)
    assert leaflets.versions(session, SLAGELSE)[0].texts == {}


@pytest.mark.usefixtures("nothing_drawn")
@pytest.mark.parametrize("action", ["/udgiv", "/godkend", "/fil"])
def test_a_second_press_after_it_was_given_out_gets_a_kind_answer(leader: StrictClient, action: str) -> None:
    press(leader, "/begynd")
    press(leader, "/godkend")
    press(leader, "/udgiv")
    again = press(leader, action)
    assert (again.status_code, "Folderen er allerede udgivet." in again.text) == (200, True)


def test_an_editor_may_write_and_not_approve(editor: StrictClient) -> None:
    assert "En leder skal godkende teksten." in press(editor, "/begynd").text
    assert press(editor, "/godkend").status_code == 404


def test_the_preview_shows_what_is_typed_and_keeps_nothing(leader: StrictClient, session: Session) -> None:
    press(leader, "/begynd")
    assert "Ikke gemt endnu" in press(leader, "/vis", title="Ikke gemt endnu").text
    assert leaflets.versions(session, SLAGELSE)[0].texts == {}


def test_the_preview_says_what_to_look_at_without_scripts(leader: StrictClient) -> None:
    press(leader, "/begynd")
    fine = press(leader, "/vis", title="Kom og vær med").text
    assert "der er plads til det hele" in fine
    assert '<dd data-note="title">LIX 4. 14 af 34 tegn.</dd>' in fine
    long = press(leader, "/vis", title="Velkommen " * 5).text
    assert "Overskrift på forsiden: Teksten er 15 tegn for lang. Der er plads til 34." in long
    assert 'data-note="title" data-wrong' in long


def test_a_panel_that_is_too_full_is_named(leader: StrictClient) -> None:
    press(leader, "/begynd")
    for lines in (9, 20, 60):
        assert "Felt 2 er for fuldt." in press(leader, "/vis", who="Du\n" * lines).text, lines


def test_too_long_and_too_hard_texts_are_pointed_out(leader: StrictClient) -> None:
    press(leader, "/begynd")
    hard = "Beskæftigelsesministeriet administrerer førtidspensionister virksomhedsrettet " * 4
    page = press(leader, "", what=hard).text
    assert "Teksten er 111 tegn for lang. Der er plads til 200." in page
    assert "Teksten er svær at læse" in page
    assert "Der er ikke plads til teksten." in press(leader, "/godkend").text


def test_a_pdf_made_elsewhere_is_used_instead(leader: StrictClient) -> None:
    press(leader, "/begynd")
    own = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    page = press(leader, "/fil", what="pdf", file=(io.BytesIO(own), "folder.pdf"))
    assert "Filen er lagt ind." in page.text
    press(leader, "/godkend")
    press(leader, "/udgiv")
    served = leader.get("/kommuner/slagelse/folder.pdf")
    assert served.data == own
    assert served.headers["Content-Disposition"].startswith("attachment")
    assert leader.get(f"{ROOM}/folder/version/1.pdf").data == own
    assert "Vi kan ikke læse teksten i filen." in leader.get(f"{ROOM}/folder/version/1").text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>%PDF-1.4 %%EOF",
        b"%PDF-1.4 cut off",
        b"%PDF-1.4 <</OpenAction 3 0 R>> %%EOF",
        b"%PDF-1.4 <</S /J#61vaScript>> %%EOF",
        b"%PDF-1.4 <</Encrypt 3 0 R>> %%EOF",
        b"%PDF-1.5 <</Type /ObjStm>> stream\n" + zlib.compress(b"<</JS (x)>>") + b"endstream %%EOF",
        b"%PDF-1.4" + b" " * files_given.MOST_BYTES + b"%%EOF",
    ],
)
def test_what_is_no_plain_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(files_given.RefusedError):
        files_given.check_pdf(data)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_checks(data: bytes) -> None:
    for check in (files_given.check_pdf, photos.square):
        with pytest.raises((files_given.RefusedError, photos.NoPhotoError)):
            check(data)


def test_photos_become_small_squares(leader: StrictClient, session: Session) -> None:
    make_consultant(session)
    token = leader.form(leader.get(ROOM))["csrf_token"]
    sent = {"csrf_token": token, "photo": (io.BytesIO(photo()), "ann.png")}
    leader.post(f"{ROOM}/konsulentfoto", data=sent)
    served = leader.get("/kommuner/slagelse/konsulent.jpg")
    assert Image.open(io.BytesIO(served.data)).size == (400, 400)
    assert "Foto af Ann Advis" in leader.get("/kommuner/slagelse").text
