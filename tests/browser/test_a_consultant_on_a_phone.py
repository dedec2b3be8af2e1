"""A consultant on a phone: the own list, a talk, a trial, a job, and the call after six months, by touch."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hands import Touch, answer
from looking import measured
from playwright.sync_api import Browser, Page, expect
from steps import sign_in, unfold, window

from portal import clock


@pytest.fixture
def anna(chromium: Browser, portal: str) -> Iterator[Touch]:
    """Anna's phone, on which she is signed in."""
    context = window(chromium, portal, has_touch=True, is_mobile=True)
    yield Touch(sign_in(context.new_page(), "anna@demo.example"))
    context.close()


def _stands_under(page: Page, heading: str, name: str) -> None:
    """The person stands on the own list under this heading, and the list fits the phone."""
    page.goto("/personale/mine")
    assert measured(page) == []
    section = page.locator("section").filter(has=page.get_by_role("heading", name=heading))
    expect(section.get_by_role("link", name=name)).to_be_visible()


def _open(anna: Touch, heading: str, name: str) -> None:
    _stands_under(anna.page, heading, name)
    anna.press(name)
    assert measured(anna.page) == []


def test_from_a_new_case_to_a_job_with_one_thumb(anna: Touch) -> None:
    page, today = anna.page, clock.today()
    _open(anna, "Nye til dig", "Otto D.")
    assert page.locator("a[href^='tel:']").count() >= 1
    anna.press("Jeg tager sagen")
    _open(anna, "Aftal en samtale", "Otto D.")
    unfold(page, "talt")
    answer(anna, {"talt-note": "Otto kan begynde om formiddagen."}, "Vi har talt sammen")

    _open(anna, "Samtalen er holdt", "Otto D.")
    unfold(page, "praktik")
    trial = {"praktik-starts": today.isoformat(), "praktik-ends": (today - timedelta(days=1)).isoformat()}
    answer(anna, trial | {"praktik-workplace": "Testmarked Slagelse"}, "I praktik")
    expect(page.get_by_role("link", name="Den sidste dag skal ligge efter den første.")).to_be_visible()
    expect(page.locator("[name=praktik-workplace]")).to_have_value("Testmarked Slagelse")
    assert measured(page) == []
    answer(anna, {"praktik-ends": (today + timedelta(weeks=5)).isoformat()}, "I praktik")

    _open(anna, "I praktik", "Otto D.")
    expect(page.get_by_text("Praktik: Testmarked Slagelse.")).to_be_visible()
    unfold(page, "ansat")
    job = {"ansat-workplace": "Testmarked Slagelse", "ansat-starts": today.isoformat()}
    answer(anna, job | {"ansat-hours": "12"}, "Ansat")
    expect(page.locator("[name=ansat-hours]")).to_have_value("12")
    page.locator("[name=ansat-job_type]").select_option("skaanejob")
    anna.press("Ansat")
    _stands_under(page, "Ansat", "Otto D.")


def test_the_call_after_six_months_is_written_down_on_the_phone(anna: Touch) -> None:
    page = anna.page
    _open(anna, "Ansat for 6 måneder siden: ring", "Vagn D.")
    unfold(page, "ringet")
    anna.press("Jeg har ringet efter 6 måneder")
    assert measured(page) == []
    assert page.locator("[name=ringet-reason] option").all_inner_texts()[1:] == [
        "Har stadig det samme job",
        "Har et nyt job",
        "Har intet job og vil gerne have et",
        "Har intet job og vil ikke have et",
    ]
    page.locator("[name=ringet-reason]").select_option(index=1)
    anna.press("Jeg har ringet efter 6 måneder")
    _stands_under(page, "Ringet op efter 6 måneder", "Vagn D.")
