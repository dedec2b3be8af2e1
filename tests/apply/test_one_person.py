"""Kim fills in the form alone, or with somebody beside."""

import json

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, answer, chosen, fill_in, path_of, rows, send, start, value_of
from factories import make_posting
from portal import crypto
from portal.models.application import Application, FilledBy, State
from strict_client import StrictClient, parse


def sent_one(session: Session) -> Application:
    return session.scalars(select(Application).where(Application.state != State.DRAFT)).one()


def test_kim_applies_for_a_job_with_every_answer(client: StrictClient, session: Session) -> None:
    job = make_posting(session)
    assert fill_in(client, KIM, f"/ansoeg/{job.id}") == "/ansoeg/tjek"
    assert path_of(send(client)) == "/ansoeg/tak"
    application = sent_one(session)
    assert (application.state, application.filled_by, application.fits, application.municipality_code) == (
        State.RECEIVED,
        FilledBy.SELF,
        "disability_pension",
        "0330",
    )
    assert [wish.posting_id for wish in application.wishes] == [job.id]
    candidate = application.candidate
    assert candidate is not None
    assert (candidate.name, candidate.phone, candidate.email, candidate.place) == (
        "Kim Kandidat",
        "20 11 22 33",
        "kim@example.com",
        "4200",
    )


def test_each_answer_is_kept_with_its_question_as_it_was_shown(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    send(client)
    kept = json.loads(sent_one(session).answers)
    assert [(row["key"], row["question"], row["value"]) for row in kept] == [
        ("who", "Hvem svarer på spørgsmålene?", "self"),
        ("name", "Hvad hedder du?", "Kim Kandidat"),
        ("contact", "Hvordan får vi fat i dig?", {"phone": "20 11 22 33", "email": "kim@example.com"}),
        ("place", "Hvor bor du?", "4200"),
        ("municipality", "Bor du i Slagelse Kommune?", "0330"),
        ("fits", "Hvad passer på dig?", "disability_pension"),
        ("trades", "Hvad vil du gerne arbejde med?", ["shop", "outdoors"]),
        ("tell_more", "Vil du fortælle lidt mere?", "yes"),
        ("age", "Hvor gammel er du?", "30_49"),
        ("birth_year", "Hvilket år er du født?", "1986"),
        ("job_now", "Har du et job nu?", "no"),
        ("hours", "Hvor mange timer vil du arbejde?", "6_10"),
        ("travel", "Hvordan kan du komme på job?", ["bike", "bus"]),
        ("considerations", "Hvad er vigtigt på arbejdet?", ["quiet", "same_tasks"]),
        ("call_time", "Hvornår må vi ringe?", "morning"),
        ("more_how", "Er der mere, du vil sige?", "write"),
        ("more", "Hvad vil du sige til os?", "Jeg er god til at pakke."),
        ("consent", "Må vi gemme dine svar?", "yes"),
    ]


def test_the_exact_words_of_the_consent_are_kept_with_its_time(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, KIM)
    page = client.get(f"{QUESTION}/ja-til-at-gemme").text
    send(client)
    application = sent_one(session)
    question, *read, yes = application.consent_text.split("\n")
    assert (question, yes) == ("Må vi gemme dine svar?", "Ja, I må gemme mine svar")
    assert [line for line in read if f"<p>{line}</p>" not in page] == []
    assert application.consented_at == application.submitted_at


def test_without_a_job_it_is_an_open_interest(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    send(client)
    assert sent_one(session).wishes == []


def test_the_shortest_way_needs_a_name_and_a_number_only(client: StrictClient, session: Session) -> None:
    shortest = {
        "hvem": {"who": "self"},
        "navn": {"name": "Kim"},
        "kontakt": {"phone": "20112233"},
        "sted": {},
        "hvad-passer": {"fits": "dont_know"},
        "arbejde": {},
        "fortael-mere": {},
        "ja-til-at-gemme": {"consent": "yes"},
    }
    assert fill_in(client, shortest) == "/ansoeg/tjek"
    send(client)
    application = sent_one(session)
    assert (application.state, application.municipality_code) == (State.RECEIVED, None)


def test_two_who_answer_together_need_no_further_yes(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM | {"hvem": {"who": "together"}})
    send(client)
    application = sent_one(session)
    assert (application.state, application.filled_by) == (State.RECEIVED, FilledBy.TOGETHER)
    assert application.person_agreed_at is not None


def test_who_lives_elsewhere_is_found_by_the_list(client: StrictClient, session: Session) -> None:
    answers = {
        slug: typed | ({"municipality": "other"} if slug == "kommune" else {}) for slug, typed in KIM.items()
    }
    before, after = list(answers.items())[:5], list(answers.items())[5:]
    elsewhere = dict([*before, ("anden-kommune", {"municipality_other": "0751"}), *after])
    assert fill_in(client, elsewhere) == "/ansoeg/tjek"
    send(client)
    assert sent_one(session).municipality_code == "0751"


def test_the_page_for_checking_shows_every_answer(client: StrictClient) -> None:
    fill_in(client, KIM)
    assert rows(client.get("/ansoeg/tjek")) == [
        ("Hvem svarer på spørgsmålene?", "Jeg svarer selv"),
        ("Hvad hedder du?", "Kim Kandidat"),
        ("Hvordan får vi fat i dig?", "20 11 22 33, kim@example.com"),
        ("Hvor bor du?", "4200"),
        ("Bor du i Slagelse Kommune?", "Ja, i Slagelse Kommune"),
        ("Hvad passer på dig?", "Jeg får førtidspension"),
        ("Hvad vil du gerne arbejde med?", "Butik, Have og gård"),
        ("Vil du fortælle lidt mere?", "Ja, det vil jeg gerne"),
        ("Hvor gammel er du?", "30 til 49 år"),
        ("Hvilket år er du født?", "1986"),
        ("Har du et job nu?", "Nej"),
        ("Hvor mange timer vil du arbejde?", "6 til 10 timer om ugen"),
        ("Hvordan kan du komme på job?", "Cykle, Tage bus eller tog"),
        ("Hvad er vigtigt på arbejdet?", "Ro omkring mig, De samme opgaver hver dag"),
        ("Hvornår må vi ringe?", "Kl. 9 til 12"),
        ("Er der mere, du vil sige?", "Ja, jeg vil skrive det"),
        ("Hvad vil du sige til os?", "Jeg er god til at pakke."),
        ("Må vi gemme dine svar?", "Ja, I må gemme mine svar"),
    ]


def test_a_corrected_answer_leads_straight_back_to_checking(client: StrictClient) -> None:
    fill_in(client, KIM)
    links = [a.get("href") for a in parse(client.get("/ansoeg/tjek").text).findall(".//dl//a")]
    assert links[1] == f"{QUESTION}/navn?fra=tjek"
    response = answer(client, "navn", "?fra=tjek", name="Kim Kandidatsen")
    assert path_of(response) == "/ansoeg/tjek"
    assert rows(client.get("/ansoeg/tjek"))[1] == ("Hvad hedder du?", "Kim Kandidatsen")


def test_a_corrected_town_asks_about_its_municipality_before_it_leads_back(client: StrictClient) -> None:
    fill_in(client, KIM)
    leads_to = path_of(answer(client, "sted", "?fra=tjek", place="8000"))
    assert leads_to == f"{QUESTION}/kommune?fra=tjek"
    assert path_of(answer(client, "kommune", "?fra=tjek", municipality="0751")) == "/ansoeg/tjek"


def test_going_back_shows_what_was_answered(client: StrictClient) -> None:
    fill_in(client, KIM)
    assert value_of(client.get(f"{QUESTION}/navn"), "name") == "Kim Kandidat"
    assert value_of(client.get(f"{QUESTION}/kontakt"), "phone") == "20 11 22 33"
    assert value_of(client.get(f"{QUESTION}/mere"), "more") == "Jeg er god til at pakke."
    assert chosen(client.get(f"{QUESTION}/hvad-passer"), "fits") == ["disability_pension"]
    assert chosen(client.get(f"{QUESTION}/arbejde"), "trades") == ["shop", "outdoors"]


@pytest.mark.parametrize(
    ("slug", "back"), [("hvem", "/ansoeg"), ("navn", f"{QUESTION}/hvem"), ("kommune", f"{QUESTION}/sted")]
)
def test_the_back_link_leads_to_the_page_before(client: StrictClient, slug: str, back: str) -> None:
    start(client)
    link = parse(client.get(f"{QUESTION}/{slug}").text).find(".//a[@class='govuk-back-link']")
    assert link is not None
    assert link.get("href") == back


def test_every_page_says_where_one_is(client: StrictClient) -> None:
    start(client)
    assert "Spørgsmål 1 af 9" in client.get(f"{QUESTION}/hvem").text
    answer(client, "hvem", who="helper")
    assert "Spørgsmål 2 af 14" in client.get(f"{QUESTION}/har-du-faaet-ja").text


def test_the_browser_holds_a_token_of_which_the_database_knows_the_hash_only(
    app: Flask, client: StrictClient, session: Session
) -> None:
    start(client)
    with client.session_transaction() as cookie:
        token = cookie["draft"]
    draft = session.scalars(select(Application)).one()
    assert draft.token_hash == crypto.token_hash(token)
    assert (draft.state, draft.form_version) == (State.DRAFT, 3)


def test_no_page_of_the_form_is_kept_by_a_cache(client: StrictClient) -> None:
    fill_in(client, KIM)
    pages = ["/ansoeg", "/ansoeg/tjek", *(f"{QUESTION}/{slug}" for slug in KIM)]
    assert {client.get(page).headers["Cache-Control"] for page in pages} == {"no-store"}
