"""What the stories of the form share: short ways through it, the receipt, and where staff find a case."""

import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hands import Hands, Keyboard, answer
from playwright.sync_api import Page, expect
from steps import go, sign_in

from portal import tickets

# Nothing but what must be answered, of the person and for another.
SHORT = {
    "navn": {"name": "Kim Kandidat"},
    "kontakt": {"phone": "20112233"},
    "sted": {},
    "hvad-passer": {"fits": "disability_pension"},
    "arbejde": {"trades": ["shop"]},
    "fortael-mere": {"tell_more": "no"},
    "ja-til-at-gemme": {"consent": "yes"},
}


def begin(hands: Hands) -> None:
    """Starts the form without a job."""
    hands.page.goto("/ansoeg")
    hands.press("Start")


def fill_in(hands: Hands, questions: Mapping[str, Mapping[str, Any]]) -> None:
    """Answers these questions, which come one after the other in this order."""
    for slug, answers in questions.items():
        assert slug_of(hands) == slug
        answer(hands, answers)


def slug_of(hands: Hands) -> str:
    """The last part of the address; who jumped over the menu carries a fragment along."""
    return urlsplit(hands.page.url).path.rpartition("/")[2]


def heading(hands: Hands, words: str) -> None:
    """Fails where the page has another heading."""
    expect(hands.page.get_by_role("heading", level=1)).to_have_text(words)


def code_on(page: Page) -> str:
    """The number that a page tells in bold."""
    return page.locator("main strong.kj-nowrap").first.inner_text()


def send(hands: Hands, words: str = "Send") -> str:
    """Sends what stands on the page for checking; gives the number on the receipt."""
    hands.press(words)
    heading(hands, "Tak. Vi har fået dine svar.")
    return code_on(hands.page)


def find_case(desk: Page, reference: str) -> str:
    """Sanne of the secretariat searches for a case and opens it; gives its address."""
    sign_in(desk, "sanne@demo.example").goto("/personale/soeg")
    desk.get_by_label("Navn, telefon, mail eller sagsnummer").fill(tickets.plain(reference))
    go(desk.get_by_role("button", name="Søg"))
    go(desk.locator("a.kj-card-link").first)
    return desk.url


# Settled when the microphone has been heard for a moment: a recording of nothing is no recording. Who began
# to record before that has been heard too.
HEARD = """
async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  await new Promise((heard) => {
    let pieces = 0;
    recorder.ondataavailable = ({ data }) => data.size && ++pieces === 3 && heard();
    recorder.start(50);
  });
  recorder.stop();
  stream.getTracks().forEach((track) => track.stop());
}
"""


def record(hands: Hands, folder: Path) -> None:
    """Says something: with scripts into the page, without them with the phone's own recorder."""
    if isinstance(hands, Keyboard):
        hands.use("Optag")
        expect(hands.page.get_by_text("Vi optager nu.")).to_be_visible()
        hands.page.evaluate(HEARD)
        hands.use("Stop")
        expect(hands.page.get_by_label("Din nye optagelse")).to_be_visible()
        return
    with wave.open(str(folder / "kim.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0\1" * 8000)
    hands.choose_file("voice", str(folder / "kim.wav"))
