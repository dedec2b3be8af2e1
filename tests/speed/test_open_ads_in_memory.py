"""The ads in memory count, sort and find as the plain comparison of a few ads does."""

from datetime import date
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from portal.jobs import finding
from portal.jobs.around import Centre
from portal.jobs.catalogue import ordering
from portal.jobs.catalogue.bits import mask_of, positions
from portal.jobs.catalogue.counting import tally
from portal.jobs.catalogue.open_ads import OpenAds, Part, _part, _with, _without
from portal.jobs.catalogue.segment import NEVER, Row, Segment
from portal.jobs.catalogue.vocabulary import Vocabulary
from portal.jobs.finding import Spot

DAY = date(2026, 11, 22)
KINDS = {"area": ("fyn", "sjaelland"), "trade": ("shop", "office"), "hours": ("0-9", "10-15")}
places = st.sets(st.integers(0, 3000))
choices = st.fixed_dictionaries({kind: st.sampled_from(("", *values)) for kind, values in KINDS.items()})


@given(places, st.integers(0, 40))
def test_bits_are_the_positions_they_were_made_of(some: set[int], skip: int) -> None:
    assert list(positions(mask_of(some, 3001), skip)) == sorted(some)[skip:]


@st.composite
def histories(draw: st.DrawFn) -> list[list[Row]]:
    """Batches of ads, one after the other; an ad that comes again has changed."""
    numbers = draw(st.lists(st.lists(st.integers(0, 30), unique=True, max_size=12), max_size=6))
    return [[draw(rows(number)) for number in batch] for batch in numbers]


def rows(number: int) -> st.SearchStrategy[Row]:
    answers = [st.sampled_from([(kind, value) for value in values]) for kind, values in KINDS.items()]
    return st.builds(
        lambda day, answers, last: Row(
            id=str(number), reference=str(number), day=DAY.toordinal() - day, last_day=last,
            spot=(None, None, None), answers=answers, revision=1,
        ),
        st.integers(0, 3),
        st.tuples(*answers),
        st.sampled_from([NEVER, DAY.toordinal(), DAY.toordinal() - 1]),
    )  # fmt: skip


def in_memory(history: list[list[Row]]) -> tuple[OpenAds, dict[str, Row]]:
    parts: tuple[Part, ...] = ()
    now: dict[str, Row] = {}
    for batch in history:
        pairs = _with(_without(parts, [row.id for row in batch]), batch)
        parts = tuple(_part(segment, replaced, DAY) for segment, replaced in pairs)
        now.update((row.id, row) for row in batch)
    living = {key: row for key, row in now.items() if row.last_day >= DAY.toordinal()}
    return OpenAds(version=1, today=DAY, parts=parts, vocabulary=Vocabulary()), living


def plain(row: Row) -> Spot:
    return Spot(
        id=row.id,
        reference=row.reference,
        published_on=date.fromordinal(row.day),
        answers={kind: tuple(value for k, value in row.answers if k == kind) for kind in KINDS},
    )


@given(histories(), choices)
def test_every_number_is_that_of_the_plain_comparison(
    history: list[list[Row]], asked: dict[str, str]
) -> None:
    ads, living = in_memory(history)
    found, expected = tally(ads, asked), finding.tally(map(plain, living.values()), asked)
    assert found.total == len(expected.fit)
    for kind, values in KINDS.items():
        assert found.without(kind) == expected.without(kind)
        for value in values:
            assert found.with_choice(kind, value) == expected.with_choice(kind, value)


@given(histories(), choices, st.integers(0, 20))
def test_a_page_holds_what_stands_there_when_all_are_sorted(
    history: list[list[Row]], asked: dict[str, str], skip: int
) -> None:
    ads, living = in_memory(history)
    fit = finding.tally(map(plain, living.values()), asked).fit
    expected = [spot.id for spot in sorted(fit, key=finding.newest_first)][skip : skip + 5]
    page = islice(ordering.newest(ads, tally(ads, asked).fit, skip), 5)
    assert [ads.id_of(*at) for at in page] == expected


def test_few_segments_hold_many_batches() -> None:
    row = Row(id="", reference="", day=1, last_day=NEVER, spot=(None, None, None), answers=(), revision=1)
    pairs: list[tuple[Segment, int]] = []
    for number in range(200):
        pairs = _with(pairs, [row._replace(id=str(number))])
    assert (len(pairs) <= 8, sum(segment.size for segment, _ in pairs)) == (True, 200)


def test_words_that_begin_so_stand_together() -> None:
    words = Vocabulary(("butik", "butikken", "buket", "bus", "æble"))
    assert (words.beginning("buti"), words.beginning("x"), "bus" in words) == (
        ["butik", "butikken"],
        [],
        True,
    )


spots = st.tuples(st.floats(54.6, 57.7), st.floats(8.1, 12.7), st.none())


@given(st.lists(spots, unique=True, max_size=40), st.floats(54.6, 57.7), st.floats(8.1, 12.7))
def test_the_nearest_are_the_nearest_of_all(
    where: list[tuple[float, float, None]], lat: float, lon: float
) -> None:
    row = {"day": 1, "last_day": NEVER, "answers": (), "revision": 1}
    ads, living = in_memory(
        [[Row(id=str(n), reference=str(n), spot=at, **row) for n, at in enumerate(where)]]
    )
    place = Centre(name="", lat=lat, lon=lon)
    far = {
        key: place.km_to(lat=r.spot[0], lon=r.spot[1], municipality_code=None) for key, r in living.items()
    }
    expected = sorted(far.values())[:5]
    assert [far[found] for found in ordering.nearest_ids(ads, place, 5)] == expected
