"""In a real browser: an answer is spoken, heard, deleted and spoken again; without scripts a file does it."""

from pathlib import Path

from hands import Keyboard, Opens, answer
from playwright.sync_api import expect
from the_form import HEARD, begin, record

QUESTION = "/ansoeg/spoergsmaal"
CAN_BE_HEARD = """
sound => new Promise(done => { sound.onerror = () => done('error');
  if (sound.readyState) done('heard'); sound.onloadedmetadata = () => done('heard'); })
"""


def test_kim_speaks_listens_and_speaks_again(opens: Opens, tmp_path: Path) -> None:
    kim = opens()
    begin(kim)
    answer(kim, {"who": "self"})
    for slug, answers in (
        ("fortael-mere", {"tell_more": "yes"}),
        ("skrive-eller-tale", {"more_how": "speak"}),
    ):
        kim.page.goto(f"{QUESTION}/{slug}")
        answer(kim, answers)
    expect(kim.page.get_by_role("heading", level=1)).to_contain_text("Sig det til os")
    record(kim, tmp_path)
    if isinstance(kim, Keyboard):
        kim.look()
        _delete_and_send_while_speaking(kim)
    else:
        kim.press("Næste")
    kim.press("Tilbage")
    player = kim.page.get_by_label("Din optagelse", exact=True)
    expect(player).to_be_visible()
    if isinstance(kim, Keyboard):
        assert player.evaluate(CAN_BE_HEARD) == "heard"
    kim.press("Slet optagelsen")
    expect(player).to_have_count(0)


def _delete_and_send_while_speaking(kim: Keyboard) -> None:
    kim.use("Slet")
    expect(kim.page.get_by_role("button", name="Optag")).to_be_focused()
    expect(kim.page.get_by_label("Din nye optagelse")).to_be_hidden()
    kim.use("Optag")
    expect(kim.page.get_by_text("Vi optager nu.")).to_be_visible()
    kim.page.evaluate(HEARD)
    with kim.page.expect_navigation(url=f"**{QUESTION}/ja-til-at-gemme*"):
        kim.use("Næste")
