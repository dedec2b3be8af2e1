"""A job that is gone closes no door: the answers stay, and the application goes on as an open interest."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, answer, errors, fill_in, path_of, send, start
from factories import make_posting
from portal import clock
from portal.apply.queries import open_jobs_named
from portal.models.application import Application, State
from portal.models.posting import Posting, PostingState
from strict_client import StrictClient, parse


def close(session: Session, job: Posting) -> None:
    job.state = PostingState.CLOSED
    session.commit()


def application(session: Session) -> Application:
    session.rollback()
    return session.scalars(select(Application)).one()


def notices(client: StrictClient) -> list[str]:
    found = parse(client.get("/ansoeg/tjek").text).findall(".//main//div[@class='kj-notice kj-notice--info']")
    return [" ".join("".join(notice.itertext()).split()) for notice in found]


def test_the_start_page_of_a_closed_job_is_gone_and_offers_open_interest(
    client: StrictClient, session: Session
) -> None:
    job = make_posting(session, state=PostingState.CLOSED)
    page = client.get(f"/ansoeg/{job.id}")
    assert page.status_code == 410
    links = [a.get("href") for a in parse(page.text).findall(".//main//a[@class]")]
    assert {"/ansoeg", "/job"} <= set(links)


def test_start_on_a_job_that_just_closed_begins_nothing(client: StrictClient, session: Session) -> None:
    job = make_posting(session)
    page = client.get(f"/ansoeg/{job.id}")
    close(session, job)
    assert client.post(f"/ansoeg/{job.id}", data=client.form(page, do="start")).status_code == 410
    assert session.scalars(select(Application)).all() == []


@pytest.mark.parametrize("which", ["deadline", "expires_on"])
def test_an_ad_takes_applications_to_the_end_of_its_last_day_and_no_longer(
    client: StrictClient, session: Session, which: str
) -> None:
    today = clock.today()
    last = make_posting(session, **{"deadline": None, which: today})
    over = make_posting(session, **{"deadline": None, which: today - timedelta(days=1)})
    assert client.get(f"/ansoeg/{last.id}").status_code == 200
    assert client.get(f"/ansoeg/{over.id}").status_code == 410


def test_of_jobs_named_in_a_form_only_those_come_back_whose_last_day_is_to_come(session: Session) -> None:
    over = make_posting(session, deadline=clock.today() - timedelta(days=1))
    there = make_posting(session, deadline=clock.today())
    assert open_jobs_named(session, [over.id, there.id]) == [there]


def test_a_duplicate_stands_for_the_ad_that_is_shown(client: StrictClient, session: Session) -> None:
    shown = make_posting(session)
    twin = make_posting(session, state=PostingState.DUPLICATE, duplicate_of_id=shown.id)
    start(client, f"/ansoeg/{twin.id}")
    assert [wish.posting_id for wish in application(session).wishes] == [shown.id]


def test_a_job_that_became_a_duplicate_midway_is_not_gone(client: StrictClient, session: Session) -> None:
    job = make_posting(session)
    fill_in(client, KIM, f"/ansoeg/{job.id}")
    shown = make_posting(session)
    job.state, job.duplicate_of_id = PostingState.DUPLICATE, shown.id
    session.commit()
    assert notices(client) == []
    assert path_of(send(client)) == "/ansoeg/tak"
    assert [wish.posting_id for wish in application(session).wishes] == [shown.id]


def test_a_job_that_closes_midway_stops_no_question(client: StrictClient, session: Session) -> None:
    job = make_posting(session)
    start(client, f"/ansoeg/{job.id}")
    close(session, job)
    assert path_of(answer(client, "hvem", who="self")) == f"{QUESTION}/navn"


def test_the_page_for_checking_tells_that_a_job_is_gone(client: StrictClient, session: Session) -> None:
    job = make_posting(session)
    fill_in(client, KIM, f"/ansoeg/{job.id}")
    assert notices(client) == []
    close(session, job)
    told = (
        "Et job er væk: Medarbejder i bageren, Testmarked, Slagelse. Det er vi kede af. Dine svar er gemt. "
        "Du kan sende dem alligevel. Så leder vi efter et andet job til dig."
    )
    assert notices(client) == [told]


def test_sent_anyway_it_is_an_open_interest_with_all_answers(client: StrictClient, session: Session) -> None:
    job = make_posting(session)
    fill_in(client, KIM, f"/ansoeg/{job.id}")
    close(session, job)
    assert path_of(send(client)) == "/ansoeg/tak"
    sent = application(session)
    assert (sent.state, sent.wishes) == (State.RECEIVED, [])
    assert "Kim Kandidat" in sent.answers


def test_a_job_that_closes_while_one_looks_at_the_answers_is_told_before_sending(
    client: StrictClient, session: Session
) -> None:
    job = make_posting(session)
    fill_in(client, KIM, f"/ansoeg/{job.id}")
    page = client.get("/ansoeg/tjek")
    close(session, job)
    again = client.post("/ansoeg/send", data=client.form(page))
    assert again.status_code == 409
    assert errors(again) == [("#send", "Dine svar er ikke sendt endnu. Se på dem. Tryk så på knappen igen.")]
    assert application(session).state == State.DRAFT
    assert path_of(client.post("/ansoeg/send", data=client.form(again))) == "/ansoeg/tak"


def test_of_two_jobs_the_open_one_is_still_wished_for(client: StrictClient, session: Session) -> None:
    gone, there = make_posting(session), make_posting(session, easy_title="Medarbejder på lager")
    start(client, f"/ansoeg/{gone.id}")
    page = client.get(f"/ansoeg/{there.id}")
    client.post(f"/ansoeg/{there.id}", data=client.form(page, do="continue"))
    for slug, typed in KIM.items():
        answer(client, slug, **typed)
    close(session, gone)
    send(client)
    assert [wish.posting_id for wish in application(session).wishes] == [there.id]


@pytest.mark.parametrize("state", [PostingState.OPEN, PostingState.CLOSED])
def test_after_sending_the_next_person_starts_at_a_page_that_is_there(
    client: StrictClient, session: Session, state: PostingState
) -> None:
    job = make_posting(session)
    fill_in(client, KIM, f"/ansoeg/{job.id}")
    send(client)
    job.state = state
    session.commit()
    response = client.post("/ansoeg/glem", data=client.form(client.get("/ansoeg/tak")))
    assert client.get(path_of(response)).status_code == 200
