"""A job that is over: a friendly page, other jobs near, no way to answer."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from board_ads import links, make_ad, shown_employers
from portal import clock
from portal.models.posting import Posting
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


def address(ad: Posting) -> str:
    return f"/job/{ad.id}-{ad.slug}"


def test_a_closed_job_is_gone_and_cannot_be_answered(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, state="closed", closed_reason="gone")
    answer = client.get(address(ad))
    page = parse(answer.text)
    assert answer.status_code == 410
    assert page.findtext("./head/title") == "Jobbet er væk - Hjælpe i bageren - KLAPjob"
    assert links(answer.text) == {
        "Alle jobs": "/job",
        "Se alle jobs": "/job",
        "Ring til os på 36 35 96 60": "tel:+4536359660",
    }


def test_jobs_near_a_closed_one_are_shown_nearest_first(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, state="closed")
    for employer, code in [("I Sorø", "4180"), ("I byen", "4200"), ("I Skagen", "9990")]:
        make_ad(session, employer=employer, postal_code=code)
    make_ad(session, employer="Lukket", state="closed")
    assert shown_employers(client.get(address(ad)).text) == ["I byen", "I Sorø", "I Skagen"]


@pytest.mark.parametrize(
    ("area", "found"), [("fyn", ["På Fyn"]), (None, ["Nyest", "På Fyn"])], ids=["area known", "nothing known"]
)
def test_without_a_position_the_newest_of_the_area_or_of_all_are_shown(
    client: StrictClient, session: Session, area: str | None, found: list[str]
) -> None:
    ad = make_ad(session, state="closed", lat=None, lon=None, area=area)
    make_ad(session, employer="På Fyn", postal_code="5000", published_on=clock.today() - timedelta(days=3))
    make_ad(session, employer="Nyest", postal_code="9990")
    assert shown_employers(client.get(address(ad)).text) == found


def test_a_job_closes_when_its_last_day_ends_in_copenhagen(client: StrictClient, session: Session) -> None:
    with time_machine.travel("2026-11-01 12:00+01:00", tick=False):
        ad = make_ad(session, deadline=clock.today() + timedelta(days=2))
    statuses = {}
    for moment in ("2026-11-03 23:59+01:00", "2026-11-04 00:01+01:00"):
        with time_machine.travel(moment, tick=False):
            statuses[moment] = client.get(address(ad)).status_code
    assert list(statuses.values()) == [200, 410]


def test_a_copy_of_a_job_leads_to_the_one_that_is_shown(client: StrictClient, session: Session) -> None:
    shown = make_ad(session)
    copy = make_ad(session, state="duplicate", duplicate_of_id=shown.id)
    answer = client.get(address(copy), follow_redirects=True)
    assert [step.status_code for step in answer.history] == [302, 301]
    assert (answer.status_code, answer.request.path) == (200, address(shown))


def test_the_right_address_of_a_closed_job_is_found_too(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, state="closed")
    answer = client.get(f"/job/{ad.id}")
    assert (answer.status_code, answer.headers["Location"]) == (301, address(ad))


def test_the_page_is_easy_to_read(client: StrictClient, session: Session) -> None:
    make_ad(session)
    page = client.get(address(make_ad(session, state="closed"))).text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
