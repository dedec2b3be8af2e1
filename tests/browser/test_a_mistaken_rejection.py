"""A person is turned down by mistake: taken back within five minutes, and nobody has heard of it."""

from hands import AtWork
from playwright.sync_api import expect
from steps import go, unfold


def test_a_mistaken_rejection_is_taken_back(at_work: AtWork) -> None:
    sanne = at_work("sanne")
    page = sanne.page
    page.goto("/personale?gruppe=i-gang")
    sanne.press("Fie A.")
    case = page.url
    form = unfold(page, "ikke-for-os")
    form.get_by_label("Hvorfor?").select_option("finds_alone")
    go(form.get_by_role("button", name="Ikke i målgruppen uden at se brevet"))
    sanne.press("Fortryd inden for 5 minutter")
    sanne.press("Fortryd")
    expect(page.get_by_text("Det er taget tilbage. Ingen har fået besked.")).to_be_visible()
    page.goto(case)
    expect(page.get_by_text("Fortrød. Sagen er igen: I gang").first).to_be_visible()
    page.goto("/personale?gruppe=slut")
    expect(page.get_by_role("link", name="Fie A.")).to_have_count(0)
