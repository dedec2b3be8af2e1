"""P50 and P51: the security headers of every kind of answer, word for word."""

from pathlib import Path

import pytest
from flask import Flask

from conftest import settings_for
from portal import headers
from portal.app import create_app
from portal.db import db
from strict_client import StrictClient

EVERYWHERE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
}
PUBLIC = [
    "/",
    "/job",
    "/findes-ikke",
    "/static/css/portal.css",
    "/static/nothing",
    "/healthz",
    "/job.rss",
    "/api/v1/postings",
]
PERSONAL = [
    "/personale/log-ind",
    "/ansoeg",
    "/min-ansoegning",
    "/ring-mig-op",
    "/personale/findes-ikke",
    "/ja/nothing",
    "/stadig/nothing",
    "/kan-jeg/hvad-passer",
]


@pytest.mark.parametrize("path", PUBLIC + PERSONAL)
def test_every_answer_carries_them_also_the_second_time(client: StrictClient, path: str) -> None:
    for _ in range(2):
        with client.get(path) as answer:
            sent = answer.headers
        assert {name: sent.get(name) for name in EVERYWHERE} == EVERYWHERE
        assert "Server" not in sent


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_tells_other_sites_no_more_than_its_origin(client: StrictClient, path: str) -> None:
    with client.get(path) as answer:
        assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("path", PERSONAL)
def test_a_personal_page_tells_other_sites_nothing_and_is_kept_nowhere(
    client: StrictClient, path: str
) -> None:
    sent = client.get(path).headers
    assert (sent["Referrer-Policy"], sent["Cache-Control"]) == ("same-origin", "no-store")


def test_transport_security_is_demanded_over_https_only(app: Flask, portal_folder: Path) -> None:
    secure = create_app(
        settings_for(portal_folder, base_url="https://job.example", trusted_hosts=("job.example",))
    )
    answer = secure.test_client().get("/", base_url="https://job.example")
    with secure.app_context():
        db.engine.dispose()
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in app.test_client().get("/healthz").headers


def test_a_wrong_method_carries_them_too(client: StrictClient) -> None:
    sent = client.delete("/job").headers
    assert {name: sent.get(name) for name in EVERYWHERE} == EVERYWHERE


def test_every_address_that_holds_a_secret_is_personal(app: Flask) -> None:
    secret = [rule.rule for rule in app.url_map.iter_rules() if "token" in rule.arguments]
    assert len(secret) > 5
    assert [rule for rule in secret if not headers.is_personal(rule)] == []
