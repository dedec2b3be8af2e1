"""The pages about sources in a real browser: on a phone and on a wide screen they hurt nobody."""

from collections.abc import Iterator

import pytest
from looking import look
from playwright.sync_api import Browser, Page
from steps import go, sign_in, window

SHEET = (
    "Reference;Titel;Virksomhed;Postnr;By;Tekst;Telefon\n"
    "a;Medhjælper i butik;Testmarked;4200;Slagelse;Du fylder varer op.;20 11 22 33\n"
    "b;;Testmarked;42;Slagelse;Du fejer.;\n"
)


@pytest.fixture(params=[390, 1280], ids=["phone", "wide"])
def admin(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[Page]:
    """An administrator who is signed in."""
    context = window(chromium, portal, viewport={"width": request.param, "height": 900})
    yield sign_in(context.new_page(), "adam@demo.example")
    context.close()


def test_the_list_of_sources_and_one_source(admin: Page) -> None:
    go(admin.get_by_role("link", name="Kilder").first)
    look(admin)
    go(admin.get_by_role("link", name="jobnet"))
    for summary in admin.locator("main summary").all():
        summary.click()
    assert admin.locator("main svg rect").count() >= 1
    look(admin)
    go(admin.get_by_role("link", name="Afviste opslag"))
    look(admin)


def test_a_spreadsheet_from_the_file_to_its_preview(admin: Page) -> None:
    admin.goto("/personale/kilder/regneark")
    look(admin)
    go(admin.get_by_role("button", name="Se, hvad der sker"))
    assert admin.get_by_role("alert").inner_text().startswith("Filen er ikke lagt ind")
    look(admin)
    admin.get_by_label("Partnerens navn").fill("Testmarked")
    file = {"name": "job.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    admin.get_by_label("Filen", exact=True).set_input_files(files=[file])  # type: ignore[list-item]
    go(admin.get_by_role("button", name="Se, hvad der sker"))
    admin.get_by_text("Række 3, kolonnen Titel: Her mangler titlen.").wait_for()
    look(admin)
    go(admin.get_by_role("button", name="Læg jobbene på tavlen"))
    admin.get_by_text("Det går i gang om et øjeblik.").wait_for()
    look(admin)


def test_a_partner_and_its_key(admin: Page, request: pytest.FixtureRequest) -> None:
    admin.goto("/personale/kilder/partner")
    look(admin)
    admin.get_by_label("Partnerens navn").fill(f"Partner {request.node.callspec.id}")
    go(admin.get_by_role("button", name="Opret partneren"))
    go(admin.get_by_role("button", name="Lav en ny nøgle"))
    assert len(admin.get_by_label("Nøglen").input_value()) == 43
    look(admin)
    go(admin.get_by_role("link", name="Jeg har gemt nøglen"))
    look(admin)
