"""Teamtailor beyond the saved boards: the names of jobs at several places, and the options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_twins import ADDRESS, read
from importers.collecting import Place, by_reference
from importers.sources import teamtailor
from portal.jobs.incoming import Request

WORDS = st.text(st.characters(categories=("L", "Nd"), include_characters=" "), max_size=8)
PLACES = st.builds(Place, address=WORDS, postal_code=WORDS, town=WORDS)


def test_a_board_is_asked_for_by_its_address() -> None:
    assert teamtailor.start(teamtailor.options(ADDRESS, {})) == (Request(url=ADDRESS, tag="board"),)


def test_unknown_options_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^unknown option 'slug'$"):
        teamtailor.options(ADDRESS, {"slug": "x"})


def test_the_link_names_an_ad_without_a_guid() -> None:
    board = b"<rss><channel><item><title>Job</title><link>https://x.dk/jobs/1</link></item></channel></rss>"
    assert [entry.reference for entry in read("teamtailor", board).entries] == ["https://x.dk/jobs/1"]


def test_another_prefix_for_the_places_is_read_as_well() -> None:
    board = b"""<rss xmlns:p="https://teamtailor.com/locations"><channel><item><title>Job</title><guid>1</guid>
    <p:locations><p:location><p:zip>4180</p:zip></p:location></p:locations></item></channel></rss>"""
    assert [entry.postal_code for entry in read("teamtailor", board).entries] == ["4180"]


@given(st.lists(PLACES, max_size=5))
def test_the_order_of_its_places_does_not_rename_a_job(places: list[Place]) -> None:
    assert by_reference("g", places) == by_reference("g", reversed(places))


@given(st.lists(PLACES, unique=True, max_size=5))
def test_an_ad_has_a_job_for_each_place_and_at_least_one(places: list[Place]) -> None:
    named = by_reference("g", places)
    assert 1 <= len(named) <= max(1, len(places))
    assert set(named.values()) <= {*places, Place()}


def test_a_long_name_of_a_place_makes_a_name_that_can_be_stored() -> None:
    named = by_reference("g", [Place(town="a" * 300), Place(town="b" * 300)])
    assert all(name.startswith("sha256:") for name in named)
    assert len(named) == 2
