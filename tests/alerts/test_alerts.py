"""Hear of new jobs without an account: asked for, said yes to, kept for a year, forgotten."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from alerts.wishes import KITCHEN, ask, mails, say_yes, wish
from factories import make_posting
from portal import clock
from portal.alerts import actions, telling
from portal.models.subscription import Subscription
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


def test_a_reader_is_asked_by_mail_before_anything_is_sent(client: StrictClient, session: Session) -> None:
    answer = ask(client)
    assert answer.status_code == 303
    assert "Tryk på linket fra os." in client.get(answer.location).text
    (question,) = mails(session, "alert_confirm")
    assert question.address == "kim@example.com"
    assert f"http://localhost:8000/besked/{wish(session).token}" in question.text
    assert wish(session).confirmed_at is None
    assert telling.tell_due(session) == 0


def test_looking_at_the_link_changes_nothing(client: StrictClient, session: Session) -> None:
    ask(client)
    page = client.get(f"/besked/{wish(session).token}").text
    assert "Køkken og restaurant" in page
    assert wish(session).confirmed_at is None


def test_the_page_tells_what_is_kept_in_easy_words(client: StrictClient, session: Session) -> None:
    ask(client)
    address = f"/besked/{wish(session).token}"
    for page in (client.get(KITCHEN).text, client.get(address).text, client.get(f"{address}/stop").text):
        assert page_lix(page).score <= 20
        assert long_sentences(page) == []
    assert "Vi gemmer ikke dit navn." in client.get(address).text


def test_what_nobody_said_yes_to_is_gone_after_seven_days(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    ask(client)
    address = f"/besked/{wish(session).token}"
    noon.shift(timedelta(days=7))
    assert client.get(address).status_code == 404
    telling.forget(session)
    assert session.scalars(select(Subscription)).all() == []


def test_it_ends_after_a_year_with_a_mail_before(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    ask(client)
    say_yes(client, session)
    noon.shift(timedelta(days=350))
    assert telling.warn(session) == 0
    noon.shift(timedelta(days=1))
    assert [telling.warn(session), telling.warn(session)] == [1, 0]
    assert f"/besked/{wish(session).token}" in mails(session, "alert_ending")[0].text
    noon.shift(timedelta(days=14))
    telling.forget(session)
    assert session.scalars(select(Subscription)).all() == []


def test_one_more_yes_is_one_more_year(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    ask(client)
    say_yes(client, session)
    noon.shift(timedelta(days=360))
    telling.warn(session)
    assert say_yes(client, session).expires_at == clock.now() + actions.LIVES
    assert wish(session).warned_at is None


def test_p39_the_address_and_the_search_are_sealed(client: StrictClient, session: Session) -> None:
    ask(client)
    stored = session.execute(select(Subscription.__table__)).one()
    assert "kim@example.com" not in str(stored)
    assert "koekken" not in str(stored)
    assert (wish(session).address, wish(session).search) == ("kim@example.com", "fag=koekken")
    assert wish(session).token not in str(stored)


def test_the_same_wish_is_kept_once_and_nobody_learns_that_it_was_there(
    client: StrictClient, session: Session
) -> None:
    first = ask(client)
    say_yes(client, session)
    second = ask(client, adresse="KIM@example.com ")
    assert (first.status_code, first.location) == (second.status_code, second.location)
    assert wish(session).confirmed_at is not None
    assert len(mails(session, "alert_confirm")) == 2


def test_a_wish_whose_year_is_over_begins_anew_with_a_new_yes(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    ask(client)
    say_yes(client, session)
    noon.shift(actions.LIVES)
    ask(client)
    assert (wish(session).confirmed_at, wish(session).next_at) == (None, None)
    assert say_yes(client, session).expires_at == clock.now() + actions.LIVES


def test_nobody_can_fill_anothers_mailbox(client: StrictClient, session: Session) -> None:
    answers = [ask(client, f"/besked?q=job{number}") for number in range(actions.MOST_A_DAY + 2)]
    assert {answer.status_code for answer in answers} == {303}
    assert len(mails(session, "alert_confirm")) == actions.MOST_A_DAY


def test_a_network_that_asks_all_the_time_is_asked_to_wait(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.alerts.views.MOST_FROM_A_NETWORK", 1)
    assert ask(client).status_code == 303
    page = ask(client, adresse="kim2@example.com")
    field = parse(page.text).find(".//input[@name='adresse']")
    assert (page.status_code, field.get("value")) == (429, "kim2@example.com")


@pytest.mark.parametrize(
    "typed", ["", "kim", "20 11 22 33", "a@b.dk, c@d.dk", "kim@example.com\nBcc: x@y.dk" * 9]
)
def test_an_address_that_is_none_comes_back_with_what_was_typed(
    client: StrictClient, session: Session, typed: str
) -> None:
    answer = ask(client, adresse=typed)
    assert answer.status_code == 422
    assert "Skriv din mail. Skriv fx kim@mail.dk." in answer.text
    assert session.scalars(select(Subscription)).all() == []


def test_without_its_token_the_form_comes_back_with_what_was_typed(client: StrictClient) -> None:
    answer = client.post(KITCHEN, data={"adresse": "kim@example.com"})
    assert answer.status_code == 400
    assert 'value="kim@example.com"' in answer.text


def test_the_board_leads_to_it_with_what_is_chosen(client: StrictClient, session: Session) -> None:
    make_posting(session, trade="kitchen")
    for address in ("/job?fag=koekken", "/job?fag=koekken&q=rumraket"):
        assert 'href="/besked?' in client.get(address).text
    assert "Du har valgt: <strong>alle jobs</strong>" in client.get("/besked?side=3&orden=nyeste").text
