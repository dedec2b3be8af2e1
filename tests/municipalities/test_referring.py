"""A case worker refers a citizen: into the queue, and no further before the citizen's own yes (P47)."""

import json
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_staff, sign_in
from portal import cases
from portal.models.application import Application, FilledBy, State
from portal.models.mail import OutboxMessage
from strict_client import StrictClient

WRITTEN: dict[str, Any] = {
    "by_name": "Sara Sagsbehandler",
    "by_role": "jobcentre",
    "by_workplace": "Jobcenter Demo",
    "by_phone": "+45 20202020",
    "by_email": "sara@kommune.example",
    "agreed": "y",
    "how": "talked",
    "name": "Kim Kandidat",
    "phone": "20 11 22 33",
    "email": "kim@example.com",
    "place": "4200",
    "fits": "fleksjob",
    "trades": ["shop", "outdoors"],
    "more": "Kan arbejde 8 timer om ugen.",
}


def send(client: StrictClient, **changes: Any) -> Any:
    page = client.get("/henvis/slagelse")
    return client.post("/henvis/slagelse", data=client.form(page, **(WRITTEN | changes)))


def only_case(session: Session) -> Application:
    return session.scalars(select(Application)).one()


def test_a_referral_waits_for_the_citizens_own_yes(client: StrictClient, session: Session) -> None:
    answer = send(client)
    assert (answer.status_code, answer.location) == (303, "/henvis/slagelse/tak")
    case = only_case(session)
    assert (case.filled_by, case.state, case.fits) == (FilledBy.REFERRED, State.AWAITING_CONSENT, "fleksjob")
    assert (case.municipality_code, case.candidate.name) == ("0330", "Kim Kandidat")
    assert case.person_agreed_at is None
    with pytest.raises(cases.MoveRefusedError):
        cases.refuse_unless_allowed(case, State.HANDED_OVER)


def test_the_citizen_is_asked_and_the_mail_says_nothing_of_the_case(
    client: StrictClient, session: Session
) -> None:
    send(client)
    mail = session.scalars(select(OutboxMessage)).one()
    assert (mail.kind, mail.address) == ("your_yes", "kim@example.com")
    assert "Kim" not in mail.text
    assert "fleksjob" not in mail.text


def test_staff_see_who_referred_and_how_the_yes_was_given(client: StrictClient, session: Session) -> None:
    send(client)
    stored = {answer["key"]: answer["text"] for answer in json.loads(only_case(session).answers)}
    assert stored["referred_from"] == "Jobcenter, Jobcenter Demo"
    assert stored["helper_phone"] == "20 20 20 20"
    assert stored["consent_given"].startswith("I en samtale.")
    assert stored["trades"] == "Butik, Have og gård"
    sign_in(client, make_staff(session))
    assert "Henvist af en fagperson" in client.get(f"/personale/sag/{only_case(session).id}").text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agreed": ""}, "Borgeren skal have sagt ja, før du henviser."),
        ({"more": "CPR 010190-1234"}, "ligner et CPR-nummer"),
        ({"name": "Kim 0101901234"}, "ligner et CPR-nummer"),
        ({"phone": "", "email": ""}, "Skriv borgerens telefonnummer eller mail."),
        ({"by_phone": "12"}, "Skriv telefonnummeret med 8 tal."),
        ({"fits": "autism"}, "Vælg, hvad der passer på borgeren."),
        ({"more": "x" * 501}, "Teksten er for lang."),
        ({"csrf_token": "old"}, "Siden er gammel. Send en gang til."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    client: StrictClient, session: Session, changes: dict[str, str], words: str
) -> None:
    answer = send(client, **changes)
    assert answer.status_code == 422
    assert words in answer.text
    assert "Sara Sagsbehandler" in answer.text
    assert session.scalars(select(Application)).all() == []


def test_what_a_program_sends_is_set_aside_and_nobody_is_written_to(
    client: StrictClient, session: Session
) -> None:
    assert send(client, website="https://spam.example").status_code == 303
    assert only_case(session).state == State.QUARANTINED
    assert session.scalars(select(OutboxMessage)).all() == []


def test_no_cache_keeps_the_form(client: StrictClient) -> None:
    assert client.get("/henvis/slagelse").headers["Cache-Control"] == "no-store"
