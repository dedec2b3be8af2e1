"""Nobody is led to another site, and no address is built from what a request says (P31, P32)."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_posting, make_staff, sign_in
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from portal.staff import forgetting
from strict_client import StrictClient
from whole_portal import addresses, fill

EVIL = "evil.example"
ELSEWHERE = [
    f"//{EVIL}",
    f"/\\{EVIL}",
    f"https://{EVIL}",
    f"https:{EVIL}",
    f"\t//{EVIL}",
    f"//x@{EVIL}",
    f"/personale//{EVIL}",
    f"javascript:alert('{EVIL}')",
]
# What addresses and forms call the page to go to.
NAMES = ("next", "tilbage", "fra", "url", "return", "redirect", "videre")


def test_p31_no_route_leads_to_another_site(app: Flask, session: Session) -> None:
    whole = fill(app, session)
    client = sign_in(app.test_client(), make_staff(session, *Role, name="Alma Alt"))
    led_away = []
    for number, (rule, method, address) in enumerate(addresses(app, whole, {"GET", "POST"})):
        if rule.rule.endswith(".pdf"):
            continue
        typed = dict.fromkeys(NAMES, ELSEWHERE[number % len(ELSEWHERE)])
        for browser in (app.test_client(), client):
            with browser.open(address, method=method, query_string=typed, data=typed) as response:
                if EVIL in (response.location or "").partition("?")[0]:
                    led_away.append((method, rule.rule, response.location))
    assert led_away == []


@pytest.mark.parametrize("header", ["Host", "X-Forwarded-Host", "X-Host", "Forwarded"])
@pytest.mark.parametrize("path", ["/", "/job", "/ansoeg", "/personale/log-ind", "/sitemap.xml", "/job.rss"])
def test_p32_a_foreign_host_is_not_repeated(app: Flask, session: Session, header: str, path: str) -> None:
    make_posting(session)
    value = f"host={EVIL}" if header == "Forwarded" else EVIL
    response = app.test_client().get(path, headers={header: value})
    assert response.status_code == (400 if header == "Host" else 200)
    assert EVIL not in response.text
    assert EVIL not in str(response.headers)


def test_p32_links_in_mails_come_from_the_settings(
    app: Flask, client: StrictClient, session: Session
) -> None:
    staff = make_staff(session)
    typed = client.form(client.get("/personale/glemt-adgangskode"), email=staff.email)
    client.post("/personale/glemt-adgangskode", data=typed, headers={"X-Forwarded-Host": EVIL})
    session.rollback()
    with app.test_request_context(method="POST", base_url="http://127.0.0.1"):
        forgetting.write_to_them(session)
    text = session.scalars(select(OutboxMessage)).one().text
    assert ("http://localhost:8000/personale/ny-adgangskode/" in text, EVIL in text) == (True, False)
