"""New jobs are told of once, in the morning, until one click stops it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from alerts.wishes import ask, email, mails, say_yes, wish
from factories import make_posting
from portal import clock
from portal.alerts import actions, telling
from portal.models.mail import Channel, OutboxMessage
from portal.models.posting import PostingState
from portal.models.subscription import Frequency, Subscription
from strict_client import StrictClient


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


@pytest.mark.parametrize("sealed", ["address_sealed", "search_sealed"])
def test_a_wish_that_cannot_be_opened_is_tried_again_and_lets_the_next_one_be_told(
    client: StrictClient, session: Session, noon: time_machine.Traveller, sealed: str
) -> None:
    ask(client, tit="daily")
    damaged = say_yes(client, session)
    ask(client, tit="daily", adresse="naeste@example.com")
    whole = session.scalars(select(Subscription).where(Subscription.id != damaged.id)).one()
    client.post(f"/besked/{whole.token}", data=client.form(client.get(f"/besked/{whole.token}")))
    setattr(damaged, sealed, getattr(whole, sealed))
    damaged.next_at -= timedelta(minutes=1)
    session.commit()
    noon.shift(timedelta(hours=1))
    make_posting(session, trade="kitchen")
    before = damaged.told_until
    noon.shift(timedelta(days=1))
    assert telling.tell_due(session) == 1
    assert [mail.address for mail in mails(session, "alert_jobs")] == ["naeste@example.com"]
    assert (damaged.told_until, damaged.next_at) == (before, clock.now() + telling.AGAIN_AFTER)
