"""The detail answers as Jobnet's: only for its own ads, with people in it, views counted unless refused."""

import re

import pytest


@pytest.fixture
def native(klapjobs):
    return next(ad for ad in klapjobs if ad.postal_code and ad.hours_max and not ad.url)


def test_an_ad_of_its_own_is_told_whole(ask, native):
    detail = ask(f"JobAdDetails/{native.id}", incrementViews="false").json()
    assert (detail["id"], detail["title"], detail["body"]) == (native.id, native.title, native.body)
    assert detail["job"]["type"] == native.announcement
    assert (detail["job"]["minimumWeeklyHours"], detail["job"]["maximumWeeklyHours"]) == (
        native.hours_min,
        native.hours_max,
    )


def test_the_postal_code_is_text_here(ask, native):
    address = ask(f"JobAdDetails/{native.id}").json()["job"]["address"]
    assert (address["postalCode"], address["city"]) == (native.postal_code, native.town)


def test_moments_have_seven_decimals_and_a_zone(ask, native):
    detail = ask(f"JobAdDetails/{native.id}").json()
    assert re.fullmatch(r"2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+0[12]:00", detail["publicationDateTime"])


def test_contact_persons_are_named_so_that_an_import_can_drop_them(ask, native):
    people = ask(f"JobAdDetails/{native.id}").json()["application"]["contactPersons"]
    assert [f"{person['firstNames']} {person['lastName']}" for person in people] == list(native.contacts)
    assert all(person["emailAddress"].endswith("@example.invalid") for person in people)


def test_an_ad_without_a_place_says_so(ask, klapjobs):
    homeless = next(ad for ad in klapjobs if not ad.postal_code and not ad.url)
    job = ask(f"JobAdDetails/{homeless.id}").json()["job"]
    assert (job["noFixedWorkplace"], job["address"]) == (
        True,
        {"countryCode": "DK", "countryName": "Danmark"},
    )


def test_the_detail_of_an_external_ad_does_not_exist(ask, klapjobs):
    external = next(ad for ad in klapjobs if ad.external)
    assert ask(f"JobAdDetails/{external.id}").status_code == 404


def test_the_detail_of_a_number_is_refused(ask, klapjobs):
    taken_in = next(ad for ad in klapjobs if ad.taken_in)
    assert ask(f"JobAdDetails/{taken_in.id}").status_code == 400


def test_an_unknown_id_is_not_found(ask):
    assert ask("JobAdDetails/00000000-0000-4000-8000-000000000000").status_code == 404


def test_reading_counts_as_a_view_unless_refused(ask, standin, native):
    ask(f"JobAdDetails/{native.id}", incrementViews="false")
    assert standin.views[native.id] == 0
    ask(f"JobAdDetails/{native.id}")
    assert standin.views[native.id] == 1


def test_details_want_the_csrf_header_too(ask, native):
    assert ask(f"JobAdDetails/{native.id}", headers={}).status_code == 403


def test_other_addresses_are_not_found(ask):
    assert ask("GetTypeaheadSuggestions").status_code == 404
