"""The search answers as Jobnet's: required parameters, paging, filters, absent keys, odd dates."""

import re
from datetime import date
from html import unescape

import pytest
import requests

from importers.standin.ads import demo_ads
from importers.standin.server import serve
from portal.places import areas

TYPES = ["Ordinaert", "Efterloenner", "Foertidspension", "Fleksjob", "Handicapingenhindring", "Hotjob"]
ALWAYS = {
    *(
        "country",
        "hiringOrgName",
        "occupation",
        "conceptUriDa",
        "workHourPartTime",
        "jobAdId",
        "jobAdUrl",
        "cvr",
    ),
    *("hasLogo", "workPlaceAddress", "title", "description", "applicationDeadlineStatus", "isSeen"),
    *("isFavorite", "isExternal", "publicationDate"),
}
SOMETIMES = {
    "municipality",
    "postalCode",
    "postalDistrictName",
    "applicationDeadline",
    "jobAnnouncementTypeName",
}


def walk(search, **params):
    """All records of a search, page by page."""
    records, page = [], 1
    while True:
        answer = search(pageNumber=page, **params).json()
        records += answer["jobAds"]
        if page * 50 >= answer["totalJobAdCount"]:
            return records
        page += 1


def test_all_pages_together_hold_every_ad_once(search, ads):
    assert sorted(record["jobAdId"] for record in walk(search)) == sorted(ad.id for ad in ads)


def test_a_page_holds_at_most_50_ads_whatever_is_asked(search):
    answer = search(resultsPerPage=200).json()
    assert (len(answer["jobAds"]), answer["totalJobAdCount"]) == (50, 480)


def test_a_page_after_the_last_is_empty(search):
    answer = search(pageNumber=11).json()
    assert (answer["jobAds"], answer["totalJobAdCount"]) == ([], 480)


@pytest.mark.parametrize(
    "params",
    [
        {"resultsPerPage": None},
        {"pageNumber": None},
        {"pageNumber": 0},
        {"pageNumber": "to"},
        {"resultsPerPage": -1},
        {"jobAnnouncementType": "Klap"},
        {"orderType": "Newest"},
        {"regions": "Syddanmark", "postalCode": 5000},
        {"postalCode": 1001},
    ],
)
def test_wrong_parameters_give_error_1014(search, params):
    answer = search(**params)
    assert (answer.status_code, answer.json()) == (
        400,
        {"errorCode": 1014, "message": "Fejl i formatering af inputs"},
    )


@pytest.mark.parametrize("headers", [{}, {"x-csrf": "0"}])
def test_without_the_csrf_header_nothing_is_told(ask, headers):
    answer = ask("Search", headers=headers, resultsPerPage=1, pageNumber=1)
    assert (answer.status_code, "jobAds" in answer.json()) == (403, False)


@pytest.mark.parametrize("announcement", TYPES)
def test_a_type_gives_the_ads_of_that_type(search, ads, announcement):
    found = walk(search, jobAnnouncementType=announcement)
    assert {record["jobAdId"] for record in found} == {ad.id for ad in ads if ad.announcement == announcement}


def test_a_repeated_parameter_means_either(search, ads):
    found = walk(search, regions=["Nordjylland", "Midtjylland"])
    asked = {"Nordjylland", "Midtjylland"}
    there = {ad.id for ad in ads if areas.region_of(ad.municipality_code, date(2026, 1, 1)) in asked}
    assert {record["jobAdId"] for record in found} == there


def test_words_are_looked_for_in_title_text_and_employer(search, ads):
    found = walk(search, searchString="klapjob flaske")
    expected = {
        ad.id
        for ad in ads
        if all(
            word in unescape(f"{ad.title} {ad.body} {ad.employer}").lower() for word in ("klapjob", "flaske")
        )
    }
    assert {record["jobAdId"] for record in found} == expected
    assert len(expected) > 5


def test_an_id_finds_its_ad(search, klapjobs):
    taken_in = next(ad for ad in klapjobs if ad.taken_in)
    answer = search(searchString=taken_in.id).json()
    assert [record["jobAdId"] for record in answer["jobAds"]] == [taken_in.id]
    assert answer["searchString"] == taken_in.id


def test_near_a_postal_code_means_within_the_kilometres(search):
    near = walk(search, postalCode=3700, kmRadius=30)
    assert {record["postalDistrictName"] for record in near} <= {
        "Rønne",
        "Nexø",
        "Allinge",
        "Hasle",
        "Svaneke",
    } | {
        *("Gudhjem", "Aakirkeby", "Østermarie", "Klemensker"),
    }
    assert len(near) >= 3


def test_the_newest_come_first_unless_said_otherwise(search):
    dates = [record["publicationDate"] for record in search().json()["jobAds"]]
    assert dates == sorted(dates, reverse=True)


def test_the_nearest_deadline_first_if_asked(search):
    dates = [
        record["applicationDeadline"][:10] for record in search(orderType="ApplicationDate").json()["jobAds"]
    ]
    assert dates == sorted(dates)


def test_what_is_not_known_is_left_out_and_never_null(search):
    records = walk(search)
    assert {frozenset(record) - SOMETIMES for record in records} == {frozenset(ALWAYS)}
    assert {key: any(key not in record for record in records) for key in SOMETIMES} == dict.fromkeys(
        SOMETIMES, True
    )
    assert [record for record in records if None in record.values()] == []


def test_the_postal_code_is_a_number(search):
    codes = [record["postalCode"] for record in walk(search) if "postalCode" in record]
    assert {type(code) for code in codes} == {int}


def test_native_ads_are_html_without_a_link_and_others_the_reverse(search):
    linked = {bool(record["jobAdUrl"]): "<" in record["description"] for record in walk(search)}
    assert linked == {False: True, True: False}


def test_deadlines_come_in_four_forms(search):
    records = walk(search)
    forms = {record.get("applicationDeadline", "absent")[10:] for record in records}
    assert forms == {"T00:00:00+02:00", "T21:59:00+02:00", "T00:00:00+01:00", ""}
    assert {record["applicationDeadlineStatus"] for record in records} == {"ExpirationDate", "NotDisclosed"}


def test_no_deadline_is_the_year_1900_or_absent(search):
    hidden = [record for record in walk(search) if record["applicationDeadlineStatus"] == "NotDisclosed"]
    assert {record.get("applicationDeadline") for record in hidden} == {None, "1900-01-01T00:00:00+01:00"}


def test_in_winter_a_late_deadline_is_an_hour_later():
    with serve(demo_ads(date(2026, 12, 1))) as winter:
        found = requests.get(
            f"{winter.url}/FindJob/Search?resultsPerPage=50&pageNumber=1", headers={"x-csrf": "1"}, timeout=60
        ).json()
    late = [
        record["applicationDeadline"][10:]
        for record in found["jobAds"]
        if ":59" in record.get("applicationDeadline", "")
    ]
    assert set(late) == {"T22:59:00+01:00"}


def test_some_addresses_are_empty_or_padded_with_blanks(search):
    addresses = [record["workPlaceAddress"] for record in walk(search)]
    assert "" in addresses
    assert any(re.fullmatch(r"\w+ \d+ {5,}", address) for address in addresses)


def test_facets_count_all_that_fit_and_not_only_the_page(search):
    facets = search(resultsPerPage=1).json()["searchFacets"]
    assert sum(facet["jobAdCount"] for facet in facets["jobAnnouncements"]) == 480
    assert [facet["type"] for facet in facets["regions"]] == [
        *("HovedstadenOgBornholm", "OevrigeSjaelland", "Syddanmark", "Midtjylland", "Nordjylland"),
    ]
