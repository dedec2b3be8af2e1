"""Absurd bytes in every form, header and path of every route: never an answer of 500 and above (P20, P21)."""

from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal.access import public
from portal.models.staff import Role
from strict_client import StrictClient
from whole_portal import UNSAFE, addresses, fill

NASTY = (b"\xff\xfe\x00", b"\xed\xa0\x80", b"%00%ff", b"\xe2\x80\xae\xef\xbb\xbf", b"[" * 2000, b"9" * 4000)
FIELDS = b"&".join(
    name + b"=" for name in (b"name", b"email", b"code", b"do", b"version", b"password", b"credential")
)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# What would end the session that the rest of the walk needs.
ENDING = {"staff.sign_out", "staff.end_all_sessions", "staff.new_codes"}
# The client of the tests takes whole pages only.
PARTS_OF_PAGES = {"/personale/jobopslag/udseende"}
HEADERS = (
    "Cookie",
    "Accept-Language",
    "Referer",
    "Origin",
    "If-None-Match",
    "Range",
    "Authorization",
    "X-Forwarded-For",
)


def _everybody(app: Flask, session: Session) -> StrictClient:
    client: StrictClient = sign_in(app.test_client(), make_staff(session, *Role, name="Alma Alt"))
    return client


def _troubles(app: Flask, session: Session) -> list[tuple[str, int]]:
    whole, client = fill(app, session), _everybody(app, session)
    token = str(client.form(client.get("/personale/mit-log-ind"))["csrf_token"]).encode()
    troubles = []
    for number, (rule, method, address) in enumerate(addresses(app, whole, UNSAFE)):
        if rule.endpoint in ENDING or rule.rule in PARTS_OF_PAGES:
            continue
        value = NASTY[number % len(NASTY)]
        body = b"csrf_token=" + token + b"&" + FIELDS.replace(b"=", b"=" + value)
        for kind in (
            FORM,
            {"Content-Type": "multipart/form-data; boundary=\xff"},
            {"Content-Type": "application/json"},
        ):
            status = client.open(address, method=method, data=body, headers=kind).status_code
            if status >= 500:
                troubles.append((f"{method} {rule.rule}", status))
    return troubles


def test_p20_any_bytes_in_any_form_are_answered(app: Flask, session: Session) -> None:
    app.testing = False
    assert _troubles(app, session) == []


def test_p20_a_route_that_breaks_is_found(app: Flask, session: Session) -> None:
    app.add_url_rule("/planted", "planted", public(lambda: str(1 // 0)), methods=["POST"])
    app.testing = False
    assert {route for route, _ in _troubles(app, session)} == {"POST /planted"}


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("value", ["\xff\xfe", "%00", "a" * 8000, "bytes=-1--1", '"; W/', "a=b; c"])
def test_p20_any_header_is_answered(app: Flask, header: str, value: str) -> None:
    with app.test_client().get("/job", headers={header: value}) as response:
        assert response.status_code < 500


@pytest.mark.parametrize("value", ["\x00", "\u202e", "🦊" * 60, "..%2f..%2fetc", "a" * 3000])
def test_p20_any_name_in_a_path_of_staff_is_answered(app: Flask, session: Session, value: str) -> None:
    client = _everybody(app, session)
    paths = ("sag", "kilder/kilde", "jobopslag", "konti", "breve", "gemt-tekst", "venteliste")
    answers = {path: client.get(f"/personale/{path}/{quote(value)}").status_code for path in paths}
    assert {path: status for path, status in answers.items() if status >= 500} == {}
