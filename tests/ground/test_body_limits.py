"""How much a request may carry: 256 KiB, but for the routes in one table (promise 21)."""

from time import process_time

import pytest
from flask import Flask

from portal import body_limits
from strict_client import StrictClient

KIB = 1024


def test_the_routes_that_may_be_sent_more_exist(app: Flask) -> None:
    assert set(body_limits.LARGER) <= set(app.view_functions)


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


@pytest.mark.parametrize("path", ["/personale/log-ind", "/ring-mig-op", "/ansoeg/spoergsmaal/navn", "/job"])
def test_p21_a_field_that_is_repeated_is_not_slow(client: StrictClient, path: str) -> None:
    """As often as there is room for: more than 80,000 times."""
    body = (b"a=&" * 100_000)[: body_limits.MOST_BYTES - 1]
    kind = "application/x-www-form-urlencoded"
    began = process_time()
    client.post(path, data=body, content_type=kind)
    assert process_time() - began < 0.5
