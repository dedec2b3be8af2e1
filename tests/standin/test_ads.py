"""The made-up ads: as many, as spread and as varied as the real ones, and the same on every machine."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from html import unescape

from importers.standin.ads import demo_ads
from importers.standin.employers import SHOP_CHAINS
from importers.standin.texts import roles
from portal.places import areas
from portal.places.postcodes import by_number
from portal.places.recognise import place_of_ad

SUMMER = date(2026, 6, 10)
"""The day that the fixtures play."""


def text_of(ad):
    return unescape(re.sub(r"<[^>]*>", "\n", ad.body))


def test_there_are_240_klapjobs_and_as_many_others(klapjobs, others):
    assert (len(klapjobs), len(others)) == (240, 240)


def test_no_two_ads_share_an_id(ads):
    assert len({ad.id for ad in ads}) == len(ads)


def test_the_same_day_gives_the_same_ads(ads):
    assert demo_ads(SUMMER) == ads


def test_another_process_makes_the_same_ads(ads):
    script = (
        "from datetime import date; from importers.standin.ads import demo_ads; from hashlib import sha256;"
        "print(sha256(repr(demo_ads(date(2026, 6, 10))).encode()).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


def test_another_day_moves_only_the_dates(ads):
    later = demo_ads(SUMMER + timedelta(days=3))
    assert [(ad.id, ad.title, ad.body) for ad in later] == [(ad.id, ad.title, ad.body) for ad in ads]
    assert [ad.published for ad in later] == [ad.published + timedelta(days=3) for ad in ads]


def test_ads_are_at_most_six_weeks_old_and_deadlines_lie_ahead(ads):
    assert {0 <= (SUMMER - ad.published).days < 42 for ad in ads} == {True}
    assert {(ad.deadline - SUMMER).days >= 3 for ad in ads if ad.deadline} == {True}


def test_trades_have_about_their_published_shares(klapjobs):
    assert Counter(ad.trade for ad in klapjobs) == {
        "shop": 99,
        "kitchen": 47,
        "warehouse": 20,
        "care": 15,
        "other": 11,
        "outdoors": 10,
        "cars": 9,
        "crafts": 8,
        "office": 6,
        "cleaning": 6,
        "transport": 5,
        "housing": 4,
    }


def test_each_of_at_least_60_roles_is_used(klapjobs):
    assert {ad.role for ad in klapjobs} == {role.key for role in roles()}
    assert len(roles()) >= 60


def test_shops_are_mostly_the_national_chains(klapjobs):
    shops = Counter(ad.employer for ad in klapjobs if ad.employer in SHOP_CHAINS)
    assert shops == SHOP_CHAINS


def test_two_of_three_jobs_are_in_chains(klapjobs):
    chains = {name for role in roles() for name in role.chains} | set(SHOP_CHAINS)
    assert 0.6 < sum(ad.employer in chains for ad in klapjobs) / len(klapjobs) < 0.7


def test_seven_of_a_hundred_are_fleksjobs(klapjobs):
    assert Counter(ad.announcement for ad in klapjobs) == {
        "Foertidspension": 213,
        "Handicapingenhindring": 10,
        "Fleksjob": 17,
    }


def test_all_nine_areas_and_over_80_municipalities_have_jobs(klapjobs):
    codes = {ad.municipality_code for ad in klapjobs if ad.municipality_code}
    assert {areas.of_municipality(code) for code in codes} == set(areas.AREAS)
    assert len(codes) > 80


def test_regions_have_about_their_published_shares(klapjobs):
    regions = Counter(areas.region_of(ad.municipality_code, date(2026, 1, 1)) for ad in klapjobs)
    published = {"Sjælland": 21, "Hovedstaden": 19, "Syddanmark": 18, "Midtjylland": 29, "Nordjylland": 13}
    assert {name: abs(regions[name] / 2.4 - share) < 3 for name, share in published.items()} == dict.fromkeys(
        published, True
    )


def test_every_place_is_a_real_postal_code_with_its_town_and_municipality(ads):
    stated = [ad for ad in ads if ad.postal_code]
    real = [by_number(ad.postal_code) for ad in stated]
    assert [(place.town, place.municipality_code) for place in real] == [
        (ad.town, ad.municipality_code) for ad in stated
    ]


def test_some_ads_say_no_place_and_some_only_in_the_title(klapjobs):
    silent = [ad for ad in klapjobs if not ad.postal_code]
    assert Counter(place_of_ad(title=ad.title).known_by for ad in silent) == {"title": 10, "": 6}


def test_some_ads_say_no_deadline_or_no_hours(klapjobs):
    assert 15 <= sum(ad.deadline is None for ad in klapjobs) <= 35
    said = [re.search(r"\d+ (t/uge|timer)", text_of(ad)) for ad in klapjobs]
    assert (
        5 <= sum(not words and ad.hours_max is None for words, ad in zip(said, klapjobs, strict=True)) <= 50
    )


def test_hours_are_about_14_a_week(klapjobs):
    hours = [ad.hours_max for ad in klapjobs if ad.hours_max]
    assert 12 < sum(hours) / len(hours) < 15


def test_fifteen_klapjobs_come_from_elsewhere_in_both_ways(klapjobs):
    assert (sum(ad.taken_in for ad in klapjobs), sum(ad.external for ad in klapjobs)) == (9, 6)
    assert all(bool(ad.url) == (ad.taken_in or ad.external) for ad in klapjobs)


def test_two_shops_share_a_title_and_nothing_else_does(klapjobs):
    titles = Counter(ad.title for ad in klapjobs)
    assert [title for title, count in titles.items() if count > 1] == [
        "REMA 1000 - hjælp i flaskerum og lager"
    ]
    assert sorted(ad.town for ad in klapjobs if titles[ad.title] == 2) == ["Næstved", "Silkeborg"]


def test_the_two_ads_with_published_facts_are_there(klapjobs):
    bilka, meny, *_ = klapjobs
    assert (bilka.employer, bilka.town, meny.employer, meny.town) == (
        "Bilka",
        "Slagelse",
        "Meny",
        "Charlottenlund",
    )
    assert "pakke brød og kager" in text_of(bilka).lower()
    assert "sætte flasker på plads" in text_of(meny).lower()
