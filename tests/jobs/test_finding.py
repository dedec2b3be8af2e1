"""Which ads fit the choices, how many each other choice would give, and what stands first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.jobs import finding
from portal.jobs.finding import Spot

KINDS = {"area": ("fyn", "sjaelland"), "trade": ("shop", "office"), "hours": ("0-9", "10-15", "16-37")}


def spot(
    reference: str = "a", *, day: int = 1, score: int = 0, km: float | None = None, **answers: str
) -> Spot:
    return Spot(
        id=reference,
        reference=reference,
        published_on=date(2026, 11, day),
        score=score,
        km=km,
        answers={kind: tuple(values.split()) for kind, values in answers.items()},
    )


SHOPS = [
    spot("a", area="fyn", trade="shop"),
    spot("b", area="fyn", trade="office"),
    spot("c", area="sjaelland", trade="shop"),
    spot("d", area="sjaelland", trade="office"),
]


def test_an_ad_must_fit_every_choice() -> None:
    found = finding.tally(SHOPS, {"area": "fyn", "trade": "shop"})
    assert [ad.id for ad in found.fit] == ["a"]


def test_each_choice_counts_beside_the_other_choices() -> None:
    found = finding.tally(SHOPS[:3], {"area": "fyn", "trade": ""})
    assert [found.with_choice("area", area) for area in ("fyn", "sjaelland", "bornholm")] == [2, 1, 0]
    assert [found.with_choice("trade", trade) for trade in ("shop", "office")] == [1, 1]


def test_letting_go_of_a_choice_gives_so_many() -> None:
    found = finding.tally(SHOPS, {"area": "fyn", "trade": "shop"})
    assert (found.without("area"), found.without("trade")) == (2, 2)


spots = st.lists(
    st.builds(
        lambda values: spot("x", **values),
        st.fixed_dictionaries({kind: st.sampled_from(("", *values)) for kind, values in KINDS.items()}),
    ),
    max_size=20,
)
choices = st.fixed_dictionaries({kind: st.sampled_from(("", *values)) for kind, values in KINDS.items()})


@given(spots, choices)
def test_every_number_is_what_the_choice_then_shows(ads: list[Spot], asked: dict[str, str]) -> None:
    found = finding.tally(ads, asked)
    for kind, values in KINDS.items():
        for value in values:
            then = finding.tally(ads, asked | {kind: value})
            assert found.with_choice(kind, value) == len(then.fit)
        assert found.without(kind) == len(finding.tally(ads, asked | {kind: ""}).fit)


@pytest.mark.parametrize(
    ("least", "most", "fits"),
    [
        (8.0, 8.0, ("0-9",)),
        (9.5, 9.5, ("0-9",)),
        (10.0, 15.0, ("10-15",)),
        (9.0, 12.0, ("0-9", "10-15")),
        (None, 20.0, ("0-9", "10-15", "16-37")),
        (12.0, None, ("10-15", "16-37")),
        (37.0, 37.0, ("16-37",)),
        (None, None, ()),
    ],
)
def test_hours_fit_every_choice_they_reach_into(
    least: float | None, most: float | None, fits: tuple[str, ...]
) -> None:
    assert finding.hours_fitted(least, most) == fits


@pytest.mark.parametrize(
    ("km", "steps"),
    [(0.0, ("5", "10", "20", "50")), (5.1, ("10", "20", "50")), (50.1, ()), (None, ())],
)
def test_a_distance_counts_for_every_longer_one(km: float | None, steps: tuple[str, ...]) -> None:
    assert finding.steps_reached(km) == steps


def test_the_newest_stands_first_and_ads_of_one_day_in_the_order_of_their_references() -> None:
    ads = [spot("b", day=1), spot("new", day=3), spot("a", day=1)]
    assert [ad.id for ad in sorted(ads, key=finding.newest_first)] == ["new", "a", "b"]
