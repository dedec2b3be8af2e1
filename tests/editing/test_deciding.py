"""An editor fixes a place and closes ads; both survive the next import, and closing can be undone."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board_ads import make_ad, shown_titles
from editing_room import token
from portal.models.audit import AuditEntry
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff
from strict_client import StrictClient


def do(client: StrictClient, ad: Posting, what: str, **typed: str) -> None:
    sent = {"csrf_token": token(client)} | typed
    assert client.post(f"/personale/jobopslag/{ad.id}/{what}", data=sent).status_code == 302


def test_a_place_that_nobody_knew_is_fixed_and_found(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session, town="", postal_code="", title="Hjælp i butik", employer="Testmarked")
    assert ad.municipality_code is None
    do(editor, ad, "sted", municipality="0461", postal_code="5000")
    session.expire_all()
    assert (ad.municipality_code, ad.area, ad.town, ad.place_known_by) == (
        "0461",
        "fyn",
        "Odense C",
        "editor",
    )
    assert ad.lat is not None
    assert shown_titles(editor.get("/job?q=odense").text) == [ad.easy_title]


def refused(client: StrictClient, ad: Posting, what: str, **typed: str) -> str:
    sent = {"csrf_token": token(client)} | typed
    answer = client.post(f"/personale/jobopslag/{ad.id}/{what}", data=sent)
    assert answer.status_code == 422
    return answer.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"municipality": "", "postal_code": "5000"}, "Vælg en kommune."),
        ({"municipality": "0461", "postal_code": "12"}, "Skriv et postnummer med 4 tal"),
    ],
)
def test_a_place_that_is_none_changes_nothing_and_stays_typed(
    editor: StrictClient, session: Session, typed: dict[str, str], told: str
) -> None:
    ad = make_ad(session)
    page = refused(editor, ad, "sted", **typed)
    session.expire_all()
    assert ad.place_known_by != "editor"
    assert told in page
    assert f'name="postal_code" type="text" value="{typed["postal_code"]}"' in page
    assert ('value="0461" selected' in page) is (typed["municipality"] == "0461")


@pytest.mark.parametrize("reason", [ClosedReason.FILLED, ClosedReason.TAKEN_DOWN])
def test_closing_needs_a_reason_is_audited_and_can_be_undone(
    editor: StrictClient, session: Session, erik: Staff, reason: ClosedReason
) -> None:
    ad = make_ad(session)
    do(editor, ad, "ned", reason=reason.value, note="Butikken ringede")
    session.expire_all()
    assert (ad.state, ad.closed_reason, ad.closed_by_id) == (PostingState.CLOSED, reason, erik.id)
    assert editor.get(f"/job/{ad.id}-{ad.slug}").status_code == 410
    assert "Butikken ringede" in editor.get(f"/personale/jobopslag/{ad.id}").text
    do(editor, ad, "op")
    session.expire_all()
    assert (ad.state, ad.closed_reason, ad.closed_note) == (PostingState.OPEN, None, "")
    assert editor.get(f"/job/{ad.id}-{ad.slug}").status_code == 200
    trail = select(AuditEntry.action).where(AuditEntry.object_id == ad.id).order_by(AuditEntry.number)
    assert session.scalars(trail).all() == [reason.value, "reopen"]


@pytest.mark.parametrize(
    ("typed", "told", "kept"),
    [
        ({"reason": "filled"}, "Skriv hvorfor.", 'value="filled" selected'),
        ({"note": "Ringet op"}, "Vælg, hvad der er sket.", 'value="Ringet op"'),
        ({"reason": "gone", "note": "Ringet op"}, "Vælg, hvad der er sket.", 'value="Ringet op"'),
        ({"reason": "filled", "note": "a" * 201}, "Skriv højst 200 tegn her.", "a" * 201),
    ],
)
def test_without_a_reason_nothing_closes_and_what_was_typed_stays(
    editor: StrictClient, session: Session, typed: dict[str, str], told: str, kept: str
) -> None:
    ad = make_ad(session)
    page = refused(editor, ad, "ned", **typed)
    session.expire_all()
    assert ad.state is PostingState.OPEN
    assert told in page
    assert kept in page


def test_what_the_feed_closed_is_not_opened_by_hand(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session, state=PostingState.CLOSED, closed_reason=ClosedReason.GONE)
    answer = editor.post(f"/personale/jobopslag/{ad.id}/op", data={"csrf_token": token(editor)})
    assert answer.status_code == 404
