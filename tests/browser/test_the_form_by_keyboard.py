"""Kim applies with the keyboard alone: Tab, Space, arrows, Enter; and is never caught anywhere."""

from playwright.sync_api import Page, expect
from steps import press_enter

MOST_STOPS = 40


def focused(page: Page) -> str:
    """What has the focus, as its name and value or its words."""
    return str(
        page.evaluate(
            "() => { const e = document.activeElement;"
            " return [e.name || '', e.value || '', e.textContent || ''].join('|').trim() }"
        )
    )


def tab_to(page: Page, wanted: str) -> None:
    """Presses Tab until what has the focus contains `wanted`."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted in focused(page):
            return
    raise AssertionError(f"{wanted} is not reached with Tab on {page.url}")


def pick(page: Page, name: str, downs: int) -> None:
    """Chooses a radio button: Tab into the group, Space, then arrows."""
    tab_to(page, f"{name}|")
    page.keyboard.press("Space")
    for _ in range(downs):
        page.keyboard.press("ArrowDown")


def go_on(page: Page, words: str = "Næste") -> None:
    tab_to(page, words)
    press_enter(page)


def test_the_whole_form_by_keyboard(page: Page) -> None:
    page.goto("/ansoeg")
    go_on(page, "Start")
    pick(page, "who", 0)
    go_on(page)
    tab_to(page, "name|")
    page.keyboard.type("Kim Kandidat")
    press_enter(page)
    tab_to(page, "phone|")
    page.keyboard.type("20112233")
    go_on(page)
    go_on(page)
    pick(page, "fits", 0)
    go_on(page)
    tab_to(page, "trades|shop")
    page.keyboard.press("Space")
    go_on(page)
    pick(page, "tell_more", 1)
    go_on(page)
    pick(page, "consent", 0)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Er dine svar rigtige?")
    go_on(page, "Send")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Vi har fået dine svar.")


def test_the_hidden_trap_is_no_stop_on_the_way(page: Page) -> None:
    page.goto("/ring-mig-op")
    tab_to(page, "name|")
    page.keyboard.type("Kim")
    press_enter(page)
    tab_to(page, "call_phone|")
    page.keyboard.type("20112233")
    press_enter(page)
    go_on(page)
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    assert [stop for stop in stops if stop.startswith("website|")] == []
    assert [stop for stop in stops if "Ja, ring mig op" in stop] != []


def test_an_error_takes_the_focus_and_leads_to_its_field(page: Page) -> None:
    page.goto("/ring-mig-op")
    go_on(page)
    expect(page.locator("#fejl")).to_be_focused()
    tab_to(page, "Skriv, hvad du hedder.")
    page.keyboard.press("Enter")
    page.keyboard.type("Kim")
    expect(page.locator("[name=name]")).to_have_value("Kim")
