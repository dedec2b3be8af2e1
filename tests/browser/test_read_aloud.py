"""Reading aloud, with a stand-in for the voices that a test machine does not have."""

from collections.abc import Callable, Iterator

import pytest
from looking import look
from playwright.sync_api import Browser, Page, expect
from steps import go, window

# Voices that come late, as in real browsers; what is said is noted, and ends when the test says so.
VOICES = """
(() => {
  let voices = [];
  const said = (window.said = []);
  const current = () => said.at(-1);
  speechSynthesis.getVoices = () => voices;
  speechSynthesis.speak = (utterance) => said.push(utterance);
  speechSynthesis.cancel = () => current()?.onerror?.({ error: "canceled" });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.finish = () => current().onend();
  window.arrive = (...arrived) => {
    voices = arrived.map(([lang, name, localService]) => ({ lang, name, localService }));
    speechSynthesis.dispatchEvent(new Event("voiceschanged"));
  };
})();
"""
DANISH = ["da-DK", "Dansk", True]
FAR_AWAY = ["da-DK", "Dansk fra nettet", False]
ENGLISH = ["en-GB", "English", True]
WHAT = "said.map((utterance) => utterance.text)"
MARKED = "[...(CSS.highlights.get('kj-aloud') ?? [])].map(String)"


@pytest.fixture
def opened(chromium: Browser, portal: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the portal on a phone whose voices arrive after the page."""
    context = window(chromium, portal)
    context.add_init_script(VOICES)
    page = context.new_page()

    def open_page(address: str, *voices: list[object]) -> Page:
        page.goto(address)
        page.evaluate("(voices) => arrive(...voices)", list(voices))
        return page

    yield open_page
    context.close()


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_the_page_is_read_sentence_by_sentence_and_the_sentence_is_marked(
    opened: Callable[..., Page],
) -> None:
    page = opened("/ord", DANISH)
    button(page, "Læs op").click()
    first = ["Svære ord", "Her kan du se, hvad ordene betyder."]
    assert (page.evaluate(WHAT), page.evaluate(MARKED)) == (first[:1], first[:1])
    page.evaluate("finish()")
    assert (page.evaluate(WHAT), page.evaluate(MARKED)) == (first, first[1:])


def test_the_voice_is_danish_and_the_machines_own(opened: Callable[..., Page]) -> None:
    page = opened("/", FAR_AWAY, ENGLISH, DANISH)
    button(page, "Læs op").click()
    assert page.evaluate("[said[0].lang, said[0].voice.name]") == ["da-DK", "Dansk"]


@pytest.mark.parametrize("voices", [[], [ENGLISH]], ids=["no voice", "only English"])
def test_without_a_danish_voice_nothing_shows(
    opened: Callable[..., Page], voices: list[list[object]]
) -> None:
    page = opened("/", *voices)
    expect(button(page, "Læs op")).to_be_hidden()
    expect(page.get_by_role("link", name="Tekst og farver").first).to_be_visible()


def test_the_button_comes_when_the_voice_comes(opened: Callable[..., Page]) -> None:
    page = opened("/")
    expect(button(page, "Læs op")).to_be_hidden()
    page.evaluate("(voice) => arrive(voice)", DANISH)
    expect(button(page, "Læs op")).to_be_visible()


def test_what_somebody_writes_is_never_sent_to_a_voice_elsewhere(opened: Callable[..., Page]) -> None:
    expect(button(opened("/", FAR_AWAY), "Læs op")).to_be_visible()
    expect(button(opened("/ansoeg", FAR_AWAY), "Læs op")).to_be_hidden()
    expect(button(opened("/ansoeg", FAR_AWAY, DANISH), "Læs op")).to_be_visible()


def test_a_pause_goes_on_with_the_same_sentence(opened: Callable[..., Page]) -> None:
    page = opened("/ord", DANISH)
    button(page, "Læs op").click()
    page.evaluate("finish()")
    button(page, "Pause").click()
    expect(button(page, "Læs videre")).to_be_focused()
    button(page, "Læs videre").click()
    assert page.evaluate(WHAT)[1:] == ["Her kan du se, hvad ordene betyder."] * 2
    expect(button(page, "Pause")).to_be_focused()


def test_stop_ends_it_and_begins_anew(opened: Callable[..., Page]) -> None:
    page = opened("/ord", DANISH)
    button(page, "Læs op").click()
    page.evaluate("finish()")
    button(page, "Stop").click()
    assert page.evaluate(MARKED) == []
    expect(button(page, "Stop")).to_be_hidden()
    button(page, "Læs op").click()
    assert page.evaluate(WHAT)[-1] == "Svære ord"


def read_to_the_end(page: Page) -> None:
    """Lets the voice finish one sentence after the other until it is silent."""
    for _ in range(page.evaluate("document.querySelector('main').textContent.length")):
        if not button(page, "Pause").is_visible():
            break
        page.evaluate("finish()")


def test_the_end_of_the_page_is_silent(opened: Callable[..., Page]) -> None:
    page = opened("/findes-ikke", DANISH)
    button(page, "Læs op").click()
    read_to_the_end(page)
    expect(button(page, "Læs op")).to_be_visible()
    assert page.evaluate(MARKED) == []


def test_another_speed_counts_at_once(opened: Callable[..., Page]) -> None:
    page = opened("/ord", DANISH)
    button(page, "Læs op").click()
    page.get_by_label("Fart").select_option(label="Langsom")
    assert page.evaluate("said.map((u) => [u.text, u.rate])") == [["Svære ord", 0.95], ["Svære ord", 0.7]]


def test_what_is_folded_away_is_not_read(opened: Callable[..., Page]) -> None:
    page = opened("/job", DANISH)
    go(page.locator("a.kj-card-link").first)
    page.evaluate("(voice) => arrive(voice)", DANISH)
    button(page, "Læs op").click()
    read_to_the_end(page)
    said = page.evaluate(WHAT)
    assert said[0] == page.get_by_role("heading", level=1).inner_text()
    assert "Hvad betyder praktik?" in said
    # Two links side by side are two sentences.
    assert {"Jeg er interesseret", "Ring til os på 36 35 96 60"} <= set(said)
    assert "Du prøver et job i nogle uger uden løn." not in said
    assert said == [words.strip() for words in said if words.strip()]


def test_the_strip_hurts_nobody_while_it_reads(opened: Callable[..., Page]) -> None:
    page = opened("/ord", DANISH)
    look(page)
    button(page, "Læs op").click()
    look(page)
    page.mouse.wheel(0, 4000)
    expect(button(page, "Stop")).to_be_in_viewport()


def test_nothing_is_asked_of_others(opened: Callable[..., Page], portal: str) -> None:
    page = opened("/", DANISH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    button(page, "Læs op").click()
    page.evaluate("finish()")
    assert [address for address in asked if not address.startswith(portal)] == []
