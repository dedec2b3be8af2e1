"""Ring mig op: an application of its own, with three questions on four pages."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import QUESTION, answer, errors, path_of, rows, send, start, value_of
from portal.models.application import Application, FilledBy, State
from strict_client import StrictClient, parse


def ask_to_be_called(client: StrictClient) -> str:
    page = client.get("/ring-mig-op")
    leads_to = path_of(client.post("/ring-mig-op", data=client.form(page, name="Kim Kandidat")))
    assert leads_to == f"{QUESTION}/ring-til"
    leads_to = path_of(answer(client, "ring-til", call_phone="20112233"))
    assert leads_to == f"{QUESTION}/hvornaar-ringe"
    return path_of(answer(client, "hvornaar-ringe", call_time="morning"))


def sent_one(session: Session) -> Application:
    session.rollback()
    return session.scalars(select(Application).where(Application.state != State.DRAFT)).one()


def test_kim_asks_to_be_called_on_four_pages(client: StrictClient, session: Session) -> None:
    assert ask_to_be_called(client) == "/ansoeg/tjek"
    assert path_of(send(client)) == "/ansoeg/tak"
    application = sent_one(session)
    assert (application.state, application.filled_by) == (State.RECEIVED, FilledBy.SELF)
    assert application.candidate is not None
    assert (application.candidate.name, application.candidate.phone) == ("Kim Kandidat", "20 11 22 33")


def test_only_the_three_answers_are_kept(client: StrictClient, session: Session) -> None:
    ask_to_be_called(client)
    send(client)
    kept = json.loads(sent_one(session).answers)
    assert [(row["key"], row["value"]) for row in kept] == [
        ("name", "Kim Kandidat"),
        ("call_phone", "20 11 22 33"),
        ("call_time", "morning"),
    ]


def test_the_consent_is_the_words_beside_the_button(client: StrictClient, session: Session) -> None:
    ask_to_be_called(client)
    page = client.get("/ansoeg/tjek").text
    send(client)
    *words, button = sent_one(session).consent_text.split("\n")
    assert [word for word in words if f"<p>{word}</p>" not in page] == []
    assert f"<span>{button}</span>" in page


def test_each_page_says_which_of_three_it_is(client: StrictClient) -> None:
    page = client.get("/ring-mig-op")
    assert "Spørgsmål 1 af 3" in page.text
    client.post("/ring-mig-op", data=client.form(page, name="Kim"))
    assert "Spørgsmål 2 af 3" in client.get(f"{QUESTION}/ring-til").text


def test_the_page_for_checking_shows_the_three_answers(client: StrictClient) -> None:
    ask_to_be_called(client)
    assert rows(client.get("/ansoeg/tjek")) == [
        ("Hvad hedder du?", "Kim Kandidat"),
        ("Hvad er dit telefonnummer?", "20 11 22 33"),
        ("Hvornår må vi ringe?", "Kl. 9 til 12"),
    ]


def test_a_name_is_asked_for_in_the_words_of_the_question(client: StrictClient, session: Session) -> None:
    page = client.post("/ring-mig-op", data=client.form(client.get("/ring-mig-op")))
    assert (page.status_code, errors(page)) == (422, [("#name", "Skriv, hvad du hedder.")])
    assert session.scalars(select(Application)).all() == []


def test_a_stale_page_comes_back_with_the_name(client: StrictClient) -> None:
    page = client.post("/ring-mig-op", data={"csrf_token": "made up", "name": "Kim"})
    assert (page.status_code, value_of(page, "name")) == (400, "Kim")


def test_who_has_begun_an_application_is_told_that_it_goes(client: StrictClient, session: Session) -> None:
    start(client)
    answer(client, "hvem", who="self")
    page = client.get("/ring-mig-op")
    assert "Du er i gang med en ansøgning." in page.text
    client.post("/ring-mig-op", data=client.form(page, name="Kim"))
    assert len(session.scalars(select(Application)).all()) == 1


def test_the_start_page_of_an_application_offers_a_call(client: StrictClient) -> None:
    links = [a.get("href") for a in parse(client.get("/ansoeg").text).findall(".//main//a")]
    assert "/ring-mig-op" in links
