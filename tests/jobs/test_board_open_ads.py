"""Selections that more than one feature uses: which ads are open, and which are nearest."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from board_ads import make_ad
from portal import clock, postings

SLAGELSE = {"lat": 55.4028, "lon": 11.3546}


@pytest.mark.parametrize(
    ("stated", "is_open"),
    [
        ({}, True),
        ({"state": "closed"}, False),
        ({"state": "duplicate"}, False),
        ({"deadline": 0}, True),
        ({"deadline": -1}, False),
        ({"expires_on": -1}, False),
        ({"deadline": 1, "expires_on": -1}, True),
        ({"deadline": -1, "expires_on": 1}, False),
    ],
)
def test_an_ad_is_open_until_the_last_day_it_states(
    session: Session, stated: dict[str, int | str], is_open: bool
) -> None:
    dates = {k: clock.today() + timedelta(days=v) if isinstance(v, int) else v for k, v in stated.items()}
    ad = make_ad(session, **dates)
    assert postings.count_open(session) == int(is_open)
    assert postings.open_posting(session, ad.id) == (ad if is_open else None)
    assert list(session.scalars(postings.open_postings())) == ([ad] if is_open else [])


def test_open_ads_come_newest_first(session: Session) -> None:
    ages = {age: make_ad(session, published_on=clock.today() - timedelta(days=age)) for age in (3, 1, 2)}
    assert list(session.scalars(postings.open_postings())) == [ages[1], ages[2], ages[3]]


def test_the_nearest_open_ads_with_a_position_are_found(session: Session) -> None:
    here = make_ad(session)
    near = make_ad(session, postal_code="4180")
    far = make_ad(session, postal_code="9990")
    make_ad(session, lat=None, lon=None)
    make_ad(session, state="closed")
    assert postings.nearest(session, **SLAGELSE, limit=9) == [here.id, near.id, far.id]
    assert postings.nearest(session, **SLAGELSE, limit=1, without=here.id) == [near.id]
