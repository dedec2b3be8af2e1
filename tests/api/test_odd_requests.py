"""Whatever a partner's program sends, the answer is JSON that says what is wrong, never a failure of ours."""

import json
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.api import reading
from portal.api.reading import BatchError
from pushing import PATH, Push, posting
from strict_client import StrictClient

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
POSTINGS = st.fixed_dictionaries(
    {"reference": st.text(max_size=5) | JSON, "title": st.text(max_size=20) | JSON},
    optional={name: st.text(max_size=20) | JSON for name in reading.FIELDS if name != "title"},
)


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"", "The body is not JSON in UTF-8."),
        (b"\xff", "The body is not JSON in UTF-8."),
        (b"{", "The body is not JSON in UTF-8."),
        (b'{"postings": [NaN]}', "The body is not JSON in UTF-8."),
        (b"[" * 100_000, "The body is not JSON in UTF-8."),
        (b'{"postings": [' + b"1" * 5000 + b"]}", "The body is not JSON in UTF-8."),
        (b"[]", 'The body must be an object with "postings" and nothing else.'),
        (b'{"postings": [], "more": 1}', 'The body must be an object with "postings" and nothing else.'),
        (b'{"postings": []}', "A batch has 1 to 100 postings."),
        (b'{"postings": {}}', "A batch has 1 to 100 postings."),
        (json.dumps({"postings": [0] * 101}).encode(), "A batch has 1 to 100 postings."),
    ],
)
def test_a_body_that_is_no_batch_is_refused_as_a_whole(
    client: StrictClient, headers: dict[str, str], body: bytes, detail: str
) -> None:
    answer = client.post(PATH, data=body, content_type="application/json", headers=headers)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.get_json()["detail"] == detail


def test_a_batch_may_have_2_mib_and_no_more(client: StrictClient, headers: dict[str, str]) -> None:
    def push(size: int) -> int:
        body = json.dumps({"postings": [posting()]}).encode()
        padded = body + b" " * (size - len(body))
        return client.post(PATH, data=padded, content_type="application/json", headers=headers).status_code

    assert push(2 * 1024 * 1024) == 200
    assert push(2 * 1024 * 1024 + 1) == 413


def test_a_form_is_no_batch(client: StrictClient, headers: dict[str, str]) -> None:
    assert client.post(PATH, data={"postings": "[]"}, headers=headers).status_code == 415


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", PATH, 405), ("PUT", f"{PATH}/a", 405), ("GET", "/api/v1/nothing", 404), ("POST", "/api/", 404)],
)
def test_programs_get_every_error_as_json(client: StrictClient, method: str, path: str, status: int) -> None:
    answer = client.open(path, method=method)
    assert (answer.status_code, answer.mimetype, answer.get_json()["status"]) == (
        status,
        "application/problem+json",
        status,
    )


def test_an_unexpected_failure_is_json_too(
    app: Flask, client: StrictClient, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app.testing = False
    monkeypatch.setitem(app.extensions, "board", None)
    answer = client.post(PATH, json={"postings": [posting()]}, headers=headers)
    assert answer.get_json() == {"type": "about:blank", "title": "Internal Server Error", "status": 500}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(POSTINGS | JSON, min_size=1, max_size=3))
def test_any_json_gets_a_status_for_each_posting(
    client: StrictClient, headers: dict[str, str], postings: list[Any]
) -> None:
    body = json.dumps({"postings": postings}).replace("NaN", "0").replace("Infinity", "1e999")
    answer = client.post(PATH, data=body, content_type="application/json", headers=headers)
    if answer.status_code != 429:
        statuses = {result["status"] for result in answer.get_json()["results"]}
        assert statuses <= {"new", "changed", "unchanged", "refused"}
        assert len(answer.get_json()["results"]) == len(postings)


@given(st.binary())
def test_any_bytes_are_a_batch_or_refused(body: bytes) -> None:
    try:
        assert reading.read_batch(body)
    except BatchError as error:
        assert str(error)  # noqa: PT017 - both ends are right


def test_a_refused_posting_is_not_repeated_in_the_answer(push: Push) -> None:
    answer = push({"reference": "a", "title": "x", "<script>": "secret"})
    assert "secret" not in answer.text
