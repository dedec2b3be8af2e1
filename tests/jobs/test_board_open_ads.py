"""Selections that more than one feature uses: which ads are open, and which are nearest."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from board_ads import make_ad
from portal import clock, postings
from portal.jobs import lookout
from portal.municipalities.reading import NEARBY_KM, count_jobs
from portal.places.municipalities import MUNICIPALITIES

[SLAGELSE] = [place for place in MUNICIPALITIES if place.name == "Slagelse"]


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
    assert postings.open_posting(session, ad.id) == (ad if is_open else None)
    assert list(session.scalars(postings.open_postings())) == ([ad] if is_open else [])


def test_open_ads_come_newest_first(session: Session) -> None:
    ages = {age: make_ad(session, published_on=clock.today() - timedelta(days=age)) for age in (3, 1, 2)}
    assert list(session.scalars(postings.open_postings())) == [ages[1], ages[2], ages[3]]


def test_the_nearest_open_ads_with_a_position_are_found(app: Flask, session: Session) -> None:
    here = make_ad(session)
    near = make_ad(session, postal_code="4180")
    far = make_ad(session, postal_code="9990")
    make_ad(session, lat=None, lon=None)
    make_ad(session, state="closed")
    with app.test_request_context():
        assert lookout.nearest(session, SLAGELSE, 9) == (here.id, near.id, far.id)
        assert lookout.nearest(session, SLAGELSE, 2) == (here.id, near.id)


def test_jobs_in_and_around_a_municipality_are_counted(app: Flask, session: Session) -> None:
    """As the query for leaflets counts them, which needs no ads in memory."""
    make_ad(session)
    make_ad(session, postal_code="4250")
    make_ad(session, postal_code="9990")
    make_ad(session, lat=None, lon=None)
    make_ad(session, state="closed")
    make_ad(session, deadline=clock.today() - timedelta(days=1))
    with app.test_request_context():
        for place in MUNICIPALITIES:
            jobs = count_jobs(session, [place])[place.code]
            assert lookout.around(session, place, NEARBY_KM) == (jobs.here, jobs.nearby)
        assert lookout.around(session, SLAGELSE, NEARBY_KM) == (2, 3)
