"""One person in two cases: seen side by side, joined, and parted again."""

from hands import AtWork
from playwright.sync_api import expect


def test_two_cases_are_laid_side_by_side_joined_and_parted(at_work: AtWork) -> None:
    sanne = at_work("sanne")
    page = sanne.page
    page.goto("/personale?gruppe=i-gang")
    row = page.locator(".kj-queue__row").filter(has_text="Måske dobbelt")
    expect(row).to_have_count(2)
    sanne.press("Kristian D.")
    case = page.url
    sanne.press("Er det den samme person?")
    table = page.get_by_role("table", name="De to sager side om side")
    expect(table).to_contain_text("Kristian Dobbelt")
    expect(table).to_contain_text("Christian Dobbelt")
    expect(page.get_by_text("Samme telefon")).to_be_visible()

    other = table.get_by_role("columnheader").nth(2).inner_text().rpartition(" ")[2]
    sanne.press(f"Læg denne sag ind i {other}")
    page.goto(case)
    expect(page.get_by_text(f"Sagen er en del af sag {other}.")).to_be_visible()
    page.goto("/personale")
    expect(page.get_by_text("Måske dobbelt")).to_have_count(0)

    page.goto(case)
    sanne.press("Skil sagerne ad igen")
    page.goto("/personale?gruppe=i-gang")
    expect(page.get_by_role("link", name="Kristian D.", exact=True)).to_be_visible()
    expect(row).to_have_count(2)
