"""The demo's work of editors: approved texts, one whose source has changed, own ads, and readers to count."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import ad_words, clock, edited, postings
from portal.demo.people import address
from portal.easyread.easy_text import EasyText
from portal.editing import content as contents
from portal.editing import own
from portal.editing.content import Content
from portal.editing.library import LIBRARY
from portal.models.edited_text import EditedText
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import Posting
from portal.models.staff import Staff
from portal.models.visit import VisitCount

APPROVED: Final = 3
OLD_SENTENCE: Final = "\nDu arbejder om morgenen, før butikken åbner."
CALM: Final = "Der er ro og god tid."


def edit(session: Session) -> bool:
    """Does the editors' work once; False where it is done already. The caller commits."""
    editor, consultant = _person(session, "erik"), _person(session, "anna")
    if session.scalar(select(EditedText.posting_id).limit(1)) is not None:
        return False
    ads = list(session.scalars(postings.open_postings().limit(APPROVED + 9)))
    for ad in ads[:APPROVED]:
        _approve(session, ad, editor)
    if len(ads) >= APPROVED:
        _change(session, ads[APPROVED - 1])
    for number, ad in enumerate(ads):
        session.add(VisitCount(day=clock.today(), kind="job", subject=ad.id, count=37 - 3 * number))
    _own_ads(session, editor, consultant)
    return True


def _person(session: Session, name: str) -> Staff:
    return session.scalars(select(Staff).where(Staff.email == address(name))).one()


def _approve(session: Session, ad: Posting, editor: Staff) -> None:
    proposal = ad_words.proposal(ad)
    edited.show(ad, replace(proposal, summary=f"{proposal.summary} {CALM}"))
    edited.approve(session, ad, by=editor)
    edited.store_words(session, ad)


def _change(session: Session, ad: Posting) -> None:
    """As if the source had taken a sentence out since the text was approved."""
    record = session.get_one(EditedText, ad.id)
    original = edited.original_of(ad)
    record.original = original | {"text": original["text"] + OLD_SENTENCE}
    ad.differs_since = clock.now()


def _own_ads(session: Session, editor: Staff, consultant: Staff) -> None:
    """One on the board that its author is asked about, and a consultant's draft that waits for an editor."""
    asked = _write(session, editor, "boernehave", "Børnehaven Demo", "4200")
    own.put_on_board(session, asked, contents.from_json(asked.content), by=editor)
    asked.confirmed_at = clock.now() - timedelta(days=61)
    asked.asked_at = clock.now() - timedelta(days=1)
    waiting = _write(session, consultant, "snedker", "Demo Træ og Møbler", "4400")
    waiting.state = OwnAdState.WAITING


def _write(session: Session, author: Staff, key: str, employer: str, postal_code: str) -> OwnAd:
    begun = LIBRARY[key].content()
    text: EasyText = replace(
        begun.text, time="10 timer om ugen.\nDagene aftaler vi.", pay="Løn ved siden af din pension"
    )
    facts = replace(begun.facts, employer=employer, postal_code=postal_code, hours="10")
    ad = OwnAd(
        author_id=author.id,
        created_at=clock.now(),
        content=contents.to_json(Content(facts=facts, text=text)),
        saved_at=clock.now(),
        saved_by_id=author.id,
    )
    session.add(ad)
    session.flush()
    return ad
