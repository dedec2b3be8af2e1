"""Two ways to use a page: by touch, and by keyboard alone.

A story is told once with scripts by keyboard, and once without scripts by touch. axe is a script, so pages
are looked at in the first; they are the same ones in the second.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from looking import look
from playwright.sync_api import Page, expect
from steps import choose, go, press_enter

MOST_STOPS = 100
# A body that has the focus is nothing in particular.
FOCUSED = """
() => { const e = document.activeElement, is = kind => e.matches(kind);
  return {name: e.name || '', value: e.value || '', type: e.type || '', checked: Boolean(e.checked),
          skips: is('.govuk-skip-link'), words: is('a, button, summary') ? e.textContent.trim() : ''} }
"""


class Hands(Protocol):
    """Somebody who uses a page."""

    @property
    def page(self) -> Page:
        """The page as it stands."""

    def give(self, answers: Mapping[str, Any]) -> None:
        """Types or chooses each answer; nothing given is a question skipped."""

    def use(self, words: str) -> None:
        """Presses what has these words and stays on the page."""

    def press(self, words: str) -> None:
        """Presses what has these words, and waits for the page that it leads to."""

    def choose_file(self, name: str, path: str) -> None:
        """Hands in a file."""

    def look(self) -> None:
        """Fails where the page would hurt somebody."""


Opens = Callable[[], Hands]
# Signs somebody in by the name before the @.
AtWork = Callable[[str], "Touch"]


def answer(hands: Hands, answers: Mapping[str, Any], words: str = "Næste") -> None:
    """Gives the answers of one page and goes on."""
    hands.give(answers)
    hands.press(words)


@dataclass(frozen=True)
class Touch:
    """Somebody who taps."""

    page: Page

    def give(self, answers: Mapping[str, Any]) -> None:
        for name, given in answers.items():
            choose(self.page, name, given)

    def use(self, words: str) -> None:
        self._named(words).click()

    def press(self, words: str) -> None:
        go(self._named(words))

    def choose_file(self, name: str, path: str) -> None:
        self.page.locator(f"input[type=file][name={name}]").set_input_files(path)

    def look(self) -> None:
        pass

    def _named(self, words: str):  # type: ignore[no-untyped-def]
        button = self.page.get_by_role("button", name=words, exact=True)
        return button.or_(self.page.get_by_role("link", name=words, exact=True)).first


@dataclass(frozen=True)
class Keyboard:
    """Somebody without a mouse: Tab, Space, arrows, Enter. Is never caught, never meets the hidden trap."""

    page: Page

    def give(self, answers: Mapping[str, Any]) -> None:
        for name, given in answers.items():
            for value in filter(None, given if isinstance(given, list) else [given]):
                self._give(name, value)

    def use(self, words: str) -> None:
        self._reach(lambda found: found["words"] == words, words)
        self.page.keyboard.press("Enter")

    def press(self, words: str) -> None:
        self._reach(lambda found: found["words"] == words, words)
        press_enter(self.page)

    def choose_file(self, name: str, path: str) -> None:
        self._reach(lambda found: found["name"] == name, name)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(path)

    def look(self) -> None:
        look(self.page)

    def _give(self, name: str, value: str) -> None:
        is_one_of = self.page.locator(f"input[type=checkbox][name={name}]").count() > 0
        found = self._reach(lambda it: it["name"] == name and (not is_one_of or it["value"] == value), name)
        if found["type"] == "radio":
            self._move_to(value)
        elif found["type"] == "checkbox":
            self.page.keyboard.press("Space")
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(value)

    def _move_to(self, value: str) -> None:
        """Within radio buttons: Space takes the one at hand, arrows take the next."""
        self.page.keyboard.press("Space")
        for _ in range(MOST_STOPS):
            if self.page.evaluate(FOCUSED)["value"] == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not reached with arrows on {self.page.url}")

    def _reach(self, is_wanted: Callable[[Mapping[str, Any]], bool], what: str) -> Mapping[str, Any]:
        """Presses Tab until what is wanted has the focus; jumps over the menu as the page offers."""
        for _ in range(MOST_STOPS):
            found: Mapping[str, Any] = self.page.evaluate(FOCUSED)
            assert found["name"] != "website", "the hidden trap is a stop on the way"
            if is_wanted(found):
                return found
            if found["skips"]:
                self.page.keyboard.press("Enter")
                expect(self.page.locator("#indhold")).to_be_focused()
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} is not reached with Tab on {self.page.url}")
