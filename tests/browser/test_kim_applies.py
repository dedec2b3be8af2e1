"""In a real browser: Kim applies in two sittings, the case reaches the consultant; a job closes midway."""

from hands import Hands, Opens, answer
from playwright.sync_api import Page, expect
from steps import go, sign_in
from the_form import SHORT, code_on, fill_in, find_case, heading, send

from apply.filling import KIM

LATER = list(KIM)[list(KIM).index("kommune") :]


def test_kim_applies_on_two_days_and_the_consultant_sees_it(opens: Opens, desk: Page) -> None:
    # Kim opens a job near Slagelse, says "I am interested", answers some questions and leaves.
    kim = opens()
    kim.page.goto("/job?q=slagelse")
    go(kim.page.locator("a.kj-card-link").first)
    kim.press("Jeg er interesseret")
    kim.press("Start")
    fill_in(kim, {slug: KIM[slug] for slug in ("hvem", "navn", "kontakt")})
    answer(kim, KIM["sted"], "Gem, og fortsæt senere")
    kim.press("Gem")
    kim.look()
    reference = _go_on_elsewhere(opens(), code_on(kim.page))
    case = _pass_on(desk, reference)
    desk.context.clear_cookies()
    sign_in(desk, "anna@demo.example").goto(case)
    expect(desk.locator("main")).to_contain_text("Kim Kandidat")


def _go_on_elsewhere(kim: Hands, code: str) -> str:
    """On another machine the code and the digits of the number open what was answered; the rest is sent."""
    kim.page.goto("/min-ansoegning")
    answer(kim, {"code": code, "digits": "0000"}, "Se ansøgning")
    kim.look()
    answer(kim, {"code": code, "digits": "2233"}, "Se ansøgning")
    expect(kim.page.get_by_role("heading", level=1)).to_contain_text("Bor du i Slagelse Kommune?")
    kim.press("Tilbage")
    expect(kim.page.locator("[name=place]")).to_have_value("4200")
    answer(kim, {})
    fill_in(kim, {slug: KIM[slug] for slug in LATER})
    kim.look()
    reference = send(kim)
    kim.look()
    expect(kim.page.locator("main")).to_contain_text("36 35 96 60")
    return reference


def _pass_on(desk: Page, reference: str) -> str:
    """Sanne in the secretariat takes the case and passes it on, to Anna of Slagelse; gives its address."""
    case = find_case(desk, reference)
    go(desk.get_by_role("button", name="Tag den"))
    expect(desk.get_by_text("Du har sagen nu.")).to_be_visible()
    go(desk.get_by_role("button", name="Send videre").first)
    return case


def test_a_job_that_closes_midway_takes_nothing_from_kim(opens: Opens, desk: Page) -> None:
    kim = opens()
    kim.page.goto("/job?fag=andet")
    go(kim.page.locator("a.kj-card-link").last)
    posting_id = kim.page.url.rpartition("/")[2].partition("-")[0]
    kim.press("Jeg er interesseret")
    kim.press("Start")
    fill_in(kim, {"hvem": {"who": "self"}})

    sign_in(desk, "erik@demo.example").goto(f"/personale/jobopslag/{posting_id}")
    desk.locator("summary", has_text="Luk opslaget").click()
    form = desk.locator(f"form[action$='/{posting_id}/ned']")
    form.get_by_label("Hvad er der sket?").select_option("filled")
    form.get_by_label("Hvorfor?").fill("Butikken har ringet.")
    go(form.get_by_role("button"))
    expect(desk.get_by_text("Opslaget er lukket.")).to_be_visible()

    fill_in(kim, SHORT)
    heading(kim, "Er dine svar rigtige?")
    expect(kim.page.get_by_text("Et job er væk: ")).to_be_visible()
    kim.look()
    send(kim)
