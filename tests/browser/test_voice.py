"""In a real browser: an answer is spoken, heard, deleted and spoken again; without scripts a file does it."""

import wave
from pathlib import Path

import pytest
from looking import look
from playwright.sync_api import Page, expect
from steps import answer, begin, go

QUESTION = "/ansoeg/spoergsmaal"


@pytest.fixture
def asked(page: Page) -> Page:
    """A browser at the question that is answered by voice."""
    begin(page)
    answer(page, {"who": "self"})
    for slug, answers in (
        ("fortael-mere", {"tell_more": "yes"}),
        ("skrive-eller-tale", {"more_how": "speak"}),
    ):
        page.goto(f"{QUESTION}/{slug}")
        answer(page, answers)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sig det til os")
    return page


def speak(page: Page) -> None:
    page.get_by_role("button", name="Optag").click()
    expect(page.get_by_text("Vi optager nu.")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_label("Din nye optagelse")).to_be_visible()


@pytest.mark.parametrize("context", [True], indirect=True, ids=["with JavaScript"])
def test_kim_speaks_listens_and_speaks_again(asked: Page) -> None:
    look(asked)
    speak(asked)
    look(asked)
    asked.get_by_role("button", name="Slet").click()
    expect(asked.get_by_role("button", name="Optag")).to_be_focused()
    expect(asked.get_by_label("Din nye optagelse")).to_be_hidden()
    # By keyboard, and Næste while still speaking.
    asked.keyboard.press("Enter")
    expect(asked.get_by_text("Vi optager nu.")).to_be_visible()
    with asked.expect_navigation(url=f"**{QUESTION}/ja-til-at-gemme"):
        asked.get_by_role("button", name="Næste", exact=True).click()
    go(asked.get_by_role("link", name="Tilbage"))
    player = asked.get_by_label("Din optagelse", exact=True)
    expect(player).to_be_visible()
    assert (
        player.evaluate(
            "sound => new Promise(done => { sound.onerror = () => done('error'); "
            "if (sound.readyState) done('heard'); sound.onloadedmetadata = () => done('heard'); })"
        )
        == "heard"
    )
    look(asked)
    go(asked.get_by_role("button", name="Slet optagelsen"))
    expect(player).to_have_count(0)


@pytest.mark.parametrize("context", [False], indirect=True, ids=["without JavaScript"])
def test_without_scripts_a_phones_own_recording_is_sent(asked: Page, tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "kim.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0\1" * 8000)
    asked.get_by_label("Sig det til os").set_input_files(tmp_path / "kim.wav")
    go(asked.get_by_role("button", name="Næste", exact=True))
    go(asked.get_by_role("link", name="Tilbage"))
    expect(asked.get_by_label("Din optagelse", exact=True)).to_be_visible()
