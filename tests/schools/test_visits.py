"""A teacher asks for a visit; staff agree on a time or call it off; it is forgotten in time."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_consultant, make_staff, sign_in
from portal import clock
from portal.models.audit import AuditEntry
from portal.models.consultant import RoutingException
from portal.models.mail import OutboxMessage
from portal.models.school_visit import SchoolVisit, VisitState
from portal.models.staff import Role
from portal.schools import visits
from still_clock import ONE_DAY
from strict_client import StrictClient, parse

pytestmark = pytest.mark.usefixtures("one_day")
DAY = ONE_DAY + timedelta(days=14)
TYPED = {
    "school": "STU Testby",
    "place": "4200",
    "day": DAY.isoformat(),
    "hour": "10:00",
    "name": "Lis Lærer",
    "phone": "20 30 40 50",
    "email": "lis@skole.example",
    "more": "Vi er otte.",
}


def mails(session: Session) -> list[tuple[str, str]]:
    """The kind and address of each mail that waits."""
    return [(mail.kind, mail.address) for mail in session.scalars(select(OutboxMessage))]


def ask(client: StrictClient, **typed: str) -> str:
    """Sends the form and gives the address of the visit's page."""
    form = client.form(client.get("/stu/besoeg"), **(TYPED | typed))
    return client.post("/stu/besoeg", data=form).location or ""


def test_the_stu_consultant_and_the_teacher_hear_of_it(client: StrictClient, session: Session) -> None:
    stu = make_consultant(session, "0101", name="Stine Stu")
    make_consultant(session)
    session.add(RoutingException(fits="stu", consultant_id=stu.id))
    session.commit()
    page = client.get(ask(client)).text
    assert "Tak. Vi har fået dit ønske" in page
    assert sorted(mails(session)) == [
        ("visit_asked", "stine@example.com"),
        ("visit_received", "lis@skole.example"),
    ]
    (row,) = session.scalars(select(SchoolVisit))
    assert (row.municipality_code, row.name, row.more) == (SLAGELSE, "Lis Lærer", "Vi er otte.")
    assert row.starts_at == datetime.combine(DAY, datetime.min.time(), clock.COPENHAGEN) + timedelta(hours=10)


def test_without_a_consultant_the_office_hears_of_it(client: StrictClient, session: Session) -> None:
    ask(client)
    assert ("visit_asked", "info@klapjob.dk") in mails(session)


def test_mails_and_pages_of_a_link_name_nobody(client: StrictClient, session: Session) -> None:
    address = ask(client)
    texts = [mail.text for mail in session.scalars(select(OutboxMessage))]
    texts += [client.get(address).text, client.get(f"{address}/kalender.ics").text]
    assert [name for name in ("Lis", "20 30 40 50", "otte") for text in texts if name in text] == []
    assert any(f"http://localhost:8000{address}" in text for text in texts)


def test_the_teacher_gets_a_calendar_file(client: StrictClient) -> None:
    file = client.get(f"{ask(client)}/kalender.ics")
    assert file.mimetype == "text/calendar"
    lines = file.text.split("\r\n")
    assert {"STATUS:TENTATIVE", "LOCATION;LANGUAGE=da:STU Testby", "SEQUENCE:0"} <= set(lines)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"school": ""}, "Skole: Skriv noget her."),
        ({"day": ONE_DAY.isoformat()}, "Dag: Vælg en dag efter i dag."),
        ({"day": "0001-01-01"}, "Dag: Vælg en dag efter i dag."),
        ({"day": "9999-01-01"}, "Dag: Vælg en dag."),
        ({"hour": "25:00"}, "Klokken: Skriv tiden som 10:00."),
        ({"phone": "12"}, "Dit telefonnummer: Skriv nummeret med 8 tal."),
        ({"email": "lis"}, "Din mail: Skriv mailen som navn@sted.dk."),
        ({"name": "L" * 121}, "Dit navn: Skriv højst 120 tegn."),
        ({"more": "Elev 010190-1234"}, "Andet: Skriv uden CPR-nummer."),
        ({"website": "spam"}, "Vi kunne ikke sende. Ring til os i stedet."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    client: StrictClient, session: Session, typed: dict[str, str], told: str
) -> None:
    form = client.form(client.get("/stu/besoeg"), **(TYPED | typed))
    answer = client.post("/stu/besoeg", data=form)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert mails(session) == []


def test_a_day_that_has_passed_is_told_once(client: StrictClient) -> None:
    form = client.form(client.get("/stu/besoeg"), **(TYPED | {"day": "2020-01-01"}))
    page = parse(client.post("/stu/besoeg", data=form).text)
    assert [link.text for link in page.findall(".//*[@class='govuk-error-summary']//a")] == [
        "Dag: Vælg en dag efter i dag."
    ]


def test_nobody_can_fill_a_mailbox(client: StrictClient) -> None:
    form = client.form(client.get("/stu/besoeg"), **TYPED)
    statuses = [client.post("/stu/besoeg", data=form).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]


def test_staff_agree_on_a_time_and_the_calendar_follows(client: StrictClient, session: Session) -> None:
    address = ask(client)
    (row,) = session.scalars(select(SchoolVisit))
    sign_in(client, make_staff(session, Role.CONSULTANT, name="Stine Stu"))
    assert "STU Testby" in client.get("/personale/skoler").text
    page = client.get(f"/personale/skoler/besoeg/{row.id}")
    assert "Lis Lærer" in page.text
    client.post(
        f"/personale/skoler/besoeg/{row.id}",
        data=client.form(page) | {"day": DAY.isoformat(), "hour": "12.30"},
    )
    assert ("visit_settled", "lis@skole.example") in mails(session)
    assert "Besøget er aftalt" in client.get(address).text
    assert "STATUS:CONFIRMED" in client.get(f"{address}/kalender.ics").text
    again = client.get(f"/personale/skoler/besoeg/{row.id}")
    client.post(f"/personale/skoler/besoeg/{row.id}/aflys", data=client.form(again))
    assert "STATUS:CANCELLED" in client.get(f"{address}/kalender.ics").text
    settled = session.scalars(select(AuditEntry).where(AuditEntry.action == "settle")).all()
    assert [(line.object_id, "school_visit.state" in line.fields) for line in settled] == [(row.id, True)] * 2


@pytest.mark.parametrize(
    ("day", "hour", "told"),
    [
        (ONE_DAY - timedelta(days=1), "12:30", "Dag: Vælg en dag, der ikke er gået."),
        (DAY, "halv et", "Klokken: Skriv tiden som 10:00."),
    ],
)
def test_a_time_that_cannot_be_is_told_to_staff_and_not_to_the_teacher(
    client: StrictClient, session: Session, day: date, hour: str, told: str
) -> None:
    ask(client)
    (row,) = session.scalars(select(SchoolVisit))
    sign_in(client, make_staff(session, Role.CONSULTANT, name="Stine Stu"))
    page = f"/personale/skoler/besoeg/{row.id}"
    form = client.form(client.get(page)) | {"day": day.isoformat(), "hour": hour}
    answer = client.post(page, data=form)
    assert (answer.status_code, told in answer.text, f'value="{hour}"' in answer.text) == (422, True, True)
    assert row.state is VisitState.ASKED
    assert "visit_settled" not in [kind for kind, _ in mails(session)]


def staff_page(client: StrictClient, session: Session) -> tuple[str, dict[str, str]]:
    """The address of a wish's page for staff, and what its last form sends."""
    ask(client)
    (row,) = session.scalars(select(SchoolVisit))
    sign_in(client, make_staff(session, Role.CONSULTANT, name="Stine Stu"))
    address = f"/personale/skoler/besoeg/{row.id}"
    return address, client.form(client.get(address))


def test_pressing_twice_tells_the_teacher_once(client: StrictClient, session: Session) -> None:
    address, form = staff_page(client, session)
    agreed = form | {"day": DAY.isoformat(), "hour": "12:30"}
    assert [client.post(address, data=agreed).status_code for _ in range(2)] == [303, 303]
    off = client.form(client.get(address))
    assert [client.post(f"{address}/aflys", data=off).status_code for _ in range(2)] == [303, 303]
    assert [kind for kind, _ in mails(session)].count("visit_settled") == 2


@pytest.mark.parametrize(("press", "hour"), [("", "13:00"), ("/aflys", "12:30")])
def test_who_answers_from_an_old_page_is_shown_the_answer_of_the_colleague(
    client: StrictClient, session: Session, press: str, hour: str
) -> None:
    address, form = staff_page(client, session)
    client.post(address, data=form | {"day": DAY.isoformat(), "hour": "12:30"})
    late = client.post(f"{address}{press}", data=form | {"day": DAY.isoformat(), "hour": hour})
    assert (late.status_code, "En kollega har svaret imens." in late.text, "Aftalt." in late.text) == (
        409,
        True,
        True,
    )
    assert f'value="{hour}"' in late.text
    assert [kind for kind, _ in mails(session)].count("visit_settled") == 1
    again = client.form(late) | {"day": DAY.isoformat(), "hour": hour}
    assert client.post(f"{address}{press}", data=again).status_code == 303
    assert [kind for kind, _ in mails(session)].count("visit_settled") == 2


def test_a_link_that_leads_nowhere_is_told_as_such(client: StrictClient) -> None:
    assert client.get("/stu/besoeg/findes-ikke").status_code == 404


def test_visits_are_forgotten_two_months_after_their_day(client: StrictClient, session: Session) -> None:
    ask(client)
    (row,) = session.scalars(select(SchoolVisit))
    row.starts_at = clock.now() - timedelta(days=59)
    session.commit()
    assert visits.forget(session) == 0
    row.starts_at = clock.now() - timedelta(days=61)
    session.commit()
    assert visits.forget(session) == 1
