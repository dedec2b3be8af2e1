"""In a real browser: Kim asks to be called, sees how it goes, says more, and withdraws."""

from pathlib import Path

from hands import Opens, answer
from playwright.sync_api import expect
from the_form import heading, record, send


def test_kim_asks_for_a_call_says_more_and_changes_his_mind(opens: Opens, tmp_path: Path) -> None:
    kim = opens()
    kim.page.goto("/ring-mig-op")
    answer(kim, {})
    kim.look()
    answer(kim, {"name": "Kim Kandidat"})
    answer(kim, {"call_phone": "12"})
    answer(kim, {"call_phone": "20112233"})
    answer(kim, {"call_time": "any"})
    kim.look()
    send(kim, "Ja, ring mig op")

    kim.press("Se, hvordan det går")
    kim.look()
    kim.press("Skift telefonnummer")
    answer(kim, {"phone": "12"}, "Gem")
    answer(kim, {"phone": "30303030"}, "Gem")
    expect(kim.page.get_by_role("status").first).to_have_text("Vi har gemt dit nye nummer.")
    kim.press("Sig noget mere")
    kim.press("Send")
    assert kim.page.title().startswith("Fejl: ")
    record(kim, tmp_path)
    kim.look()
    answer(kim, {"words": "Ring om fredagen."}, "Send")
    expect(kim.page.get_by_role("status").first).to_have_text("Tak. Vi har fået det.")

    kim.press("Jeg vil ikke mere")
    kim.look()
    kim.press("Ja, slet det hele")
    heading(kim, "Nu er det slettet")
    kim.look()
