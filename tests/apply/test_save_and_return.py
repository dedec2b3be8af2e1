"""Gem, og fortsæt senere: a code, a link, another device; and the end of a draft (P14)."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, answer, errors, fill_in, path_of, send, start, value_of
from portal import clock, purging, tickets
from portal.apply import drafts
from portal.models.application import Application
from portal.models.mail import OutboxMessage
from strict_client import StrictClient


def begun(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "navn", name="Kim Kandidat")
    answer(client, "kontakt", phone="20112233")


def saved(client: StrictClient, **typed: str) -> str:
    """Saves the draft and gives its code as it is shown."""
    page = client.get("/ansoeg/gem")
    assert path_of(client.post("/ansoeg/gem", data=client.form(page, **typed))) == "/ansoeg/gemt"
    found = re.search(r"<strong class=\"kj-nowrap\">(.{9})</strong>", client.get("/ansoeg/gemt").text)
    assert found
    return found[1]


def enter(client: StrictClient, code: str, digits: str):
    page = client.get("/min-ansoegning")
    return client.post("/min-ansoegning", data=client.form(page, code=code, digits=digits))


def mails(session: Session) -> list[OutboxMessage]:
    session.rollback()
    return list(session.scalars(select(OutboxMessage)))


def the_draft(session: Session) -> Application:
    session.rollback()
    return session.scalars(select(Application)).one()


def grow_old(session: Session, **age: int) -> None:
    session.rollback()
    session.execute(update(Application).values(updated_at=clock.now() - timedelta(**age)))
    session.commit()


def test_the_button_saves_what_stands_on_the_page_and_leads_to_the_code(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    assert path_of(answer(client, "navn", name="Kim Kandidat", do="save")) == "/ansoeg/gem"
    assert value_of(client.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"


def test_an_empty_page_may_be_saved_too(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    assert path_of(answer(client, "navn", do="save")) == "/ansoeg/gem"


def test_what_cannot_be_saved_says_so_before_one_leaves(client: StrictClient) -> None:
    start(client)
    assert answer(client, "sted", place="Langtbortistan", do="save").status_code == 422


@pytest.mark.parametrize("spelled", [str.upper, str.lower, lambda code: code.replace(" ", "-")])
def test_kim_goes_on_upon_another_device_with_code_and_number(
    app: Flask, client: StrictClient, spelled
) -> None:
    begun(client)
    code = saved(client)
    phone = app.test_client()
    assert path_of(enter(phone, spelled(code), "2233")) == "/ansoeg/videre"
    assert path_of(phone.get("/ansoeg/videre")) == f"{QUESTION}/sted"
    assert value_of(phone.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"


def test_the_first_device_can_go_on_as_well(app: Flask, client: StrictClient) -> None:
    begun(client)
    enter(app.test_client(), saved(client), "2233")
    assert value_of(client.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"


def test_the_code_of_a_draft_stays_the_number_of_what_is_sent(
    app: Flask, client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    code = saved(client)
    send(client)
    assert tickets.shown(the_draft(session).reference) == code
    assert path_of(enter(app.test_client(), code, "2233")) == "/min-ansoegning/side"


def test_a_mail_brings_a_link_that_goes_on(app: Flask, client: StrictClient, session: Session) -> None:
    begun(client)
    saved(client, email="kim@example.com")
    (mail,) = mails(session)
    assert (mail.kind, mail.address) == ("resume", "kim@example.com")
    assert "Kim" not in mail.text + mail.subject
    link = re.search(r"http://localhost:8000(/min-ansoegning/\S+)", mail.text)
    assert link
    phone = app.test_client()
    assert path_of(phone.get(link[1])) == "/ansoeg/videre"
    assert path_of(phone.get("/ansoeg/videre")) == f"{QUESTION}/sted"


def test_an_old_link_leads_to_the_code(app: Flask, client: StrictClient, session: Session) -> None:
    page = client.get("/min-ansoegning/" + "x" * 43)
    assert page.status_code == 404
    assert errors(page) == [("#code", "Linket er gammelt. Skriv din kode her. Eller ring til os.")]


def test_who_has_no_number_yet_is_asked_for_one(app: Flask, client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    page = client.get("/ansoeg/gem")
    refused = client.post("/ansoeg/gem", data=client.form(page, email="", phone=""))
    assert errors(refused) == [
        ("#phone", "Skriv et telefonnummer. De sidste 4 tal hører til din kode."),
    ]
    code = saved(client, phone="30112244", email="")
    assert path_of(enter(app.test_client(), code, "2244")) == "/ansoeg/videre"


def test_the_postal_code_serves_who_has_no_telephone(app: Flask, client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "sted", place="4200")
    assert path_of(enter(app.test_client(), saved(client), "4200")) == "/ansoeg/videre"


def test_a_wrong_mail_is_answered_and_kept(client: StrictClient) -> None:
    begun(client)
    page = client.post("/ansoeg/gem", data=client.form(client.get("/ansoeg/gem"), email="kim@"))
    assert (page.status_code, value_of(page, "email")) == (422, "kim@")


def test_links_are_not_sent_without_end(client: StrictClient, session: Session) -> None:
    begun(client)
    for _ in range(drafts.MOST_LINKS_A_DAY + 2):
        saved(client, email="kim@example.com")
    assert len(mails(session)) == drafts.MOST_LINKS_A_DAY


def test_nobody_can_fill_anothers_mailbox_with_many_drafts(app: Flask, session: Session) -> None:
    for _ in range(drafts.MOST_LINKS_A_DAY + 2):
        stranger = app.test_client()
        begun(stranger)
        saved(stranger, email="Kim@example.com")
    assert len(mails(session)) == drafts.MOST_LINKS_A_DAY


def test_saving_is_never_sent_with_the_answers(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    saved(client, email="other@example.com")
    send(client)
    assert "other@example.com" not in the_draft(session).answers


def test_a_week_before_the_end_comes_one_reminder(client: StrictClient, session: Session) -> None:
    begun(client)
    saved(client, email="kim@example.com")
    grow_old(session, days=22)
    assert drafts.remind(session) == 0
    grow_old(session, days=23)
    assert drafts.remind(session) == 1
    assert drafts.remind(session) == 0
    assert [mail.kind for mail in mails(session)] == ["resume", "draft_reminder"]


def test_a_draft_that_cannot_be_read_is_named_and_the_others_are_reminded_of(
    app: Flask, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(2):
        person = app.test_client()
        begun(person)
        saved(person, email=f"kim{number}@example.com")
    grow_old(session, days=23)
    broken = session.scalars(select(Application.id).order_by(Application.id)).first()
    session.execute(update(Application).where(Application.id == broken).values(answers_sealed=b"broken"))
    session.commit()
    session.expire_all()
    assert drafts.remind(session) == 1
    [line] = [line for line in caplog.records if line.message == "A draft cannot be read."]
    assert line.__dict__["case"] == broken


def test_a_draft_that_nobody_saved_is_not_reminded_of(client: StrictClient, session: Session) -> None:
    start(client)
    answer(client, "kontakt", email="kim@example.com")
    grow_old(session, days=25)
    assert drafts.remind(session) == 0


def test_after_thirty_days_a_draft_is_deleted_with_all_that_opens_it(
    client: StrictClient, session: Session
) -> None:
    begun(client)
    saved(client, email="kim@example.com")
    grow_old(session, days=29)
    assert purging.run(session).deleted == {}
    grow_old(session, days=31)
    assert purging.run(session).deleted == {"draft": 1}
    session.expire_all()
    assert session.scalars(select(Application)).all() == []
    assert session.scalars(select(tickets.Ticket)).all() == []


def test_what_was_sent_is_no_draft_and_stays(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    send(client)
    grow_old(session, days=400)
    assert purging.run(session).deleted == {}


def _link(session: Session) -> str:
    (mail,) = mails(session)
    found = re.search(r"http://localhost:8000(/min-ansoegning/\S+)", mail.text)
    assert found
    return found[1]


def test_a_link_opened_beside_another_draft_asks_first_and_loses_neither(
    app: Flask, client: StrictClient, session: Session
) -> None:
    begun(client)
    saved(client, email="kim@example.com")
    link = _link(session)
    other = app.test_client()
    start(other)
    answer(other, "hvem", who="self")
    answer(other, "navn", name="Bo Begyndt")
    page = other.get(link)
    assert page.status_code == 200
    assert "Du er i gang med en anden ansøgning" in page.text
    assert value_of(other.get(f"{QUESTION}/navn"), "name") == "Bo Begyndt"
    assert path_of(other.get(f"{link}?skift=ja")) == "/ansoeg/videre"
    assert value_of(other.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"


def test_a_code_typed_beside_another_draft_asks_first_and_loses_neither(
    app: Flask, client: StrictClient, session: Session
) -> None:
    begun(client)
    code = saved(client)
    other = app.test_client()
    start(other)
    answer(other, "hvem", who="self")
    answer(other, "navn", name="Bo Begyndt")
    page = enter(other, code, "2233")
    assert "Du er i gang med en anden ansøgning" in page.text
    assert value_of(other.get(f"{QUESTION}/navn"), "name") == "Bo Begyndt"
    again = other.post("/min-ansoegning", data=other.form(page))
    assert path_of(again) == "/ansoeg/videre"
    assert value_of(other.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"


def test_a_link_opened_beside_a_draft_that_has_a_code_leads_straight_on(
    app: Flask, client: StrictClient, session: Session
) -> None:
    begun(client)
    saved(client, email="kim@example.com")
    link = _link(session)
    other = app.test_client()
    begun(other)
    saved(other)
    assert path_of(other.get(link)) == "/ansoeg/videre"
    assert path_of(other.get(link)) == "/ansoeg/videre", "its own draft is no other one"
