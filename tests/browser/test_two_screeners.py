"""Two people of the secretariat on one case: each sees the other, and what both wrote is there."""

from hands import AtWork
from playwright.sync_api import expect
from steps import go, unfold


def test_two_open_the_same_case_and_neither_loses_a_word(at_work: AtWork) -> None:
    sanne, lea = at_work("sanne"), at_work("lea")
    sanne.page.goto("/personale?gruppe=i-gang")
    sanne.press("Tora D.")
    case = sanne.page.url
    lea.page.goto(case)
    close = unfold(lea.page, "luk")
    close.get_by_label("Hvorfor lukker du sagen?").select_option("no_contact")
    close.get_by_label("Note").fill("Jeg har ringet tre gange.")

    form = unfold(sanne.page, "ret")
    form.get_by_label("Note").fill("Hun bor i Slagelse.")
    go(form.get_by_role("button", name="Ret kommune eller ordning"))

    go(close.get_by_role("button", name="Luk sagen uden at se brevet"))
    expect(lea.page.get_by_role("heading", name="Vi har ikke gemt endnu")).to_be_visible()
    expect(lea.page.get_by_text("Sanne Demo har sagen lige nu.")).to_be_visible()
    expect(lea.page.get_by_text("Hun bor i Slagelse.")).to_be_visible()
    expect(lea.page.get_by_label("Din note", exact=True)).to_have_value("Jeg har ringet tre gange.")

    lea.page.goto("/personale?gruppe=i-gang")
    row = lea.page.locator(".kj-queue__row").filter(has_text="Tora D.")
    expect(row).to_contain_text("Sanne Demo har den")
    lea.page.goto(case)
    expect(lea.page.get_by_role("button", name="Tag den")).to_have_count(0)
