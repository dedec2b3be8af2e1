"""Staff word a letter anew: preview, LIX, saving, the default again, and who did it."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_application, make_staff, sign_in
from portal import outbox
from portal.letters.kinds import KINDS
from portal.models.audit import AuditEntry
from portal.models.letter import LetterText
from portal.models.staff import Role
from strict_client import StrictClient, parse

EDIT = "/personale/breve/waiting"


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session))


def typed(client: StrictClient, path: str, text: str, *, to: str = ""):
    page = client.get(path)
    (token, *_) = [field.get("value") for field in parse(page.text).findall(".//input[@name='csrf_token']")]
    return client.post(path + to, data={"csrf_token": token, "text": text})


def shown(page) -> str:
    (part,) = parse(page.text).findall(".//div[@id='visning']")
    return " ".join("".join(part.itertext()).split())


def test_all_letters_are_listed(sanne: StrictClient) -> None:
    page = sanne.get("/personale/breve").text
    assert [kind.key for kind in KINDS.values() if f"/personale/breve/{kind.key}" not in page] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_has_a_page_with_a_preview(sanne: StrictClient, kind: str) -> None:
    assert "LIX" in shown(sanne.get(f"/personale/breve/{kind}"))


def test_the_preview_uses_made_up_data(sanne: StrictClient) -> None:
    assert "Ann Advis er din konsulent." in shown(sanne.get("/personale/breve/with_consultant"))


def test_looking_at_a_preview_keeps_nothing(sanne: StrictClient, session: Session) -> None:
    page = typed(sanne, EDIT, "Vi leder.\n\nRing på {vores telefon}.", to="/vis")
    assert page.status_code == 200
    assert "Vi leder. Ring på 36 35 96 60." in shown(page)
    assert session.scalars(select(LetterText)).all() == []


def test_a_hard_text_is_shown_as_hard_but_can_be_saved(sanne: StrictClient) -> None:
    hard = "Visitationsudvalget behandler ansøgningen hurtigst muligt efterfølgende."
    assert "Brug kortere ord." in shown(typed(sanne, EDIT, hard, to="/vis"))
    assert typed(sanne, EDIT, hard).status_code == 303


def test_a_saved_letter_is_read_on_the_persons_own_page(
    app: Flask, sanne: StrictClient, session: Session
) -> None:
    typed(sanne, "/personale/breve/reading", "Vi har travlt, men vi læser.")
    application = make_application(session)
    kim = app.test_client()
    page = kim.get("/min-ansoegning")
    kim.post("/min-ansoegning", data=kim.form(page, code=application.reference, digits="2233"))
    assert "Vi har travlt, men vi læser." in kim.get("/min-ansoegning/side").text


def test_a_saved_mail_goes_out_in_the_new_words(app: Flask, sanne: StrictClient, session: Session) -> None:
    typed(sanne, "/personale/breve/mail_closed", "Hej\n\nSe mere:\n{min side}")
    with app.test_request_context():
        mail = outbox.queue(session, "closed", to="kim@example.com")
    assert mail.text == "Hej\n\nSe mere:\nhttp://localhost:8000/min-ansoegning\n"
    assert '<a class="kj-link" href="http://localhost:8000/min-ansoegning">' in mail.html


def test_what_cannot_be_used_stays_in_the_page_with_what_to_do(sanne: StrictClient, session: Session) -> None:
    page = typed(sanne, "/personale/breve/sms_resume", "Hej med dig")
    assert page.status_code == 422
    assert "Sæt {link} ind." in page.text
    assert parse(page.text).find(".//textarea").text.strip() == "Hej med dig"
    assert session.scalars(select(LetterText)).all() == []


def test_a_stale_page_keeps_the_words(sanne: StrictClient) -> None:
    page = sanne.post(EDIT, data={"csrf_token": "old", "text": "Vi leder."})
    assert page.status_code == 400
    assert parse(page.text).find(".//textarea").text.strip() == "Vi leder."


def test_the_default_comes_back_and_the_trail_tells_who_did_what(
    sanne: StrictClient, session: Session
) -> None:
    typed(sanne, EDIT, "Vi leder.")
    assert "Skrevet om" in sanne.get("/personale/breve").text
    typed(sanne, EDIT, "", to="/standard")
    page = sanne.get(EDIT)
    assert KINDS["waiting"].default.split("\n", maxsplit=1)[0] in shown(page)
    assert "Sanne Sekretær" in page.text
    trail = session.execute(
        select(AuditEntry.action, AuditEntry.object_id).where(AuditEntry.object_kind == "letter")
    )
    assert [tuple(row) for row in trail] == [("word", "waiting"), ("reset", "waiting")]


def test_a_letter_with_markup_is_shown_as_text(sanne: StrictClient) -> None:
    page = typed(sanne, EDIT, "<script>alert(1)</script> <b>Hej</b>")
    page = sanne.get(EDIT)
    assert "<b>Hej" not in page.text
    assert "&lt;b&gt;Hej" in page.text


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.EDITOR, Role.ADMIN])
def test_others_do_not_word_letters(app: Flask, session: Session, role: Role) -> None:
    client = sign_in(app.test_client(), make_staff(session, role))
    assert client.get(EDIT).status_code == 404
    assert client.post(EDIT, data={"text": "Hej"}).status_code in {400, 404}


def test_a_letter_that_does_not_exist_is_not_found(sanne: StrictClient) -> None:
    assert sanne.get("/personale/breve/nope").status_code == 404
