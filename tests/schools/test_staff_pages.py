"""Staff keep the register of schools and the public calendar."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import QUESTION, answer, start
from factories import SLAGELSE, make_staff, sign_in
from portal import clock
from portal.models.audit import AuditEntry
from portal.models.gathering import Gathering
from portal.models.school import School
from portal.models.staff import Role
from still_clock import ONE_DAY
from strict_client import StrictClient, parse

pytestmark = pytest.mark.usefixtures("one_day")
DAY = (ONE_DAY + timedelta(days=20)).isoformat()
GATHERING = {
    "kind": "caravan",
    "title": "Kom og hør om job",
    "place": "Torvet 1, 4200 Slagelse",
    "day": DAY,
    "hour": "10:00",
    "until": "12:00",
    "about": "Alle kan komme.",
}
SCHOOL = {
    "name": "STU Testby",
    "place": "Testby",
    "municipality_code": SLAGELSE,
    "contact_name": "Lis Lærer",
    "contact_phone": "20304050",
    "contact_email": "lis@skole.example",
    "starts_on": "2026-01-01",
    "promised": "To besøg om året",
}


@pytest.fixture
def editor(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.EDITOR, name="Erik Editor"))


def send(client: StrictClient, address: str, typed: dict[str, str]) -> int:
    """Sends the first form of a page."""
    token = client.form(client.get(address))["csrf_token"]
    return client.post(address, data={"csrf_token": token} | typed).status_code


def test_an_editor_keeps_a_school_and_its_agreement(editor: StrictClient, session: Session) -> None:
    assert send(editor, "/personale/skoler/skole", SCHOOL) == 303
    page = editor.get("/personale/skoler").text
    assert all(word in page for word in ("STU Testby", "Slagelse Kommune", "Aftale"))
    (school,) = session.scalars(select(School))
    address = f"/personale/skoler/skole/{school.id}"
    assert 'value="20 30 40 50"' in editor.get(address).text
    send(editor, address, SCHOOL | {"name": "STU Nytby", "ends_on": "2026-02-01"})
    assert "Ingen aftale" in editor.get("/personale/skoler").text
    assert "STU Nytby" in editor.get("/stu/besoeg").text


def test_the_municipalities_stand_in_the_order_of_the_alphabet(editor: StrictClient) -> None:
    options = parse(editor.get("/personale/skoler/skole").text).findall(".//select/option")
    shown = [option.text for option in options]
    assert (shown[1:3], shown[-1], len(shown)) == (
        ["Albertslund Kommune", "Allerød Kommune"],
        "Aarhus Kommune",
        99,
    )


def test_a_school_can_be_taken_out(editor: StrictClient, session: Session) -> None:
    send(editor, "/personale/skoler/skole", SCHOOL)
    (school,) = session.scalars(select(School))
    address = f"/personale/skoler/skole/{school.id}"
    token = editor.form(editor.get(address))["csrf_token"]
    editor.post(f"{address}/slet", data={"csrf_token": token})
    assert editor.get(address).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"municipality_code": "9999"},
        {"starts_on": "", "ends_on": "2026-02-01"},
        {"starts_on": "2026-03-01", "ends_on": "2026-02-01"},
    ],
)
def test_a_school_that_cannot_be_is_not_kept(
    editor: StrictClient, session: Session, wrong: dict[str, str]
) -> None:
    assert send(editor, "/personale/skoler/skole", SCHOOL | wrong) == 422
    assert session.scalars(select(School)).all() == []


def test_a_gathering_is_on_the_page_and_in_the_file(editor: StrictClient, session: Session) -> None:
    assert "Der er ikke planlagt noget lige nu." in editor.get("/kalender").text
    assert send(editor, "/personale/kalender/dag", GATHERING) == 303
    assert "Kom og hør om job" in editor.get("/kalender").text
    assert "Kom og hør om job" in editor.get("/stu").text
    file = editor.get("/kalender.ics")
    assert file.content_type == "text/calendar; charset=utf-8"
    assert "SUMMARY;LANGUAGE=da:Jobkaravane: Kom og hør om job\r\n" in file.text
    assert "SEQUENCE:0\r\n" in file.text


def test_calendars_hear_that_a_gathering_is_cancelled(editor: StrictClient, session: Session) -> None:
    send(editor, "/personale/kalender/dag", GATHERING)
    (row,) = session.scalars(select(Gathering))
    address = f"/personale/kalender/dag/{row.id}"
    call_off = editor.form(editor.get(address))
    editor.post(f"{address}/aflys", data=call_off)
    assert "Aflyst" in editor.get("/kalender").text
    file = editor.get("/kalender.ics").text
    assert ("STATUS:CANCELLED" in file, "SEQUENCE:1" in file) == (True, True)
    # Pressed twice, or in two windows.
    editor.post(f"{address}/aflys", data=call_off)
    file = editor.get("/kalender.ics").text
    assert ("STATUS:CANCELLED" in file, "SEQUENCE:1" in file) == (True, True)
    editor.post(f"{address}/aflys", data=editor.form(editor.get(address)))
    file = editor.get("/kalender.ics").text
    assert ("STATUS:CONFIRMED" in file, "SEQUENCE:2" in file) == (True, True)


def test_a_gathering_of_yesterday_leaves_the_page(editor: StrictClient, session: Session) -> None:
    send(editor, "/personale/kalender/dag", GATHERING)
    (row,) = session.scalars(select(Gathering))
    row.starts_at, row.ends_at = clock.now() - timedelta(hours=27), clock.now() - timedelta(hours=25)
    session.commit()
    assert "Kom og hør om job" not in editor.get("/kalender").text
    assert "Kom og hør om job" in editor.get("/kalender.ics").text


@pytest.mark.parametrize("wrong", [{"kind": "party"}, {"until": "09:00"}, {"title": ""}, {"day": "i dag"}])
def test_a_gathering_that_cannot_be_is_not_kept(
    editor: StrictClient, session: Session, wrong: dict[str, str]
) -> None:
    assert send(editor, "/personale/kalender/dag", GATHERING | wrong) == 422
    assert session.scalars(select(Gathering)).all() == []


def test_a_consultant_sees_the_schools_and_changes_none(client: StrictClient, session: Session) -> None:
    sign_in(client, make_staff(session, Role.CONSULTANT, name="Stine Stu"))
    assert client.get("/personale/skoler").status_code == 200
    assert client.get("/personale/skoler/skole").status_code == 404


def test_the_form_suggests_the_schools_of_the_register(client: StrictClient, session: Session) -> None:
    session.add(School(name="STU Testby", changed_at=clock.now()))
    session.commit()
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "hvad-passer", fits="stu")
    page = client.get(f"{QUESTION}/din-skole").text
    assert '<option value="STU Testby">' in page
    assert 'list="school-forslag"' in page


def test_what_is_changed_of_schools_and_the_calendar_is_in_the_trail(
    editor: StrictClient, session: Session
) -> None:
    send(editor, "/personale/skoler/skole", SCHOOL)
    (school,) = session.scalars(select(School))
    token = editor.form(editor.get(f"/personale/skoler/skole/{school.id}"))["csrf_token"]
    editor.post(f"/personale/skoler/skole/{school.id}/slet", data={"csrf_token": token})
    send(editor, "/personale/kalender/dag", GATHERING)
    lines = session.scalars(select(AuditEntry).where(AuditEntry.purpose == "schools and calendar")).all()
    assert [(line.action, line.object_kind) for line in lines] == [
        ("keep", "school"),
        ("remove", "school"),
        ("keep", "gathering"),
    ]
