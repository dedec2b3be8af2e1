"""The description of the API is valid OpenAPI 3.1 and says what the API does."""

from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from portal.api import reading
from portal.api.reading import DETAILS
from portal.board import Status
from portal.jobs.incoming import Reason
from pushing import PATH, Push, posting
from strict_client import StrictClient


@pytest.fixture
def document(client: StrictClient) -> dict[str, Any]:
    answer = client.get("/api/v1/openapi.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return dict(answer.get_json())


def schema(document: dict[str, Any], name: str) -> Draft202012Validator:
    """The checker of one part, with what it refers to."""
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", **document})


def test_the_document_is_valid(document: dict[str, Any]) -> None:
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    assert document["openapi"] == "3.1.0"


def test_the_documented_paths_are_those_that_exist(app: Flask, document: dict[str, Any]) -> None:
    documented = {
        (path, method.upper())
        for path, item in document["paths"].items()
        for method in item.keys() & {"get", "post", "put", "patch", "delete"}
    }
    existing = {
        (rule.rule.replace("<path:", "<").replace("<", "{").replace(">", "}"), method)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert documented == existing


def test_the_documented_fields_are_those_that_are_read(document: dict[str, Any]) -> None:
    fields = document["components"]["schemas"]["Posting"]["properties"]
    assert set(fields) == {"reference", *reading.FIELDS}
    longest = {name: rules["maxLength"] for name, rules in fields.items() if "maxLength" in rules}
    for name, limit in longest.items():
        too_long = reading.read_posting(posting(**{name: "x" * (limit + 1)}))
        assert too_long.detail, name
        assert not reading.read_posting(posting(**{name: "x" * limit})).detail, name


def test_the_documented_statuses_and_reasons_are_those_that_are_given(document: dict[str, Any]) -> None:
    result = document["components"]["schemas"]["Result"]["properties"]
    assert result["status"]["enum"] == [status.value for status in Status]
    assert set(result["reason"]["enum"]) == {reason.name.lower() for reason in {*DETAILS, Reason.UNREADABLE}}


@pytest.mark.usefixtures("one_day")
@pytest.mark.parametrize(
    "changes", [{}, {"deadline": "2030-01-01"}, {"job_type": "fleksjob"}, {"employer": None}]
)
def test_what_fits_the_document_is_taken_in(
    push: Push, document: dict[str, Any], changes: dict[str, Any]
) -> None:
    batch = {"postings": [posting(**changes)]}
    assert list(schema(document, "Batch").iter_errors(batch)) == []
    answer = push(*batch["postings"]).get_json()
    assert answer["results"][0]["status"] == "new"
    assert list(schema(document, "Results").iter_errors(answer)) == []


@pytest.mark.parametrize("wrong", [{"cvr": "1"}, {"hours_min": 49}, {"job_type": "x"}, {"more": 1}])
def test_what_the_document_forbids_is_refused(
    push: Push, document: dict[str, Any], wrong: dict[str, Any]
) -> None:
    batch = {"postings": [posting(**wrong)]}
    assert list(schema(document, "Batch").iter_errors(batch)) != []
    answer = push(*batch["postings"]).get_json()
    assert answer["results"][0]["status"] == "refused"
    assert list(schema(document, "Results").iter_errors(answer)) == []


def test_errors_are_the_documented_problems(client: StrictClient, document: dict[str, Any]) -> None:
    answer = client.post(PATH)
    assert list(schema(document, "Problem").iter_errors(answer.get_json())) == []
