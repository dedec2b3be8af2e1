"""Own ads end: the author is asked by mail whether the job is still free, and told when it closes."""

from datetime import timedelta

import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from editing.own_ads import answer, begin, published, write
from factories import sign_in
from portal import clock
from portal.editing import asking
from portal.jobs import actions as jobs
from portal.models.mail import OutboxMessage
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import PostingState
from portal.models.staff import Staff
from strict_client import StrictClient


def test_the_author_is_asked_after_sixty_days_once(
    client: StrictClient, session: Session, hand: time_machine.Traveller
) -> None:
    ad, _ = published(client, session)
    hand.shift(timedelta(days=59))
    assert asking.ask_and_close(session) == (0, 0)
    hand.shift(timedelta(days=1, minutes=5))
    assert asking.ask_and_close(session) == (1, 0)
    assert asking.ask_and_close(session) == (0, 0)
    mail = session.scalars(select(OutboxMessage)).one()
    assert (mail.kind, mail.address, f"/eget-opslag/{ad.id}" in mail.text) == (
        "own_ad",
        "erik@example.com",
        True,
    )


def test_a_yes_lets_the_ad_live_another_sixty_days(
    client: StrictClient, session: Session, hand: time_machine.Traveller
) -> None:
    ad, posting = published(client, session)
    hand.shift(timedelta(days=61))
    asking.ask_and_close(session)
    sign_in(client, _author(session, ad))
    assert "Er jobbet stadig ledigt?" in client.get(f"/personale/eget-opslag/{ad.id}").text
    answer(client, ad, "ja")
    hand.shift(timedelta(days=59))
    assert asking.ask_and_close(session) == (0, 0)
    session.expire_all()
    assert (ad.asked_at, posting.state) == (None, PostingState.OPEN)
    assert posting.expires_on > clock.today() + timedelta(days=30)


def test_a_yes_leaves_new_words_with_the_editor(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(advisor, session)
    write(advisor, ad, "send")
    write(editor, ad, "publish")
    write(advisor, ad, "send", title="Noget nyt")
    answer(advisor, ad, "ja")
    session.expire_all()
    assert ad.state is OwnAdState.WAITING


def test_a_yes_after_the_last_day_to_apply_says_what_to_do(
    client: StrictClient, session: Session, hand: time_machine.Traveller
) -> None:
    ad, posting = published(client, session, deadline="2026-12-01")
    hand.shift(timedelta(days=10))
    sign_in(client, _author(session, ad))
    before = ad.confirmed_at
    answer(client, ad, "ja")
    assert "Skriv en ny dag, og send opslaget igen." in client.get(f"/personale/eget-opslag/{ad.id}").text
    session.expire_all()
    assert (ad.confirmed_at, posting.deadline < clock.today()) == (before, True)


def test_a_no_closes_it_as_filled(editor: StrictClient, session: Session) -> None:
    ad, posting = published(editor, session)
    answer(editor, ad, "nej")
    session.expire_all()
    assert (posting.state, posting.closed_reason, ad.state) == (
        PostingState.CLOSED,
        "filled",
        OwnAdState.CLOSED,
    )


def test_without_an_answer_it_closes_after_thirty_more_days_and_the_editors_are_told(
    client: StrictClient, session: Session, hand: time_machine.Traveller
) -> None:
    ad, posting = published(client, session)
    hand.shift(timedelta(days=60, hours=1))
    asking.ask_and_close(session)
    hand.shift(timedelta(days=29))
    asking.ask_and_close(session)
    jobs.close_expired(clock.today())
    session.expire_all()
    assert posting.state is PostingState.OPEN
    hand.shift(timedelta(days=1, hours=1))
    assert asking.ask_and_close(session) == (0, 1)
    session.expire_all()
    assert (posting.state, ad.closed_silently) == (PostingState.CLOSED, True)
    sign_in(client, _author(session, ad))
    assert "Lukket uden svar" in client.get("/personale/jobopslag").text
    answer(client, ad, "ja")
    session.expire_all()
    assert (posting.state, ad.state, ad.closed_silently) == (
        PostingState.OPEN,
        OwnAdState.PUBLISHED,
        False,
    )


def test_a_worker_that_slept_for_months_still_tells_the_editors(
    client: StrictClient, session: Session, hand: time_machine.Traveller
) -> None:
    ad, _ = published(client, session)
    hand.shift(timedelta(days=120))
    jobs.close_expired(clock.today())
    asking.ask_and_close(session)
    session.expire_all()
    assert (ad.state, ad.closed_silently) == (OwnAdState.CLOSED, True)


def test_an_ad_with_a_last_day_ends_on_it_and_nobody_is_bothered(
    client: StrictClient, session: Session, hand: time_machine.Traveller
) -> None:
    ad, _ = published(client, session, deadline="2026-12-01")
    hand.shift(timedelta(days=10))
    jobs.close_expired(clock.today())
    assert asking.ask_and_close(session) == (0, 0)
    session.expire_all()
    assert (ad.state, ad.closed_silently) == (OwnAdState.CLOSED, False)


def _author(session: Session, ad: OwnAd) -> Staff:
    return session.get_one(Staff, ad.author_id)
