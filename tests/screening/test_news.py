"""News for who has no mail: by SMS where there is a gateway, and on paper for everybody (P28, P42)."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import KIM, fill_in
from apply.filling import send as send_form
from case_work import case_path, decide
from conftest import settings_for
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import answering
from portal.answers import Answer
from portal.models.application import Application, State
from portal.models.mail import Channel, OutboxMessage
from portal.screening import helping
from portal.screening.undoing import TIME_TO_REGRET
from strict_client import StrictClient

CALL = "Vi har ingen mail at skrive til. Ring, og fortæl det nye."


@pytest.fixture
def gateway(app: Flask) -> None:
    """A portal that can send SMS."""
    folder = app.config["SETTINGS"].data_dir
    app.config["SETTINGS"] = settings_for(folder, sms_url="http://token@127.0.0.1:9")


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


@pytest.fixture
def case(session: Session) -> Application:
    """Kim has a telephone and no mail."""
    return move_to(session, make_application(session, person={"email": ""}), State.SCREENING)


def texts(session: Session) -> list[OutboxMessage]:
    query = select(OutboxMessage).where(OutboxMessage.channel == Channel.SMS)
    return list(session.scalars(query.order_by(OutboxMessage.created_at)))


@pytest.mark.usefixtures("gateway")
@pytest.mark.parametrize(
    ("verb", "typed", "news"),
    [
        ("videre", {}, "Vi har godt nyt til dig."),
        ("spoerg", {"details": "pension"}, "Vi vil gerne vide lidt mere."),
    ],
)
def test_p42_an_sms_says_only_that_there_is_news(
    sanne: StrictClient, session: Session, case: Application, verb: str, typed: dict[str, str], news: str
) -> None:
    decide(sanne, case, verb, **typed)
    (message,) = texts(session)
    assert message.address == "20 11 22 33"
    assert message.text == (
        f"Hej fra KLAPjob. {news} Se her: http://localhost:8000/min-ansoegning Eller ring: 36 35 96 60"
    )
    assert message.next_attempt_at - message.created_at == TIME_TO_REGRET
    assert CALL not in sanne.get(case_path(case)).text


@pytest.mark.usefixtures("gateway")
def test_an_sms_that_is_taken_back_is_never_sent(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    decide(sanne, case, "videre")
    decide(sanne, case, "fortryd")
    assert texts(session) == []


@pytest.mark.usefixtures("gateway")
def test_who_has_a_mail_gets_no_sms(sanne: StrictClient, session: Session) -> None:
    decide(sanne, move_to(session, make_application(session), State.SCREENING), "videre")
    assert texts(session) == []


def test_without_a_gateway_somebody_calls(sanne: StrictClient, session: Session, case: Application) -> None:
    decide(sanne, case, "spoerg", details="pension")
    assert (texts(session), CALL in sanne.get(case_path(case)).text) == ([], True)


@pytest.mark.parametrize(
    ("asked_for", "told"),
    [("person", ("20 11 22 33",)), ("helper", ("30 11 22 33",)), ("both", ("20 11 22 33", "30 11 22 33"))],
)
def test_whose_number_gets_the_sms(asked_for: str, told: tuple[str, ...]) -> None:
    said = {"answers_to": asked_for, "helper_phone": "30 11 22 33"}
    answers = [Answer(key=key, question="", text=value, values=(value,)) for key, value in said.items()]
    assert helping.numbers(answers, "20 11 22 33") == told


@pytest.mark.usefixtures("gateway")
def test_a_receipt_comes_by_sms_to_who_has_no_mail(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM | {"kontakt": {"phone": "20112233"}})
    send_form(client)
    (message,) = texts(session)
    assert message.text.startswith("Hej. Vi har fået dine svar. Dit nummer er ")
    assert "Kim" not in message.text


@pytest.mark.parametrize("way", [(), (State.HANDED_OVER,), (State.HANDED_OVER, State.ACCEPTED, State.TALKED)])
def test_every_answer_can_be_printed_as_the_person_reads_it(
    sanne: StrictClient, session: Session, case: Application, way: tuple[State, ...]
) -> None:
    move_to(session, case, *way)
    assert "Læs eller print brevet til personen" in sanne.get(case_path(case)).text
    page = sanne.get(f"{case_path(case)}/svar-brev").text
    first = answering.told(session, case, case.state)[0].lines[0][0].words
    assert (first in page, "Brev til Kim Kandidat" in page) == (True, True)
