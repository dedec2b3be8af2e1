"""What staff do with leaflets and agreements, and what the worker does for them over time."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_staff
from portal import clock
from portal.models.agreement import Agreement, Cooperation
from portal.models.leaflet import Leaflet, LeafletState
from portal.models.mail import OutboxMessage
from portal.models.municipality import MunicipalityFacts
from portal.models.staff import Role, Staff
from portal.municipalities import agreements, leaflets, reading


@pytest.fixture
def editor(session: Session) -> Staff:
    return make_staff(session, Role.EDITOR, name="Erik Editor")


@pytest.fixture
def leader(session: Session) -> Staff:
    return make_staff(session, Role.LEADER, name="Lea Leder")


def published(session: Session, editor: Staff, leader: Staff, **texts: str) -> Leaflet:
    leaflet = leaflets.begin(session, SLAGELSE, by=editor)
    leaflets.write(session, leaflet, texts, expires_on=clock.today() + timedelta(days=20), by=editor)
    leaflets.approve(session, leaflet, by=leader)
    leaflets.publish(session, leaflet, by=leader)
    return leaflet


def test_a_new_version_begins_with_the_words_of_the_one_before(
    session: Session, editor: Staff, leader: Staff
) -> None:
    first = published(session, editor, leader, title="Vi vil have dig med")
    second = leaflets.begin(session, SLAGELSE, by=editor)
    assert (second.number, second.state, second.texts) == (2, LeafletState.DRAFT, first.texts)
    leaflets.approve(session, second, by=leader)
    leaflets.publish(session, second, by=leader)
    assert [(v.number, v.state) for v in leaflets.versions(session, SLAGELSE)] == [
        (2, LeafletState.PUBLISHED),
        (1, LeafletState.REPLACED),
    ]


def test_a_changed_text_needs_a_new_approval(session: Session, editor: Staff, leader: Staff) -> None:
    leaflet = leaflets.begin(session, SLAGELSE, by=editor)
    leaflets.approve(session, leaflet, by=leader)
    leaflets.write(session, leaflet, {"title": "Et andet ord"}, expires_on=None, by=editor)
    assert (leaflet.state, leaflet.approved_by_id) == (LeafletState.DRAFT, None)
    with pytest.raises(leaflets.NotAllowedError):
        leaflets.publish(session, leaflet, by=leader)


def test_what_was_published_never_changes(session: Session, editor: Staff, leader: Staff) -> None:
    leaflet = published(session, editor, leader)
    with pytest.raises(leaflets.NotAllowedError):
        leaflets.write(session, leaflet, {"title": "Nyt"}, expires_on=None, by=editor)


def elsewhere(session: Session, leaflet: Leaflet, **changes: object) -> None:
    """Changes a version behind the back of who has read it."""
    session.commit()
    with Session(session.get_bind()) as other:
        for name, value in changes.items():
            setattr(other.get_one(Leaflet, leaflet.id), name, value)
        other.commit()


def test_words_that_were_changed_a_moment_ago_are_not_given_out(
    session: Session, editor: Staff, leader: Staff
) -> None:
    leaflet = leaflets.begin(session, SLAGELSE, by=editor)
    leaflets.approve(session, leaflet, by=leader)
    elsewhere(session, leaflet, texts={"title": "Ikke godkendt"}, state=LeafletState.DRAFT)
    with pytest.raises(leaflets.NotAllowedError):
        leaflets.publish(session, leaflet, by=leader)


@pytest.mark.parametrize("add", [leaflets.upload, leaflets.keep_portrait])
def test_what_was_given_out_a_moment_ago_gets_no_other_file(
    session: Session, editor: Staff, add: Callable[..., None]
) -> None:
    leaflet = leaflets.begin(session, SLAGELSE, by=editor)
    elsewhere(session, leaflet, state=LeafletState.PUBLISHED)
    with pytest.raises(leaflets.NotAllowedError):
        add(session, leaflet, b"file", by=editor)


def test_what_does_not_fit_cannot_be_approved(session: Session, editor: Staff, leader: Staff) -> None:
    leaflet = leaflets.begin(session, SLAGELSE, by=editor)
    leaflets.write(session, leaflet, {"statement": "Langt " * 100}, expires_on=None, by=editor)
    with pytest.raises(leaflets.TooFullError):
        leaflets.approve(session, leaflet, by=leader)


def test_staff_and_the_municipality_are_reminded_once(session: Session, editor: Staff, leader: Staff) -> None:
    session.add(
        MunicipalityFacts(code=SLAGELSE, contact_email="kontakt@kommune.example", changed_at=clock.now())
    )
    published(session, editor, leader)
    assert (leaflets.remind(session), leaflets.remind(session)) == (1, 0)
    told = sorted(mail.address for mail in session.scalars(select(OutboxMessage)))
    assert told == ["erik@example.com", "kontakt@kommune.example"]


def test_a_leaflet_expires_after_its_last_day(session: Session, editor: Staff, leader: Staff) -> None:
    leaflet = published(session, editor, leader)
    assert leaflets.expire(session) == 0
    leaflet.expires_on = clock.today() - timedelta(days=1)
    assert leaflets.expire(session) == 1
    assert leaflet.state == LeafletState.EXPIRED
    assert reading.published(session, [SLAGELSE]) == {}


def test_the_register_begins_with_what_is_publicly_known(session: Session) -> None:
    assert (agreements.seed(session), agreements.seed(session)) == (60, 0)
    kinds = reading.cooperation(session, clock.today())
    assert (kinds["0751"], kinds[SLAGELSE]) == (Cooperation.EXTENDED, Cooperation.FORMAL)
    # Ishøj's agreement is over; others never had one.
    assert "0183" not in kinds
    assert len(kinds) == 59


def test_both_sides_are_asked_about_an_agreement_that_ends(session: Session, editor: Staff) -> None:
    terms = agreements.Terms(
        kind=Cooperation.FORMAL,
        starts_on=None,
        ends_on=clock.today() + timedelta(days=59),
        our_name="Lea Leder",
        our_email="lea@example.com",
        their_name="Karin Kontakt",
        their_role="Jobcenter",
        their_phone="",
        their_email="karin@kommune.example",
        promised="En folder.",
    )
    row = agreements.keep(session, None, SLAGELSE, terms, by=editor)
    assert (agreements.remind(session), agreements.remind(session)) == (1, 0)
    assert session.scalar(select(func.count()).select_from(OutboxMessage)) == 2
    assert session.get_one(Agreement, row.id).renewal_asked_at is not None
