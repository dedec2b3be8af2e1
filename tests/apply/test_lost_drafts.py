"""Drafts that are gone, stale pages and second windows: nothing typed is lost, nothing is mixed up (P17)."""

import json
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, answer, errors, fill_in, path_of, start, value_of
from factories import make_posting
from portal import clock
from portal.models.application import Application
from strict_client import StrictClient, parse

LAST_PAGE = {"name": "Kim Kandidat"}


def forget_cookie(client: StrictClient) -> None:
    client.delete_cookie("klapjob")


def notices(client: StrictClient, address: str) -> list[str]:
    found = parse(client.get(address).text).findall(".//main//div[@role='status']")
    return ["".join(notice.itertext()).strip() for notice in found]


def drafts(session: Session) -> list[Application]:
    session.rollback()
    return list(session.scalars(select(Application).order_by(Application.created_at)))


def test_a_question_without_a_draft_leads_to_the_start_with_a_kind_word(client: StrictClient) -> None:
    assert path_of(client.get(f"{QUESTION}/navn")) == "/ansoeg"
    assert notices(client, "/ansoeg") == [
        "Vi kunne ikke finde dine svar. Du må gerne starte igen. Du kan også ringe til os."
    ]


def test_an_answer_whose_draft_expired_begins_a_new_one_with_it(
    client: StrictClient, session: Session
) -> None:
    start(client)
    page = client.get(f"{QUESTION}/navn")
    session.execute(update(Application).values(updated_at=clock.now() - timedelta(days=30, minutes=1)))
    session.commit()
    response = client.post(f"{QUESTION}/navn", data=client.form(page, **LAST_PAGE))
    assert path_of(response) == f"{QUESTION}/hvem"
    new = drafts(session)[-1]
    assert [row["value"] for row in json.loads(new.answers)] == ["Kim Kandidat"]
    assert notices(client, f"{QUESTION}/hvem")[0] == (
        "Vi har gemt dit sidste svar. De andre svar er væk. Svar på dem igen."
    )


def test_a_draft_of_thirty_days_still_lives(client: StrictClient, session: Session) -> None:
    start(client)
    session.execute(update(Application).values(updated_at=clock.now() - timedelta(days=29, hours=23)))
    session.commit()
    assert client.get(f"{QUESTION}/navn").status_code == 200


def test_an_answer_whose_cookie_is_lost_comes_back_to_be_sent_once_more(
    client: StrictClient, session: Session
) -> None:
    job = make_posting(session)
    start(client, f"/ansoeg/{job.id}")
    page = client.get(f"{QUESTION}/navn")
    forget_cookie(client)
    again = client.post(f"{QUESTION}/navn", data=client.form(page, **LAST_PAGE))
    assert again.status_code == 400
    assert errors(again) == [("#name", "Dit svar er ikke gemt endnu. Tryk på Næste igen.")]
    assert value_of(again, "name") == "Kim Kandidat"
    response = client.post(f"{QUESTION}/navn", data=client.form(again, name=value_of(again, "name")))
    assert path_of(response) == f"{QUESTION}/hvem"
    new = drafts(session)[-1]
    assert [wish.posting_id for wish in new.wishes] == [job.id]
    assert value_of(client.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"


def test_a_page_whose_token_is_wrong_comes_back_with_what_was_typed(
    client: StrictClient, session: Session
) -> None:
    start(client)
    page = client.get(f"{QUESTION}/navn")
    again = client.post(f"{QUESTION}/navn", data=client.form(page, csrf_token="made up", **LAST_PAGE))
    assert (again.status_code, value_of(again, "name")) == (400, "Kim Kandidat")
    assert drafts(session)[0].answers == "[]"
    assert client.post(f"{QUESTION}/navn", data=client.form(again, **LAST_PAGE)).status_code == 303


def test_a_window_left_open_does_not_write_into_the_next_persons_draft(
    client: StrictClient, session: Session
) -> None:
    start(client)
    old_window = client.get(f"{QUESTION}/sted")
    start(client)
    page = client.post(f"{QUESTION}/sted", data=client.form(old_window, place="4200 Slagelse"))
    assert page.status_code == 409
    assert drafts(session)[-1].answers == "[]"
    assert value_of(page, "place") == "4200 Slagelse"
    assert errors(page) == [
        (
            "#place",
            "Du har åbnet en ny ansøgning i et andet vindue. Hører svaret til den? Så tryk på Næste igen.",
        )
    ]


def test_an_answer_from_the_old_window_may_be_moved_on_purpose(
    client: StrictClient, session: Session
) -> None:
    start(client)
    old_window = client.get(f"{QUESTION}/navn")
    start(client)
    page = client.post(f"{QUESTION}/navn", data=client.form(old_window, **LAST_PAGE))
    assert client.post(f"{QUESTION}/navn", data=client.form(page, **LAST_PAGE)).status_code == 303
    assert "Kim Kandidat" in drafts(session)[-1].answers


def test_an_old_window_does_not_send_the_next_persons_answers(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    old_window = client.get("/ansoeg/tjek")
    fill_in(client, KIM | {"navn": {"name": "Alma"}})
    page = client.post("/ansoeg/send", data=client.form(old_window))
    assert (page.status_code, drafts(session)[-1].submitted_at) == (409, None)
    assert "Alma" in page.text


def test_a_stale_page_for_checking_is_shown_again_and_sends_nothing(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    page = client.get("/ansoeg/tjek")
    again = client.post("/ansoeg/send", data=client.form(page, csrf_token=""))
    assert again.status_code == 400
    assert errors(again) == [("#send", "Dine svar er ikke sendt endnu. Se på dem. Tryk så på knappen igen.")]
    assert drafts(session)[0].submitted_at is None
    assert path_of(client.post("/ansoeg/send", data=client.form(again))) == "/ansoeg/tak"


def test_a_stale_start_page_is_shown_again(client: StrictClient, session: Session) -> None:
    page = client.post("/ansoeg", data={"csrf_token": "made up"})
    assert (page.status_code, errors(page)) == (400, [("#start", "Tryk på knappen igen.")])
    assert client.post("/ansoeg", data=client.form(page, do="start")).status_code == 303


@pytest.mark.parametrize("address", ["/ansoeg", "/ansoeg/glem", "/ansoeg/send", f"{QUESTION}/navn"])
def test_no_form_can_be_sent_from_another_site(
    app: Flask, client: StrictClient, session: Session, address: str
) -> None:
    fill_in(client, KIM)
    other = app.test_client()
    foreign = other.form(other.get("/ansoeg"))["csrf_token"]
    before = [(draft.id, draft.answers, draft.state) for draft in drafts(session)]
    for token in ("", foreign):
        sent = {"csrf_token": token, "draft": before[0][0], "jobs": "", "name": "Trudy"}
        assert client.post(address, data=sent).status_code == 400
    assert [(draft.id, draft.answers, draft.state) for draft in drafts(session)] == before


def test_a_forged_session_finds_no_draft(client: StrictClient) -> None:
    start(client)
    with client.session_transaction() as cookie:
        cookie["draft"] = ["a list", "is no token"]
    assert path_of(client.get(f"{QUESTION}/navn")) == "/ansoeg"


def test_a_made_up_job_in_a_hidden_field_is_left_out(client: StrictClient, session: Session) -> None:
    page = client.get("/ansoeg")
    sent = client.form(page, who="self", jobs="findesikke,,' OR 1=1", draft="x" * 500)
    assert client.post(f"{QUESTION}/hvem", data=sent).status_code == 303
    assert drafts(session)[0].wishes == []


def test_an_answer_from_a_branch_that_was_left_leads_to_where_one_is(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="helper")
    page = client.get(f"{QUESTION}/dit-navn")
    answer(client, "hvem", who="self")
    response = client.post(f"{QUESTION}/dit-navn", data=client.form(page, helper_name="Mona"))
    assert path_of(response) == f"{QUESTION}/navn"
