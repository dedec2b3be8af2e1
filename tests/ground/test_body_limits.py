"""How much a request may carry: 256 KiB, but for the routes in one table (promise 21), and P19."""

from time import process_time

import pytest
from flask import Flask, request

from portal import access, body_limits
from strict_client import StrictClient

KIB = 1024


def test_the_routes_that_may_be_sent_more_exist(app: Flask) -> None:
    assert set(body_limits.LARGER) <= set(app.view_functions)


def test_p21_the_table_of_exceptions_is_this_one() -> None:
    """In MiB, with a little room for what surrounds a file in its form."""
    assert (body_limits.MOST_BYTES, body_limits.MOST_PARTS) == (256 * KIB, 100)
    assert {endpoint: round(most / KIB**2, 2) for endpoint, most in body_limits.LARGER.items()} == {
        "speaking.answer": 3.06,
        "adding.add": 3.06,
        "feeds.upload_sheet": 5.25,
        "arrivals.upload": 5.25,
        "municipalities.keep_photo": 10.25,
        "consultants.keep_photo": 10.25,
        "municipalities.upload_leaflet": 10.25,
        "api.push": 2,
    }


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/personale/log-ind", "application/x-www-form-urlencoded"),
        ("/personale/log-ind", "multipart/form-data; boundary=x"),
    ],
)
def test_a_form_that_is_too_large_is_refused(client: StrictClient, path: str, content_type: str) -> None:
    body = b"email=" + b"x" * (256 * KIB)
    answer = client.post(path, data=body, content_type=content_type)
    assert answer.status_code == 413


def test_p21_json_is_no_way_around(client: StrictClient) -> None:
    body = b'{"name": "' + b"x" * (256 * KIB) + b'"}'
    assert client.post("/ring-mig-op", data=body, content_type="application/json").status_code == 413


def test_p21_more_than_a_hundred_parts_are_refused(client: StrictClient) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na\r\n'
    body, kind = part * (body_limits.MOST_PARTS + 1) + b"--x--\r\n", "multipart/form-data; boundary=x"
    assert client.post("/personale/log-ind", data=body, content_type=kind).status_code == 413


@pytest.mark.parametrize(("typed", "read"), [(200, 200), (201, 200), (100_000, 200)])
def test_p19_a_value_in_an_address_has_at_most_200_characters(app: Flask, typed: int, read: int) -> None:
    app.add_url_rule("/laest", "laest", access.public(lambda: {"q": request.args.getlist("q")}))
    answer = app.test_client().get("/laest", query_string={"q": ["æ" * typed, "kort"]})
    assert answer.json == {"q": ["æ" * read, "kort"]}


@pytest.mark.parametrize("path", ["/personale/log-ind", "/ring-mig-op", "/ansoeg/spoergsmaal/navn", "/job"])
def test_p21_a_field_that_is_repeated_is_not_slow(client: StrictClient, path: str) -> None:
    """As often as there is room for: more than 80,000 times."""
    body = (b"a=&" * 100_000)[: body_limits.MOST_BYTES - 1]
    kind = "application/x-www-form-urlencoded"
    began = process_time()
    client.post(path, data=body, content_type=kind)
    assert process_time() - began < 3
