"""Own ads: begun from the library, drafted by a consultant, published by an editor, asked about by mail."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from board_ads import make_ad
from editing_room import FACTS, WRITTEN, hidden, token
from factories import make_staff, sign_in
from portal import clock
from portal.editing import asking
from portal.jobs import actions as jobs
from portal.lookout import lookout
from portal.models.mail import OutboxMessage
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import Posting, PostingState
from portal.models.staff import Role, Staff
from strict_client import StrictClient

START = "2026-11-22T09:00:00+00:00"


@pytest.fixture
def hand(client: StrictClient, erik: Staff) -> Iterator[time_machine.Traveller]:
    """A clock to turn; Erik is signed in at its time."""
    with time_machine.travel(START) as traveller:
        sign_in(client, erik)
        yield traveller


def begin(client: StrictClient, session: Session, chosen: str = "") -> OwnAd:
    client.post("/personale/eget-opslag/ny", data={"csrf_token": token(client), "fra": chosen})
    session.expire_all()
    return session.scalars(select(OwnAd).order_by(OwnAd.created_at.desc())).first()  # type: ignore[return-value]


def write(client: StrictClient, ad: OwnAd, verb: str, **typed: str) -> Any:
    address = f"/personale/eget-opslag/{ad.id}"
    sent = hidden(client.get(address)) | WRITTEN | FACTS | typed
    return client.post(address, data=sent | {"do": verb})


def answer(client: StrictClient, ad: OwnAd, word: str) -> None:
    sent = {"csrf_token": token(client), "ledigt": word}
    assert client.post(f"/personale/eget-opslag/{ad.id}/svar", data=sent).status_code == 302


def published(editor: StrictClient, session: Session, **typed: str) -> tuple[OwnAd, Posting]:
    ad = begin(editor, session)
    assert write(editor, ad, "publish", **typed).status_code == 302
    session.expire_all()
    return ad, session.get_one(Posting, ad.posting_id)


def test_an_ad_that_lay_as_a_draft_for_days_is_told_of_as_new(
    editor: StrictClient, session: Session, hand: time_machine.Traveller, erik: Staff
) -> None:
    ad = begin(editor, session)
    write(editor, ad, "save")
    hand.shift(timedelta(days=5))
    sign_in(editor, erik)
    last_told = clock.now()
    hand.shift(timedelta(minutes=1))
    write(editor, ad, "publish")
    assert len(lookout().new_since(session, "", last_told)) == 1


def test_a_draft_begins_with_a_job_description(editor: StrictClient, session: Session) -> None:
    ad = begin(editor, session, "netto-koel")
    page = editor.get(f"/personale/eget-opslag/{ad.id}").text
    assert 'name="employer" type="text" value="Netto"' in page
    assert 'value="Fylde mælk op"' in page
    assert session.scalars(select(Posting)).all() == []


def test_an_editor_publishes_an_own_ad(editor: StrictClient, session: Session) -> None:
    ad, posting = published(editor, session)
    assert (ad.state, posting.source, posting.reference) == (OwnAdState.PUBLISHED, "klapjob", ad.id)
    assert (posting.municipality_code, posting.hours_min, posting.trade) == ("0330", 12.0, "shop")
    page = editor.get(f"/job/{posting.id}-{posting.slug}").text
    for words in ("Bagerens hjælper", "Feje gulvet", "Fri frugt", "Bageren på hjørnet"):
        assert words in page
    assert "En computer har lavet" not in page
    assert "Bagerens hjælper" in editor.get("/job?q=slagelse").text


def test_our_own_source_is_told_to_be_in_order(editor: StrictClient, session: Session) -> None:
    published(editor, session)
    page = editor.get("/personale/kilder/kilde/klapjob").text
    assert "Vi skriver selv opslagene" in page
    assert "I orden" in page


def test_our_own_ad_is_shown_before_its_copy_in_a_feed(editor: StrictClient, session: Session) -> None:
    copy = make_ad(session)
    _, posting = published(editor, session)
    session.get_one(Posting, posting.id).apply_key = session.get_one(Posting, copy.id).apply_key = "url:same"
    session.commit()
    ad = session.scalars(select(OwnAd)).one()
    write(editor, ad, "publish")
    session.expire_all()
    assert (posting.state, copy.state) == (PostingState.OPEN, PostingState.DUPLICATE)


def test_a_consultant_drafts_and_an_editor_publishes(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(advisor, session)
    assert write(advisor, ad, "publish").status_code == 404
    assert write(advisor, ad, "send").status_code == 302
    session.expire_all()
    assert (ad.state, session.scalars(select(Posting)).all()) == (OwnAdState.WAITING, [])
    assert "Venter på redaktøren" in editor.get("/personale/jobopslag").text
    write(editor, ad, "publish")
    session.expire_all()
    assert ad.state is OwnAdState.PUBLISHED
    assert "På tavlen" in advisor.get("/personale/eget-opslag").text


def test_an_editor_may_give_a_draft_back_with_a_remark(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(advisor, session)
    write(advisor, ad, "send")
    write(editor, ad, "back", remark="Skriv dagene på.")
    assert "Redaktøren skriver: Skriv dagene på." in advisor.get(f"/personale/eget-opslag/{ad.id}").text


def test_a_consultant_sees_no_ads_of_others(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(editor, session)
    assert advisor.get(f"/personale/eget-opslag/{ad.id}").status_code == 404
    assert "Her er ingen opslag endnu" in advisor.get("/personale/eget-opslag").text


def test_a_consultants_new_words_wait_while_readers_see_the_old_ones(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(advisor, session)
    write(advisor, ad, "send")
    write(editor, ad, "publish")
    write(advisor, ad, "send", title="Noget nyt")
    session.expire_all()
    posting = session.get_one(Posting, ad.posting_id)
    assert (posting.easy_title, ad.state) == ("Bagerens hjælper", OwnAdState.WAITING)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"employer": ""}, "Skriv arbejdspladsens navn."),
        ({"postal_code": "99"}, "Skriv arbejdspladsens postnummer, fx 4200."),
        ({"hours": "mange"}, "Skriv et tal fra 1 til 37."),
        ({"deadline": "2020-01-01"}, "Vælg en dag fra i dag og et år frem."),
        ({"title": ""}, "Skriv en titel."),
    ],
)
def test_what_readers_need_is_asked_for(
    editor: StrictClient, session: Session, typed: dict[str, str], told: str
) -> None:
    ad = begin(editor, session)
    page = write(editor, ad, "publish", **typed)
    assert (page.status_code, told in page.text) == (422, True)
    assert session.scalars(select(Posting)).all() == []


def test_of_two_who_write_one_draft_neither_loses_anything(editor: StrictClient, session: Session) -> None:
    ad = begin(editor, session)
    address = f"/personale/eget-opslag/{ad.id}"
    mine = hidden(editor.get(address)) | WRITTEN | FACTS | {"title": "Min titel", "do": "save"}
    other = sign_in(editor.application.test_client(), make_staff(session, Role.EDITOR, name="Eva"))
    write(other, ad, "save", title="Evas titel")
    page = editor.post(address, data=mine)
    assert (page.status_code, "Evas titel" in page.text, 'value="Min titel"' in page.text) == (
        409,
        True,
        True,
    )


def test_a_draft_can_be_thrown_away_and_a_published_ad_cannot(editor: StrictClient, session: Session) -> None:
    ad = begin(editor, session)
    sent = {"csrf_token": token(editor)}
    assert editor.post(f"/personale/eget-opslag/{ad.id}/slet", data=sent).status_code == 302
    ad, _ = published(editor, session)
    assert editor.post(f"/personale/eget-opslag/{ad.id}/slet", data=sent).status_code == 404


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
