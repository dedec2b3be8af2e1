"""Whatever bytes come in a path, a query, a form or a cookie: never an answer of 500 and above (P20)."""

from urllib.parse import quote_from_bytes

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factories import make_posting
from portal.access import audience_of
from strict_client import StrictClient

NASTY = [
    b"\xff\xfe",
    b"%00",
    b"\x00",
    b"\xe2\x80\xaeabc",
    b"' OR 1=1 --",
    b"../../etc/passwd",
    b"%" * 50,
    b"<script>alert(1)</script>",
    b"A" * 5000,
    "𝕒𝕓𝕔".encode(),
]
QUERY_NAMES = (
    "q",
    "omraade",
    "fag",
    "type",
    "side",
    "sted",
    "km",
    "next",
    "fra",
    "gruppe",
    "kommune",
    "sort",
)


def _public_get_addresses(app: Flask, value: bytes) -> list[str]:
    quoted = quote_from_bytes(value, safe="")
    addresses = []
    for rule in app.url_map.iter_rules():
        audience = audience_of(app.view_functions[rule.endpoint])
        if audience and audience.everyone and "GET" in (rule.methods or set()):
            address = rule.rule
            for name in rule.arguments:
                address = address.replace(f"<path:{name}>", quoted).replace(f"<{name}>", quoted)
            addresses.append(address)
    return addresses


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nasty_bytes_in_any_public_address_are_answered_kindly(
    app: Flask, client: StrictClient, session: Session, value: bytes
) -> None:
    make_posting(session)
    query = "&".join(f"{name}={quote_from_bytes(value, safe='')}" for name in QUERY_NAMES)
    addresses = _public_get_addresses(app, value)
    assert len(addresses) > 10
    answers = {address: client.get(f"{address}?{query}").status_code for address in addresses}
    # 503 is how /readyz says that something is wrong; here nothing is.
    assert {address: status for address, status in answers.items() if status >= 500} == {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.binary(max_size=200), cookie=st.binary(max_size=100), typed=st.binary(max_size=300))
def test_any_bytes_at_all_are_answered(
    client: StrictClient, query: bytes, cookie: bytes, typed: bytes
) -> None:
    headers = {"Cookie": "klapjob=" + cookie.decode("latin-1").translate({10: None, 13: None, 0: None})}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answers = [
        client.get(f"/job?q={quote_from_bytes(query)}", headers=headers).status_code,
        client.post("/ansoeg/spoergsmaal/navn", data=b"name=" + typed, headers=headers | form).status_code,
        client.post("/personale/log-ind", data=b"email=" + typed, headers=headers | form).status_code,
    ]
    assert [status for status in answers if status >= 500] == []


@pytest.mark.parametrize("path", ["/", "/job", "/ansoeg"])
def test_a_host_that_is_not_ours_is_refused(client: StrictClient, path: str) -> None:
    response = client.get(path, headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.text


def test_a_body_that_is_too_large_is_refused(client: StrictClient) -> None:
    response = client.post("/personale/log-ind", data={"email": "a" * 300_000})
    assert response.status_code == 413
