"""A case on its way: to the deputy while the consultant is on holiday, and on paper to who has no mail."""

from hands import AtWork
from playwright.sync_api import expect
from steps import go, under, unfold


def test_in_a_holiday_the_deputy_gets_the_case(at_work: AtWork) -> None:
    sanne, anna = at_work("sanne"), at_work("anna")
    page = sanne.page
    page.goto("/personale?gruppe=i-gang")
    sanne.press("Frode F.")
    expect(page.get_by_text("Går til Anna Demo, fordi personen bor i Greve")).to_be_visible()
    expect(page.get_by_text("Bent Demo er væk til og med")).to_be_visible()
    unfold(page, "videre")
    sanne.press("Send videre")
    anna.page.goto("/personale/mine")
    expect(under(anna.page, "nye").filter(has_text="Frode F.")).to_be_visible()


def test_who_has_no_mail_gets_the_letter_on_paper(at_work: AtWork) -> None:
    sanne = at_work("sanne")
    page = sanne.page
    page.goto("/personale?gruppe=i-gang")
    sanne.press("Uno P.")
    case = page.url
    form = unfold(page, "spoerg")
    form.get_by_label("Har personen førtidspension?").check()
    go(form.get_by_role("button", name="Se brevet", exact=True))
    sanne.press("Spørg om mere")
    page.goto(case)
    expect(page.get_by_text("Vi har ingen mail at skrive til. Ring, og fortæl det nye.")).to_be_visible()
    sanne.press("Læs eller print brevet til personen")
    page.emulate_media(media="print")
    letter = page.locator(".kj-letter")
    expect(letter.get_by_role("heading", name="Brev til Uno Papir")).to_be_visible()
    expect(letter.get_by_text("Har du fået førtidspension?")).to_be_visible()
    expect(page.get_by_role("link", name="Tilbage til sagen")).to_be_hidden()
