"""Which ads are one job, and which of them is shown."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.twins import Ad, shown_for

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)


def ad(name: str, *keys: str, **changes: object) -> Ad:
    """An ad called after its source: ``x1`` is the first ad of source x."""
    values = {"id": name, "source": name[0], "rank": 100, "keys": keys, "first_seen_at": NOON}
    return Ad(**(values | changes))


def shown(*ads: Ad) -> dict[str, str]:
    return shown_for(ads)


def alone(*ads: Ad) -> bool:
    return shown_for(ads) == {each.id: each.id for each in ads}


def test_ads_of_two_sources_with_one_key_are_one_job_and_the_lower_rank_is_shown() -> None:
    assert shown(ad("x1", "url:1"), ad("y1", "url:1", rank=10)) == {"x1": "y1", "y1": "y1"}


def test_of_equal_rank_the_name_of_the_source_decides() -> None:
    assert shown(ad("y1", "url:1"), ad("x1", "url:1")) == {"x1": "x1", "y1": "x1"}


def test_ads_without_a_common_key_stand_alone() -> None:
    assert alone(ad("x1", "url:1", "job:1"), ad("y1", "url:2", "job:2"), ad("z1"))


def test_an_address_that_one_source_has_for_several_ads_proves_nothing() -> None:
    assert alone(ad("x1", "url:1"), ad("x2", "url:1"), ad("y1", "url:1"))


def test_where_the_address_proves_nothing_the_rest_of_the_ad_may() -> None:
    ads = (ad("x1", "url:1", "job:1"), ad("x2", "url:1", "job:2"), ad("y1", "url:1", "job:1"))
    assert shown(*ads) == {"x1": "x1", "x2": "x2", "y1": "x1"}


def test_two_shops_in_different_municipalities_stay_two_jobs() -> None:
    assert alone(ad("x1", "url:1", municipality="0330"), ad("y1", "url:1", municipality="0751"))
    unknown = shown(ad("x1", "url:1", municipality="0330"), ad("y1", "url:1"))
    assert unknown == {"x1": "x1", "y1": "x1"}


def test_a_chain_of_keys_links_three_sources() -> None:
    ads = (ad("x1", "url:1"), ad("y1", "url:1", "job:1"), ad("z1", "job:1", rank=1))
    assert shown(*ads) == {"x1": "z1", "y1": "z1", "z1": "z1"}


def test_a_chain_of_keys_never_makes_one_job_of_two_ads_of_a_source() -> None:
    ads = (ad("x1", "url:1"), ad("y1", "url:1", "job:1"), ad("x2", "job:1"))
    assert shown(*ads) == {"x1": "x1", "y1": "x1", "x2": "x2"}


def test_an_ad_past_its_last_day_is_shown_last() -> None:
    assert shown(ad("x1", "url:1", over=True, rank=1), ad("y1", "url:1"))["x1"] == "y1"


def test_what_a_person_closed_stands_for_the_whole_job() -> None:
    taken_down = ad("x1", "url:1", live=False, decided=True)
    assert shown(taken_down, ad("y1", "url:1", rank=1), ad("z1", "url:1")) == dict.fromkeys(
        ("x1", "y1", "z1"), "x1"
    )


def test_an_ad_that_has_closed_leads_to_the_one_that_is_shown_and_counts_for_nothing() -> None:
    closed = ad("x1", "url:1", live=False, rank=1)
    assert shown(closed, ad("y1", "url:1")) == {"x1": "y1", "y1": "y1"}
    assert shown(closed, ad("x2", "url:1"), ad("y1", "url:1")) == dict.fromkeys(("x1", "x2", "y1"), "x2")
    assert alone(closed)


ADS = st.lists(
    st.builds(
        lambda source, number, keys, rank, live, decided, over, municipality: ad(
            f"{source}{number}",
            *keys,
            rank=rank,
            live=live,
            decided=decided and not live,
            over=over,
            municipality=municipality,
            first_seen_at=NOON + timedelta(days=number),
        ),
        st.sampled_from("xyz"),
        st.integers(1, 3),
        st.lists(st.sampled_from(["url:1", "url:2", "job:1", "job:2"]), max_size=2, unique=True),
        st.integers(1, 2),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, "0330", "0751"]),
    ),
    unique_by=lambda each: each.id,
    max_size=9,
)


@given(ADS, st.randoms(use_true_random=False))
def test_every_job_keeps_exactly_one_ad_whatever_the_order(ads: list[Ad], chance: st.DrawFn) -> None:
    links = shown_for(ads)
    by_id = {each.id: each for each in ads}
    assert links.keys() == by_id.keys()
    for ad_id, original in links.items():
        assert links[original] == original
        if by_id[ad_id].live:
            assert by_id[original].live or by_id[original].decided
    standing = [each for each in ads if each.live or each.decided]
    for original in set(links.values()):
        group = [each for each in standing if links[each.id] == original]
        assert len({each.source for each in group}) == len(group)
    shuffled = list(ads)
    chance.shuffle(shuffled)
    assert shown_for(shuffled) == links


@pytest.mark.parametrize("ads", [[], [ad("x1")]])
def test_nothing_to_link_is_no_trouble(ads: list[Ad]) -> None:
    assert alone(*ads)
