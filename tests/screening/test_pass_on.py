"""The hand-over: a case reaches the consultant of its municipality, who is told without a word about whom."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import HIRE, TRIAL, case_path, decide, offered
from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal.models.application import Application, FilledBy, Move, State, VisitationVote
from portal.models.consultant import ConsultantMunicipality
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from strict_client import StrictClient


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session))


@pytest.fixture
def ann(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_consultant(session).staff)


@pytest.fixture
def lene(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))


def _in_screening(session: Session, **changes: object) -> Application:
    return move_to(session, make_application(session, **changes), State.SCREENING)


def _mails(session: Session) -> list[tuple[str, str]]:
    return [(mail.kind, mail.address) for mail in session.scalars(select(OutboxMessage))]


def test_a_case_goes_to_the_consultant_of_the_persons_municipality(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    make_consultant(session, AARHUS, name="Bo Bistand")
    application = _in_screening(session)
    response = decide(sanne, application, "videre", note="Ring efter kl. 12")
    assert response.location == "/personale"
    assert application.state == State.HANDED_OVER
    assert application.consultant.staff.name == "Ann Advis"
    assert application.claimed_by_id is None
    assert "Ring efter kl. 12" in ann.get(case_path(application)).text


def test_her_mail_says_only_that_somebody_waits_and_where(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session)
    decide(sanne, application, "videre")
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "handed_over")).one()
    assert (mail.kind, mail.address) == ("handed_over", "ann@example.com")
    assert mail.subject == "En ny kandidat venter"
    address = f"http://localhost:8000/personale/sag/{application.id}"
    assert mail.text == (
        "Hej\n\nEn ny kandidat venter på dig.\n\nLog ind, og læs sagen her:\n"
        f"{address}\n\nVenlig hilsen\nKLAPjob, sekretariatet\n"
    )
    assert address in mail.html
    for secret in ("Kim", "Slagelse", "20 11 22 33", str(application.reference)):
        assert secret not in mail.html


def test_the_person_is_told_where_to_read_who_helps_now(sanne: StrictClient, session: Session) -> None:
    make_consultant(session)
    decide(sanne, _in_screening(session), "videre")
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "passed_on")).one()
    assert (mail.subject, mail.address) == ("Der er nyt til dig", "kim@example.com")
    assert "Vi har læst dine svar. Nu har vi godt nyt til dig." in mail.text
    assert [word for word in ("Kim", "Ann", "20 00 00 00") if word in mail.text + mail.html] == []


def test_a_case_without_the_persons_yes_cannot_be_passed_on(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session, filled_by=FilledBy.HELPER)
    assert "videre" not in offered(sanne.get(case_path(application)))
    decide(sanne, application, "ja", reason="phone")
    decide(sanne, application, "videre")
    assert application.state == State.HANDED_OVER


def test_a_consultant_who_has_left_gets_no_case(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session)
    gone = session.scalars(select(ConsultantMunicipality)).one()
    consultant = session.get_one(type(make_consultant(session, AARHUS, name="Bo B")), gone.consultant_id)
    consultant.staff.active = False
    session.commit()
    assert "videre" not in offered(sanne.get(case_path(application)))


def test_the_consultant_accepts_talks_and_goes_on(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session)
    decide(sanne, application, "videre")
    for verb, state, typed in (
        ("accepter", State.ACCEPTED, {}),
        ("talt", State.TALKED, {}),
        ("venteliste", State.WAITING, {}),
        ("praktik", State.TRIAL, TRIAL),
        ("ansat", State.HIRED, HIRE),
        ("ringet", State.FOLLOWED_UP, {"reason": "same_job"}),
    ):
        response = decide(ann, application, verb, **typed)
        assert response.location == case_path(application)
        assert application.state == state


def test_the_consultant_sends_a_case_back_with_a_reason(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session)
    decide(sanne, application, "videre")
    response = decide(ann, application, "send-tilbage", reason="other_place", note="Er flyttet til Odense")
    assert response.location == "/personale"
    assert application.state == State.SCREENING
    assert application.consultant_id is None
    assert ann.get(case_path(application)).status_code == 404
    page = sanne.get(case_path(application))
    assert "I gang: Personen bor et andet sted" in page.text
    assert "Er flyttet til Odense" in page.text


def test_the_office_can_take_a_case_back(sanne: StrictClient, ann: StrictClient, session: Session) -> None:
    application = _in_screening(session)
    decide(sanne, application, "videre")
    decide(sanne, application, "tag-tilbage")
    assert application.state == State.SCREENING
    assert ann.get(case_path(application)).status_code == 404


def test_a_consultant_can_end_a_case_she_works_on(
    sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session)
    decide(sanne, application, "videre")
    decide(ann, application, "accepter")
    response = decide(ann, application, "slut", reason="withdrew")
    assert response.location == "/personale"
    assert application.state == State.WITHDRAWN


def test_a_municipality_that_changes_hands_takes_its_cases_along(
    app: Flask, sanne: StrictClient, ann: StrictClient, session: Session
) -> None:
    application = _in_screening(session)
    decide(sanne, application, "videre")
    bo = make_consultant(session, AARHUS, name="Bo Bistand")
    new = sign_in(app.test_client(), bo.staff)
    assert new.get(case_path(application)).status_code == 404
    session.get_one(ConsultantMunicipality, application.municipality_code).consultant_id = bo.id
    session.commit()
    assert new.get(case_path(application)).status_code == 200
    assert ann.get(case_path(application)).status_code == 404


def test_a_fleksjob_waits_for_the_word_of_both(
    sanne: StrictClient, ann: StrictClient, lene: StrictClient, session: Session
) -> None:
    application = _in_screening(session, fits="fleksjob")
    decide(sanne, application, "videre")
    assert application.state == State.VISITATION
    assert _mails(session) == [("visitation", "ann@example.com")]
    decide(ann, application, "visiter-ja", note="God til det")
    assert application.state == State.VISITATION
    page = lene.get(case_path(application)).text
    assert "Konsulenten har sagt ja." in page
    assert "Lederen mangler at svare." in page
    decide(lene, application, "visiter-ja")
    assert application.state == State.HANDED_OVER
    assert _mails(session) == [
        ("visitation", "ann@example.com"),
        ("handed_over", "ann@example.com"),
        ("passed_on", "kim@example.com"),
    ]
    notes = [move.note for move in session.scalars(select(Move).order_by(Move.step)) if move.note]
    assert notes == ["God til det"]


def test_the_order_of_the_two_does_not_matter(
    sanne: StrictClient, ann: StrictClient, lene: StrictClient, session: Session
) -> None:
    application = _in_screening(session, fits="fleksjob")
    decide(sanne, application, "videre")
    decide(lene, application, "visiter-ja")
    assert application.state == State.VISITATION
    decide(ann, application, "visiter-ja")
    assert application.state == State.HANDED_OVER


def test_nobody_says_yes_twice(sanne: StrictClient, ann: StrictClient, session: Session) -> None:
    application = _in_screening(session, fits="fleksjob")
    decide(sanne, application, "videre")
    decide(ann, application, "visiter-ja")
    assert offered(ann.get(case_path(application))) == ["visiter-nej"]
    assert "Sagde ja til fleksjob" in ann.get(case_path(application)).text


def test_one_person_with_both_roles_speaks_for_one_of_them(app: Flask, session: Session) -> None:
    both = make_consultant(session)
    both.staff.role_rows += make_staff(session, Role.LEADER, name="Rolle Giver").role_rows
    session.commit()
    client = sign_in(app.test_client(), both.staff)
    application = _in_screening(session, fits="fleksjob")
    decide(client, application, "videre")
    decide(client, application, "visiter-ja")
    assert application.state == State.VISITATION
    assert "visiter-ja" not in offered(client.get(case_path(application)))
    assert [vote.role for vote in session.scalars(select(VisitationVote))] == ["consultant"]


@pytest.mark.parametrize("who", ["ann", "lene"])
def test_one_no_sends_it_back_with_the_reason_and_forgets_the_yes(
    sanne: StrictClient, ann: StrictClient, lene: StrictClient, session: Session, who: str
) -> None:
    says_no, says_yes = (ann, lene) if who == "ann" else (lene, ann)
    application = _in_screening(session, fits="fleksjob")
    decide(sanne, application, "videre")
    decide(says_yes, application, "visiter-ja")
    decide(says_no, application, "visiter-nej", reason="works_more")
    assert application.state == State.SCREENING
    assert session.scalars(select(VisitationVote)).all() == []
    assert "I gang: Kan arbejde mere, end vi har job til" in sanne.get(case_path(application)).text


def test_the_secretariat_has_no_vote(sanne: StrictClient, ann: StrictClient, session: Session) -> None:
    application = _in_screening(session, fits="fleksjob")
    decide(sanne, application, "videre")
    assert offered(sanne.get(case_path(application))) == ["fortryd", "tag-tilbage", "vaelg-konsulent", "luk"]
