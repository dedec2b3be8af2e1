"""Hear of new jobs without an account: asked for, said yes to, told of, stopped with one click, forgotten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_posting
from portal import clock
from portal.alerts import actions, telling
from portal.delivery import _as_email
from portal.models.mail import Channel, OutboxMessage
from portal.models.posting import PostingState
from portal.models.subscription import Frequency, Subscription
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
KITCHEN = "/besked?fag=koekken"


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    """A Monday at noon; a test may travel on from there."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


def ask(client: StrictClient, address: str = KITCHEN, **typed: str) -> Any:
    page = client.get(address)
    sent = client.form(page) | {"adresse": "kim@example.com", "tit": "weekly"} | typed
    return client.post(address, data=sent)


def wish(session: Session) -> Subscription:
    return session.scalars(select(Subscription)).one()


def say_yes(client: StrictClient, session: Session) -> Subscription:
    address = f"/besked/{wish(session).token}"
    client.post(address, data=client.form(client.get(address)))
    return wish(session)


def mails(session: Session, kind: str) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage).where(OutboxMessage.kind == kind)))


def email(message: OutboxMessage) -> EmailMessage:
    return _as_email(message, "KLAPjob <info@klapjob.dk>")


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


def test_new_jobs_are_told_on_the_coming_monday_morning(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    make_posting(session, trade="kitchen", easy_title="Vaske op")
    ask(client)
    assert say_yes(client, session).next_at == datetime(2026, 11, 30, 6, tzinfo=UTC)
    noon.shift(timedelta(days=2))
    make_posting(session, trade="kitchen", easy_title="Skrælle kartofler", town="Køge")
    make_posting(session, trade="shop")
    assert telling.tell_due(session) == 0
    noon.shift(timedelta(days=5))
    assert telling.tell_due(session) == 1
    (told,) = mails(session, "alert_jobs")
    assert "Der er 1 nyt job:\n\nSkrælle kartofler, Køge\nhttp://localhost:8000/job/" in told.text
    assert "Vaske op" not in told.text
    assert wish(session).next_at == datetime(2026, 12, 7, 6, tzinfo=UTC)


def test_nothing_new_is_no_mail(client: StrictClient, session: Session, noon: time_machine.Traveller) -> None:
    ask(client, tit="daily")
    say_yes(client, session)
    noon.shift(timedelta(days=1))
    make_posting(session, trade="kitchen", state=PostingState.CLOSED)
    assert telling.tell_due(session) == 0
    assert mails(session, "alert_jobs") == []


def test_a_job_is_told_of_once(client: StrictClient, session: Session, noon: time_machine.Traveller) -> None:
    ask(client, tit="daily")
    say_yes(client, session)
    noon.shift(timedelta(hours=1))
    make_posting(session, trade="kitchen")
    noon.shift(timedelta(days=1))
    assert [telling.tell_due(session), telling.tell_due(session)] == [1, 0]
    noon.shift(timedelta(days=1))
    assert telling.tell_due(session) == 0


def test_a_mail_lists_at_most_ten_jobs_and_leads_to_all(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    ask(client, tit="daily")
    say_yes(client, session)
    noon.shift(timedelta(hours=1))
    for _ in range(12):
        make_posting(session, trade="kitchen")
    noon.shift(timedelta(days=1))
    telling.tell_due(session)
    (told,) = mails(session, "alert_jobs")
    assert told.text.count("http://localhost:8000/job/") == 10
    assert "Der er 12 nye jobs:" in told.text
    assert "http://localhost:8000/job?fag=koekken&orden=nyeste" in told.text


def test_p17_a_mail_program_stops_it_with_one_click(client: StrictClient, session: Session) -> None:
    ask(client)
    say_yes(client, session)
    headers = email(mails(session, "alert_confirm")[0])
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = str(headers["List-Unsubscribe"]).strip("<>").removeprefix("http://localhost:8000")
    assert client.get(address).status_code == 200
    assert wish(session).confirmed_at is not None, "looking stops nothing"
    program = client.application.test_client()
    answer = program.post(address, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert session.scalars(select(Subscription)).all() == []
    assert program.post(address).status_code == 200, "twice is no mistake"


def test_p17_after_a_stop_nothing_more_is_sent(client: StrictClient, session: Session) -> None:
    ask(client)
    other = "/besked?fag=lager"
    client.post(other, data=client.form(client.get(other)) | {"adresse": "bo@example.com", "tit": "weekly"})
    kims = session.scalars(select(Subscription).order_by(Subscription.created_at)).first()
    client.application.test_client().post(f"/besked/{kims.token}/stop")
    session.expire_all()
    assert [message.address for message in mails(session, "alert_confirm")] == ["bo@example.com"]


def test_other_mails_cannot_be_unsubscribed(session: Session) -> None:
    message = OutboxMessage(kind="receipt", message_id="<a@b>", created_at=clock.now(), subject="Tak")
    message.address, message.text = "kim@example.com", "Hej"
    assert email(message)["List-Unsubscribe"] is None


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


def test_a_search_with_a_place_is_understood_again_when_it_is_due(
    client: StrictClient, session: Session, noon: time_machine.Traveller
) -> None:
    ask(client, "/besked?sted=4200&km=20", tit="daily")
    say_yes(client, session)
    noon.shift(timedelta(hours=1))
    near = make_posting(session, easy_title="Medarbejder i bageren")
    make_posting(session, lat=57.0, lon=9.9, town="Aalborg")
    noon.shift(timedelta(days=1))
    telling.tell_due(session)
    (told,) = mails(session, "alert_jobs")
    assert f"/job/{near.id}" in told.text
    assert "Aalborg" not in told.text


def test_where_sms_are_sent_a_number_will_do(
    app: Flask, client: StrictClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = app.config["SETTINGS"]
    monkeypatch.setitem(
        app.config, "SETTINGS", type(settings)(**{**settings.__dict__, "sms_url": "https://t@x.dk"})
    )
    assert ask(client, adresse="+45 20112233").location == "/besked/sendt?vej=sms"
    assert (wish(session).channel, wish(session).address) == (Channel.SMS, "20 11 22 33")
    (question,) = mails(session, "alert_confirm")
    assert f"/besked/{wish(session).token}" in question.text


def test_the_morning_is_seven_in_copenhagen_all_year() -> None:
    summer, winter = datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert actions.next_morning(summer, Frequency.DAILY) == datetime(2026, 7, 2, 5, tzinfo=UTC)
    assert actions.next_morning(winter, Frequency.DAILY) == datetime(2026, 10, 25, 6, tzinfo=UTC)
