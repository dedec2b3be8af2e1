"""In a real browser: at every question of the form somebody first errs, and is told kindly what to do."""

from hands import Opens, answer
from playwright.sync_api import Page, expect
from steps import begin as begin_at
from steps import go
from the_form import begin, heading, slug_of

from apply.filling import KIM, MOTHER

# The longest way, on which most can go wrong: a helper who wants the answers too.
ALL = MOTHER | {
    "hvem-faar-svar": {"answers_to": "both"},
    "din-mail": {"helper_mail": "mona@example.com"},
    **{slug: typed for slug, typed in KIM.items() if slug != "hvem"},
}
WRONG = {
    "hvem": {},
    "har-du-faaet-ja": {"person_knows": "no"},
    "dit-navn": {},
    "kender-hinanden": {},
    "dit-telefonnummer": {"helper_phone": "ring til mig"},
    "din-mail": {"helper_mail": "mona@"},
    "navn": {},
    "kontakt": {"phone": "2011"},
    "sted": {"place": "Langtbortistan"},
    "kommune": {},
    "hvad-passer": {},
    "foedselsaar": {"birth_year": "86"},
    "mere": {"more": "Mit CPR er 010190-1234"},
    "ja-til-at-gemme": {"consent": "no"},
}
# One page of each kind with its error, and the kinds that may only be skipped.
LOOKED_AT = set("hvem dit-navn dit-telefonnummer kontakt sted foedselsaar mere ja-til-at-gemme".split())
ONLY_SKIPPED = {"arbejde", "timer"}


def test_every_error_says_what_to_do_and_leads_there(opens: Opens) -> None:
    mona = opens()
    begin(mona)
    for slug, answers in ALL.items():
        assert slug_of(mona) == slug
        if slug in ONLY_SKIPPED:
            mona.look()
        if slug in WRONG:
            answer(mona, WRONG[slug])
            assert mona.page.title().startswith("Fejl: ")
            expect(mona.page.locator("#fejl")).to_be_focused()
            if slug in LOOKED_AT:
                mona.look()
            link = mona.page.locator("#fejl a").first
            field = str(link.get_attribute("href"))
            mona.use(link.inner_text())
            expect(mona.page.locator(field)).to_be_focused()
        answer(mona, answers)
    heading(mona, "Er dine svar rigtige?")


def test_errors_are_read_first_though_the_browser_goes_to_the_content_late(desk: Page) -> None:
    """As on a slow phone, where the address still ends in #indhold from jumping over the menu."""
    begin_at(desk)
    go(desk.get_by_role("button", name="Næste"))
    expect(desk.locator("#fejl")).to_be_focused()
    desk.evaluate("document.getElementById('indhold').focus()")
    expect(desk.locator("#fejl")).to_be_focused()


def test_who_has_pressed_something_is_not_moved_back_to_the_errors(desk: Page) -> None:
    begin_at(desk)
    go(desk.get_by_role("button", name="Næste"))
    expect(desk.locator("#fejl")).to_be_focused()
    desk.keyboard.press("Tab")
    desk.evaluate("document.getElementById('indhold').focus()")
    expect(desk.locator("#indhold")).to_be_focused()
