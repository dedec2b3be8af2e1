"""Own ads: begun from the library, drafted by a consultant, published by an editor."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from board_ads import make_ad
from editing.own_ads import begin, published, write
from editing_room import FACTS, WRITTEN, hidden, token
from factories import make_staff, sign_in
from portal import clock
from portal.lookout import lookout
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import Posting, PostingState
from portal.models.staff import Role, Staff
from strict_client import StrictClient


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


@pytest.mark.parametrize(
    ("verb", "typed"), [("look", {}), ("back", {"title": "Ring 20 11 22 33"}), ("back", {"version": "9"})]
)
def test_a_remark_that_is_not_given_yet_stays_typed(
    editor: StrictClient, advisor: StrictClient, session: Session, verb: str, typed: dict[str, str]
) -> None:
    ad = begin(advisor, session)
    write(advisor, ad, "send")
    assert 'value="Skriv dagene."' in write(editor, ad, verb, remark="Skriv dagene.", **typed).text


def test_a_remark_that_is_too_long_is_not_cut(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(advisor, session)
    write(advisor, ad, "send")
    page = write(editor, ad, "back", remark="å" * 301)
    session.expire_all()
    assert (page.status_code, "Skriv højst 300 tegn her." in page.text, "å" * 301 in page.text) == (
        422,
        True,
        True,
    )
    assert (ad.state, ad.remark) == (OwnAdState.WAITING, "")


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
        ({"employer": "Bageren " * 11}, "Skriv højst 80 tegn."),
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
