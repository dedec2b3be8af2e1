"""Match help: what speaks for a job and against it, in words; it orders, and a person decides."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from factories import make_application, make_consultant, make_posting, move_to, sign_in
from portal.models.application import State
from portal.waiting.matching import Job, Seeker, best, match
from strict_client import StrictClient

S = State
SLAGELSE = {"lat": 55.40, "lon": 11.35}
AARHUS = {"lat": 56.15, "lon": 10.20}
SHOP = Job(trade="shop", job_type="skaanejob", hours_min=10, hours_max=12, **SLAGELSE)


def _words(seeker: Seeker, job: Job) -> list[str]:
    found = match(seeker, job)
    return [reason.words for reason in found.reasons] if found else []


def test_all_that_fits_is_said() -> None:
    seeker = Seeker(trades=("shop",), hours="6_10", fits="disability_pension", **SLAGELSE)
    assert _words(seeker, SHOP) == [
        "1 km væk i lige linje",
        "Har valgt Butik",
        "10 til 12 timer om ugen passer",
        "Det er et skånejob",
    ]


def test_what_speaks_against_it_is_said_too() -> None:
    seeker = Seeker(trades=("office",), hours="up_to_5", **SLAGELSE)
    assert _words(seeker, SHOP) == [
        "1 km væk i lige linje",
        "Har ikke valgt Butik",
        "10 til 12 timer om ugen passer ikke til det ønskede",
    ]


def test_a_job_on_the_other_side_of_the_country_is_not_offered() -> None:
    assert match(Seeker(trades=("shop",), **AARHUS), SHOP) is None


def test_somebody_of_whom_nothing_is_known_is_offered_what_is_near() -> None:
    assert _words(Seeker(**SLAGELSE), SHOP) == ["1 km væk i lige linje"]
    assert match(Seeker(), SHOP) is None


def test_a_skaanejob_is_no_help_for_who_has_a_fleksjob() -> None:
    assert match(Seeker(fits="fleksjob", **SLAGELSE), SHOP) is None


def test_the_best_ten_come_first_and_ties_keep_their_order() -> None:
    near, far = match(Seeker(**SLAGELSE), SHOP), match(Seeker(trades=("shop",), **SLAGELSE), SHOP)
    assert near is not None
    assert far is not None
    pairs = [*((f"n{n:02}", near) for n in range(10)), ("z", far)]
    assert [key for key, _ in best(pairs)] == ["z", *(f"n{n:02}" for n in range(9))]


def test_of_those_that_are_as_good_the_nearest_comes_first() -> None:
    seeker = Seeker(trades=("shop",), **SLAGELSE)
    places = {"a": 55.70, "b": 55.68, "c": 55.66}
    jobs = {key: replace(SHOP, lat=lat) for key, lat in places.items()}
    found = [(key, hit) for key, job in jobs.items() if (hit := match(seeker, job))]
    assert len({hit.points for _, hit in found}) == 1
    assert [key for key, _ in best(found)] == ["c", "b", "a"]


@pytest.fixture
def ann(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_consultant(session).staff)


def test_the_page_of_a_person_lists_jobs_and_that_of_a_job_lists_people(
    ann: StrictClient, session: Session
) -> None:
    application = move_to(
        session, make_application(session), S.SCREENING, S.HANDED_OVER, S.ACCEPTED, S.TALKED, S.WAITING
    )
    posting = make_posting(session)
    page = ann.get(f"/personale/venteliste/{application.id}").text
    assert "Medarbejder i bageren" in page
    assert "Det er et skånejob" in page
    assert application.id in ann.get(f"/personale/venteliste/job/{posting.id}").text
    assert posting.id in ann.get("/personale/venteliste/job").text
