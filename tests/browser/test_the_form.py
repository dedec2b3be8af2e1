"""In a real browser: other ways through the form, with and without JavaScript; axe looks at each page."""

import re
from collections.abc import Callable, Iterator

import pytest
from looking import look
from playwright.sync_api import Browser, BrowserContext, Page, expect
from steps import PHONE, answer, begin, go

from apply.filling import KIM, MOTHER

Look = Callable[[Page], None]
HELPED = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"}


@pytest.fixture
def kim(page: Page, context: BrowserContext) -> Page:
    """Kim's browser on a phone."""
    return page


@pytest.fixture
def another(chromium: Browser, portal: str) -> Iterator[Page]:
    """Another machine."""
    context = chromium.new_context(base_url=portal, viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def seen(request: pytest.FixtureRequest) -> Callable[[Page], None]:
    """Looks at a page; without JavaScript axe cannot run, and the pages are the same ones."""
    runs_scripts = request.node.callspec.params["context"]
    return look if runs_scripts else lambda _page: None


def sent_code(page: Page) -> str:
    """Sends what stands on the page for checking; gives the number on the receipt."""
    go(page.locator("#send button"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Vi har fået dine svar.")
    return page.locator("main strong.kj-nowrap").first.inner_text()


def send_kim(page: Page) -> str:
    begin(page)
    for answers in KIM.values():
        answer(page, answers)
    return sent_code(page)


def test_kim_asks_to_be_called(kim: Page, seen: Look) -> None:
    kim.goto("/ring-mig-op")
    seen(kim)
    answer(kim, {})
    seen(kim)
    answer(kim, {"name": "Kim Kandidat"})
    seen(kim)
    answer(kim, {"call_phone": "20112233"})
    seen(kim)
    answer(kim, {"call_time": "any"})
    seen(kim)
    sent_code(kim)


def test_kim_leaves_and_goes_on_at_another_machine(kim: Page, another: Page, seen: Look) -> None:
    begin(kim)
    answer(kim, {"who": "self"})
    answer(kim, {"name": "Kim Kandidat"})
    answer(kim, {"phone": "20112233"})
    answer(kim, {"place": "4200"}, "Gem, og fortsæt senere")
    seen(kim)
    go(kim.get_by_role("button", name="Gem", exact=True))
    seen(kim)
    code = kim.locator("main strong.kj-nowrap").first.inner_text()

    another.goto("/min-ansoegning")
    look(another)
    answer(another, {"code": "AAAAAAAA", "digits": "0000"}, "Se ansøgning")
    look(another)
    answer(another, {"code": code, "digits": "2233"}, "Se ansøgning")
    expect(another.get_by_role("heading", level=1)).to_contain_text("Bor du i Slagelse Kommune?")
    go(another.get_by_role("link", name="Tilbage"))
    expect(another.locator("[name=place]")).to_have_value("4200")


def test_kim_sees_how_it_goes_changes_the_number_and_withdraws(kim: Page, seen: Look) -> None:
    send_kim(kim)
    go(kim.get_by_role("link", name="Se, hvordan det går"))
    seen(kim)
    go(kim.get_by_role("link", name="Skift telefonnummer"))
    seen(kim)
    answer(kim, {"phone": "12"}, "Gem")
    seen(kim)
    answer(kim, {"phone": "30303030"}, "Gem")
    expect(kim.get_by_role("status").first).to_have_text("Vi har gemt dit nye nummer.")
    go(kim.get_by_role("link", name="Sig noget mere"))
    seen(kim)
    answer(kim, {"words": "Ring om fredagen."}, "Send")
    go(kim.get_by_role("link", name="Jeg vil ikke mere"))
    seen(kim)
    go(kim.get_by_role("button", name="Ja, slet det hele"))
    expect(kim.get_by_role("heading", level=1)).to_have_text("Nu er det slettet")
    seen(kim)


def test_the_guide_leads_into_the_form(kim: Page, seen: Look) -> None:
    kim.goto("/kan-jeg")
    seen(kim)
    go(kim.get_by_role("link", name="Start"))
    answer(kim, {})
    seen(kim)
    answer(kim, {"fits": "disability_pension"})
    answer(kim, {"disability": "yes"})
    answer(kim, {"alone": "no"})
    expect(kim.get_by_role("heading", level=1)).to_have_text("Ja, det kan du godt")
    seen(kim)
    go(kim.get_by_role("link", name="Skriv til os"))
    go(kim.get_by_role("button", name="Start"))
    answer(kim, {"who": "self"})
    kim.goto("/ansoeg/spoergsmaal/hvad-passer")
    expect(kim.locator("input[value=disability_pension]")).to_be_checked()


def test_a_teacher_files_for_three_students_in_a_row(kim: Page) -> None:
    for name in ("Alma Elev", "Bo Elev", "Ceci Elev"):
        begin(kim)
        for slug, answers in HELPED.items():
            if slug == "navn":
                expect(kim.locator("[name=name]")).to_have_value("")
            answer(kim, {"name": name} if slug == "navn" else answers)
        assert re.fullmatch(r"\w{4} \w{4}", sent_code(kim))
        go(kim.get_by_role("button", name="Jeg er en anden"))


def test_the_branches_of_fleksjob_and_stu(kim: Page, seen: Look) -> None:
    begin(kim)
    answer(kim, {"who": "self"})
    kim.goto("/ansoeg/spoergsmaal/hvad-passer")
    answer(kim, {"fits": "fleksjob"})
    for answers in ({"stu_status": "done"}, {"special_class": "yes"}, {"support": "no"}):
        seen(kim)
        answer(kim, answers)
    seen(kim)
    answer(kim, {"capacity": "about_15_35"})
    kim.goto("/ansoeg/spoergsmaal/hvad-passer")
    answer(kim, {"fits": "stu"})
    seen(kim)
    answer(kim, {"school": "Skolen ved Åen"})
    seen(kim)


def test_the_form_on_paper(kim: Page, seen: Look) -> None:
    kim.goto("/ansoeg")
    go(kim.get_by_role("link", name="Print spørgsmålene"))
    seen(kim)
    expect(kim.get_by_role("heading", name="Hvad hedder du?")).to_be_visible()


def test_the_ways_of_the_guide_that_lead_elsewhere(kim: Page, seen: Look) -> None:
    for alone, heading in (("no", "Måske. Tal med os"), ("yes", "Der er en bedre vej for dig")):
        kim.goto("/kan-jeg/hvad-passer")
        answer(kim, {"fits": "dont_know"})
        answer(kim, {"disability": "no"})
        answer(kim, {"alone": alone})
        expect(kim.get_by_role("heading", level=1)).to_have_text(heading)
        seen(kim)
