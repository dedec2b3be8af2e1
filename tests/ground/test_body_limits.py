"""How much a request may carry: 256 KiB, but for the routes in one table (promise 21)."""

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
