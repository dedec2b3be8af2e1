"""An editor makes an ad easy to read: two layers side by side, a draft, an approval with name and date."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from board_ads import make_ad, shown_titles
from editing_room import WRITTEN, hidden, public, write
from factories import make_staff, sign_in
from portal.models.audit import AuditEntry
from portal.models.edited_text import EditedText
from portal.models.posting import Posting
from portal.models.staff import Role, Staff
from strict_client import StrictClient


def test_original_and_proposal_stand_side_by_side(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session, body_html="<p>Arbejdsopgaver:</p><ul><li>Pakke brød og kager</li></ul>")
    page = editor.get(f"/personale/jobopslag/{ad.id}").text
    assert "<li>Pakke brød og kager</li>" in page
    assert 'name="task-1" type="text" value="Pakke brød og kager"' in page
    assert "Computerens tekst" in page


def test_an_approved_text_is_what_readers_see_and_find(
    editor: StrictClient, session: Session, erik: Staff
) -> None:
    ad = make_ad(session)
    assert "En computer har lavet den korte tekst" in public(editor, ad)
    assert write(editor, ad, "approve").status_code == 302
    session.expire_all()
    page = public(editor, ad)
    for words in (
        "Bagerens hjælper",
        "Du hjælper bageren.",
        "Tæt på toget",
        "Fri frugt",
        "12 timer om ugen.",
    ):
        assert words in page
    assert "En computer har lavet" not in page
    assert shown_titles(editor.get("/job?q=bagerens").text) == ["Bagerens hjælper"]
    record = session.get_one(EditedText, ad.id)
    assert (record.approved_by_id, record.approved_at is not None, ad.slug) == (
        erik.id,
        True,
        "bagerens-hjaelper",
    )
    assert session.scalars(select(AuditEntry.action).where(AuditEntry.object_id == ad.id)).all() == [
        "approve"
    ]


def test_the_screen_says_who_approved(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    write(editor, ad, "approve")
    assert "Godkendt af Erik Editor" in editor.get(f"/personale/jobopslag/{ad.id}").text


def test_a_draft_is_kept_and_readers_see_nothing_of_it(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    write(editor, ad, "save")
    assert "Bagerens hjælper" not in public(editor, ad)
    assert 'value="Bagerens hjælper"' in editor.get(f"/personale/jobopslag/{ad.id}").text


def test_without_javascript_a_button_shows_how_it_will_look_and_saves_nothing(
    editor: StrictClient, session: Session
) -> None:
    ad = make_ad(session)
    page = write(editor, ad, "look", summary="Du emballerer konditorvarer.")
    assert page.status_code == 200
    assert '<mark class="kj-mark kj-mark--rare">emballerer</mark>' in page.text
    assert "LIX" in page.text
    assert session.scalars(select(EditedText)).all() == []


def test_the_script_gets_the_same_part_of_the_page(
    app: Flask, editor: StrictClient, session: Session, erik: Staff
) -> None:
    ad = make_ad(session)
    # A part of a page is no page, so a client that checks pages cannot ask for it.
    script = sign_in(FlaskClient(app), erik)
    page = script.get(f"/personale/jobopslag/{ad.id}")
    part = script.post("/personale/jobopslag/udseende", data=hidden(page) | WRITTEN)
    assert 'data-lix="LIX ' in part.text
    assert "Bagerens hjælper" in part.text
    assert "<html" not in part.text


def test_a_text_without_title_sentence_or_task_is_not_approved(
    editor: StrictClient, session: Session
) -> None:
    ad = make_ad(session, body_html="")
    empty = {"title": "", "summary": "", "task-1": "", "task-2": ""}
    page = write(editor, ad, "approve", **empty)
    assert page.status_code == 422
    for words in ("Skriv en titel.", "Skriv én sætning om jobbet.", "Skriv mindst én opgave."):
        assert words in page.text
    assert session.get_one(Posting, ad.id).approved is None


def test_telephone_numbers_and_cpr_numbers_never_get_in(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    assert "Skriv ikke telefonnumre" in write(editor, ad, "save", summary="Ring 20 11 22 33.").text
    assert "CPR-nummer" in write(editor, ad, "save", place="010180-1234").text
    assert session.scalars(select(EditedText)).all() == []


def test_of_two_who_save_at_once_neither_loses_anything(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    address = f"/personale/jobopslag/{ad.id}"
    mine = hidden(editor.get(address)) | WRITTEN | {"title": "Min titel"}
    other = sign_in(editor.application.test_client(), make_staff(session, Role.EDITOR, name="Eva"))
    write(other, ad, "approve", title="Evas titel")
    page = editor.post(f"{address}/tekst", data=mine | {"do": "approve"})
    assert page.status_code == 409
    assert "En kollega har gemt imens" in page.text
    assert 'value="Min titel"' in page.text
    assert "Evas titel" in page.text
    assert "Evas titel" in public(editor, ad)
    again = hidden(page) | WRITTEN | {"title": "Min titel"}
    assert editor.post(f"{address}/tekst", data=again | {"do": "approve"}).status_code == 302
    assert "Min titel" in public(editor, ad)


def test_nobody_approves_for_an_original_never_seen(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    address = f"/personale/jobopslag/{ad.id}"
    mine = hidden(editor.get(address)) | WRITTEN
    session.get_one(Posting, ad.id).body_html = "<p>Noget helt andet.</p>"
    session.commit()
    page = editor.post(f"{address}/tekst", data=mine | {"do": "approve"})
    assert (page.status_code, "Kilden har ændret opslaget imens" in page.text) == (409, True)


def test_the_machines_text_can_be_shown_again(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    title = ad.easy_title
    write(editor, ad, "approve")
    write(editor, ad, "withdraw")
    session.expire_all()
    assert (ad.easy_title, ad.approved) == (title, None)
    assert "En computer har lavet" in public(editor, ad)
    assert 'value="Bagerens hjælper"' in editor.get(f"/personale/jobopslag/{ad.id}").text
