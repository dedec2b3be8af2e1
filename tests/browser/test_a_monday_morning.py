"""A Monday morning with 30 new applications: the first gets a letter, then the next, then several at once."""

from hands import AtWork
from playwright.sync_api import expect
from steps import go, under, unfold


def test_thirty_new_applications(at_work: AtWork) -> None:
    sanne = at_work("sanne")
    page = sanne.page
    expect(page.get_by_role("heading", name="Nye (30)")).to_be_visible()

    go(under(page, "nye").first)
    expect(page.get_by_role("heading", name="Asta Morgen")).to_be_visible()
    sanne.press("Tag den")
    form = unfold(page, "spoerg")
    form.get_by_label("Har personen førtidspension?").check()
    go(form.get_by_role("button", name="Se brevet", exact=True))
    expect(page.get_by_label("Brevet")).to_contain_text("Har du fået førtidspension?")
    sanne.press("Spørg om mere")

    page.goto("/personale")
    expect(page.get_by_role("heading", name="Nye (29)")).to_be_visible()
    expect(under(page, "venter-paa-svar").filter(has_text="Asta M.")).to_be_visible()

    go(under(page, "nye").first)
    expect(page.get_by_role("heading", name="Birk Morgen")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name="Carla Morgen")).to_be_visible()

    page.goto("/personale")
    for row in range(3):
        page.locator("#nye ~ ul input[name=sag]").nth(row).check()
    page.get_by_label("Hvad vil du gøre med dem, du har sat kryds ved?").select_option("tag")
    sanne.press("Se først, hvad der sker")
    expect(page.get_by_role("heading", name="Tag den: 3 sager")).to_be_visible()
    sanne.press("Tag den")
    expect(page.get_by_role("heading", name="Tag den: 3 af 3")).to_be_visible()

    page.goto("/personale")
    expect(page.get_by_role("heading", name="Nye (26)")).to_be_visible()
    mine = under(page, "dine").all_inner_texts()
    assert {"Birk M.", "Carla M.", "Dagny M."} <= set(mine)
