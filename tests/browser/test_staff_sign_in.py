"""Signing in in a real browser: a passkey from the making to its replay, and two minutes before the end."""

from collections.abc import Iterator

import pytest
from looking import hurts, look
from playwright.sync_api import Browser, Page, expect
from steps import DESKTOP, PHONE, go, sign_in, window

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

SUGGESTS_NOTHING = "delete PublicKeyCredential.isConditionalMediationAvailable"
"""A browser that knows passkeys, but offers none in the mail field: there the button is the way in."""


@pytest.fixture
def page(chromium: Browser, portal: str) -> Iterator[Page]:
    """A browser on a computer that can keep passkeys."""
    page = _on_a_computer(chromium, portal)
    yield page
    page.context.close()


def _on_a_computer(chromium: Browser, portal: str, *, unlocks: bool = True) -> Page:
    page = window(chromium, portal, viewport=DESKTOP).new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = AUTHENTICATOR | {"isUserVerified": unlocks}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return page


def test_p2_p9_a_passkey_signs_in_by_suggestion_and_by_button_and_cannot_be_replayed(page: Page) -> None:
    """The device answers the browser's suggestion by itself, like somebody who picks it in the mail field."""
    sign_in(page, "erik@demo.example")
    page.goto("/personale/sikkerhed/noegle")
    page.get_by_label("Hvor ligger den?").fill("Min computer")
    go(page.get_by_role("button", name="Lav adgangsnøglen"))
    assert page.locator(".kj-codes li").count() == 10
    look(page)
    page.context.clear_cookies()
    with page.expect_navigation(url="**/personale/jobopslag"):
        page.goto("/personale/log-ind", wait_until="commit")
    page.context.clear_cookies()
    page.add_init_script(SUGGESTS_NOTHING)
    page.goto("/personale/log-ind")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        go(page.get_by_role("button", name="Log ind med adgangsnøgle"))
    assert page.url.endswith("/personale/jobopslag")
    go(page.get_by_role("link", name="Mit log-ind"))
    page.get_by_text("Min computer").first.wait_for()
    look(page)
    assert _sent_again(page, str(sent.value.post_data)) == 422


def test_p2_a_device_that_does_not_unlock_makes_no_passkey_and_what_was_typed_stays(
    chromium: Browser, portal: str
) -> None:
    page = _on_a_computer(chromium, portal, unlocks=False)
    sign_in(page, "erik@demo.example")
    page.goto("/personale/sikkerhed/noegle")
    page.get_by_label("Hvor ligger den?").fill("Min telefon")
    page.get_by_role("button", name="Lav adgangsnøglen").click()
    expect(page.get_by_text("vælg adgangskode og app")).to_be_visible()
    expect(page.get_by_label("Hvor ligger den?")).to_have_value("Min telefon")
    page.context.close()


def _sent_again(page: Page, data: str) -> int:
    """What the same answer gets from a browser that has stolen it, with a good token of its own."""
    page.context.clear_cookies()
    page.goto("/personale/log-ind")
    return int(
        page.evaluate(
            """async (data) => {
              const body = new URLSearchParams(data);
              body.set("csrf_token", document.querySelector("[name=csrf_token]").value);
              return (await fetch("/personale/log-ind/noegle", {method: "POST", body})).status;
            }""",
            data,
        )
    )


def test_the_pages_of_signing_in_hurt_nobody(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto("/personale/glemt-adgangskode")
    found = hurts(page)
    page.get_by_label("Mail").fill("erik@demo.example")
    go(page.get_by_role("button", name="Send mig et link"))
    found += hurts(page)
    page.goto("/personale/velkommen/findes-ikke")
    found += hurts(page)
    sign_in(page, "erik@demo.example")
    for path in ("", "/noegle", "/app", "/adgangskode"):
        page.goto(f"/personale/sikkerhed{path}")
        found += hurts(page)
    assert found == []


def test_p6_two_minutes_before_the_end_one_press_goes_on(page: Page) -> None:
    page.clock.install()
    sign_in(page, "erik@demo.example")
    box = page.get_by_role("alertdialog")
    # A minute to spare: meanwhile the clock goes on by itself.
    page.clock.fast_forward("57:00")
    assert box.is_hidden()
    page.clock.fast_forward("01:05")
    box.wait_for()
    stay = page.get_by_role("button", name="Bliv logget ind")
    expect(stay).to_be_focused()
    with page.expect_response("**/bliv-logget-ind") as answer:
        stay.press("Enter")
    assert answer.value.status == 204
    box.wait_for(state="hidden")
    page.clock.fast_forward("57:00")
    assert box.is_hidden()
