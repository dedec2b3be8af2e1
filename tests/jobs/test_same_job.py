"""What tells that two ads are one job, and what does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.jobs.same_job import apply_key, twin_key

DAY = date(2026, 12, 24)
PAGE = "https://testmarked.example/job?id=17&lang=da"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.testmarked.example/job?id=17&lang=da",
        "https://TESTMARKED.example/job/?id=17&lang=da",
        "http://testmarked.example/job?lang=da&id=17",
        "https://testmarked.example/job?id=17&lang=da&utm_source=jobnet&UTM_medium=x&gclid=1&ref=2",
        "https://testmarked.example/job?id=17&lang=da#apply",
        "https://testmarked.example:443/job?id=17&lang=da",
    ],
)
def test_the_same_address_written_otherwise_is_the_same(other: str) -> None:
    assert apply_key(other) == apply_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://testmarked.example/job?id=18&lang=da",
        "https://testmarked.example/job?lang=da",
        "https://testmarked.example/jobs?id=17&lang=da",
        "https://andet.example/job?id=17&lang=da",
        "https://testmarked.example/Job?id=17&lang=da",
        "https://testmarked.example/job?id=17&lang=da#/ledig/17",
    ],
)
def test_another_address_is_another(other: str) -> None:
    assert apply_key(other) != apply_key(PAGE)


@pytest.mark.parametrize(
    "address", ["", "https://testmarked.example", "https://testmarked.example/?utm_source=x", "https://[x/y"]
)
def test_an_address_that_names_no_job_has_no_key(address: str) -> None:
    assert apply_key(address) == ""


def key(**changes: object) -> str:
    values = {"cvr": "12345678", "title": "Medarbejder i bageren!", "postal_code": "4200", "deadline": DAY}
    return twin_key(**(values | changes))


def test_titles_are_compared_word_by_word() -> None:
    assert key(title="MEDARBEJDER – i  bageren") == key()
    assert key(title="Medarbejder i butikken") != key()


@pytest.mark.parametrize(
    "changes", [{"cvr": "87654321"}, {"postal_code": "4220"}, {"deadline": date(2026, 12, 25)}]
)
def test_another_employer_place_or_deadline_is_another_job(changes: dict[str, object]) -> None:
    assert key(**changes) != key()


@pytest.mark.parametrize("missing", [{"cvr": ""}, {"title": "!"}, {"postal_code": ""}, {"deadline": None}])
def test_where_something_is_not_stated_there_is_no_key(missing: dict[str, object]) -> None:
    assert key(**missing) == ""


@given(st.text())
def test_no_address_makes_it_fail(address: str) -> None:
    assert apply_key(address) == apply_key(address)
    assert len(apply_key(f"https://{address}")) in {0, 36}
