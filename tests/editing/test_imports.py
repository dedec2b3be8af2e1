"""The next import of a feed never undoes what an editor did."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board_ads import shown_titles
from editing_room import public, token, write
from factories import make_source
from portal.jobs import actions
from portal.jobs.incoming import Batch, Entry, QueryProof, RunEnd, Sighting, fingerprint
from portal.models.posting import Posting, PostingState, PostingToken
from strict_client import StrictClient

BODY = "<p>Arbejdsopgaver:</p><ul><li>Pakke brød</li><li>Tømme skraldespande</li></ul>"
ENTRY = Entry(
    reference="1",
    title="Bilka Slagelse - medarbejder i bageren",
    employer="Bilka",
    postal_code="4200",
    town="Slagelse",
    body_html=BODY,
    conditions=("skånejob",),
)
CHANGED = replace(ENTRY, body_html=BODY.replace("Tømme skraldespande", "Vaske op"))


@pytest.fixture
def ad(session: Session) -> Posting:
    make_source(session)
    session.commit()
    take_in(session, ENTRY)
    return session.scalars(select(Posting)).one()


def take_in(session: Session, entry: Entry) -> None:
    """One complete run of the feed that holds this ad alone."""
    start = actions.begin_run(source="jobnet", feed_format="jobnet", rank=100)
    sighting = Sighting(entry=entry, listing_hash=fingerprint(entry))
    actions.receive(start.run_id, Batch(sightings=(sighting,)))
    proof = QueryProof(stated=1, seen=1)
    actions.finish_run(start.run_id, RunEnd(queries={"all": proof}, seen=frozenset({"1"}), received=1))
    session.expire_all()


def test_an_approved_text_survives_an_import_that_brings_something_new(
    editor: StrictClient, session: Session, ad: Posting
) -> None:
    write(editor, ad, "approve")
    take_in(session, CHANGED)
    assert (ad.easy_title, ad.slug) == ("Bagerens hjælper", "bagerens-hjaelper")
    page = public(editor, ad)
    assert "Du hjælper bageren." in page
    assert "Feje gulvet" in page
    assert "En computer har lavet" not in page
    assert shown_titles(editor.get("/job?q=bagerens").text) == ["Bagerens hjælper"]
    tokens = session.scalars(select(PostingToken.token).where(PostingToken.posting_id == ad.id)).all()
    assert "gulvet" in tokens


def test_the_change_stands_as_a_comparison_until_somebody_approves_again(
    editor: StrictClient, session: Session, ad: Posting
) -> None:
    write(editor, ad, "approve")
    take_in(session, CHANGED)
    page = editor.get(f"/personale/jobopslag/{ad.id}").text
    assert "<del>Tømme skraldespande</del>" in page
    assert "<ins>Vaske op</ins>" in page
    assert "<li>Pakke brød</li>" in page
    assert "Ændret hos kilden (1)" in editor.get("/personale/jobopslag").text
    write(editor, ad, "approve")
    session.expire_all()
    assert ad.differs_since is None
    assert "<del>" not in editor.get(f"/personale/jobopslag/{ad.id}").text


def test_a_change_that_is_taken_back_is_no_change(
    editor: StrictClient, session: Session, ad: Posting
) -> None:
    write(editor, ad, "approve")
    take_in(session, CHANGED)
    assert ad.differs_since is not None
    take_in(session, ENTRY)
    assert ad.differs_since is None


def test_the_machines_proposal_follows_the_source(
    editor: StrictClient, session: Session, ad: Posting
) -> None:
    write(editor, ad, "approve")
    take_in(session, CHANGED)
    assert "Vaske op" in editor.get(f"/personale/jobopslag/{ad.id}?forslag=1").text


def test_a_place_fixed_by_an_editor_stays(editor: StrictClient, session: Session, ad: Posting) -> None:
    sent = {"csrf_token": token(editor), "municipality": "0461", "postal_code": "5000"}
    editor.post(f"/personale/jobopslag/{ad.id}/sted", data=sent)
    take_in(session, CHANGED)
    assert (ad.municipality_code, ad.area, ad.postal_code) == ("0461", "fyn", "5000")
    assert (
        "odense" in session.scalars(select(PostingToken.token).where(PostingToken.posting_id == ad.id)).all()
    )


@pytest.mark.parametrize("entry", [ENTRY, CHANGED], ids=["unchanged", "changed"])
def test_what_an_editor_took_down_stays_down(
    editor: StrictClient, session: Session, ad: Posting, entry: Entry
) -> None:
    sent = {"csrf_token": token(editor), "reason": "taken_down", "note": "Forkert opslag"}
    editor.post(f"/personale/jobopslag/{ad.id}/ned", data=sent)
    take_in(session, entry)
    take_in(session, entry)
    assert (ad.state, ad.closed_note) == (PostingState.CLOSED, "Forkert opslag")
