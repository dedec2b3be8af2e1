"""The read API: pages of open ads, one ad, and plain errors."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sqlalchemy.orm import Session

from factories import make_posting
from feed_entries import BODY
from portal.models.posting import PostingState
from portal.outfeeds import api
from portal.outfeeds.choosing import Place
from strict_client import StrictClient

PATH = "/api/v1/postings"


def fits(client: StrictClient, name: str, value: Any) -> list[str]:
    """What keeps a value from being what the description of the API says."""
    document = client.get("/api/v1/openapi.json").get_json()
    schema = {"$ref": f"#/components/schemas/{name}", **document}
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.usefixtures("one_day")
def test_an_ad_is_described_whole(client: StrictClient, session: Session) -> None:
    ad = make_posting(session, body_html=BODY, hours_max=14.5, deadline=date(2030, 7, 1))
    described = client.get(f"{PATH}/{ad.id}").get_json()
    assert fits(client, "OpenPosting", described) == []
    assert described["title"] == "Medarbejder i bageren"
    assert described["easy"]["tasks"] == ["Pakke brød og kager", "Tømme skraldespande"]
    assert described["position"] == {"lat": 55.4028, "lon": 11.3546}
    assert described["deadline"] == "2030-07-01"
    assert described["text_html"] == BODY


def test_an_ad_that_states_little_fits_the_description_too(client: StrictClient, session: Session) -> None:
    ad = make_posting(
        session, town="", municipality_code=None, area=None, lat=None, lon=None, deadline=None, employer=""
    )
    assert fits(client, "OpenPosting", client.get(f"{PATH}/{ad.id}").get_json()) == []


def test_pages_lead_through_all_ads_once(client: StrictClient, session: Session) -> None:
    days = [date(2026, 7, day) for day in (1, 1, 1, 2, 2, 3, 4)]
    made = {make_posting(session, published_on=day).id for day in days}
    seen: list[dict[str, Any]] = []
    address: str | None = f"{PATH}?limit=2&area=sjaelland"
    while address:
        answer = client.get(address)
        page = answer.get_json()
        assert fits(client, "PostingPage", page) == []
        assert len(page["postings"]) <= 2
        seen += page["postings"]
        address = page["next"]
        assert answer.headers.get("Link") == (f'<{address}>; rel="next"' if address else None)
    assert [ad["published_on"] for ad in seen] == sorted((day.isoformat() for day in days), reverse=True)
    assert len(seen) == len(made)
    assert {ad["id"] for ad in seen} == made


def test_the_address_narrows_the_list(client: StrictClient, session: Session) -> None:
    make_posting(session)
    meant = make_posting(session, trade="cars", area="fyn")
    page = client.get(f"{PATH}?trade=cars&area=fyn&job_type=skaanejob").get_json()
    assert [ad["id"] for ad in page["postings"]] == [meant.id]


@pytest.mark.parametrize(
    "wrong",
    ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=2026-99-99.abc", "area=mars", "trade=butik"],
)
def test_what_makes_no_sense_is_refused_in_words(client: StrictClient, wrong: str) -> None:
    answer = client.get(f"{PATH}?{wrong}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert wrong.partition("=")[0] in answer.get_json()["detail"]


def test_a_job_that_is_over_is_gone_and_an_unknown_one_was_never_there(
    client: StrictClient, session: Session
) -> None:
    over = make_posting(session, state=PostingState.CLOSED)
    for posting_id, status in ((over.id, 410), ("abc123", 404), ("%00", 404), ("æ", 404)):
        answer = client.get(f"{PATH}/{posting_id}")
        assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")


@given(text=st.text(max_size=60))
def test_any_cursor_and_limit_is_read_or_refused(text: str) -> None:
    for read, kind in ((api.read_cursor, Place | None), (api.read_limit, int)):
        try:
            found = read(text)
        except api.UnusableError:
            continue
        assert isinstance(found, kind)


def test_a_wrong_method_is_told_the_right_ones(client: StrictClient) -> None:
    answer = client.post(PATH)
    assert answer.status_code == 405
    assert {"GET", "HEAD"} <= set(answer.headers["Allow"].split(", "))
