"""Staff keep the register of municipalities: contacts, figures and agreements, each by its role."""

from datetime import timedelta

import page as checker
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_staff, sign_in
from portal import clock
from portal.models.agreement import Agreement
from portal.models.audit import AuditEntry
from portal.models.leaflet import LeafletState
from portal.models.staff import Role
from portal.municipalities import leaflets
from portal.privacy import words
from strict_client import StrictClient

ROOM = "/personale/kommuner/slagelse"


def day_in(years: int) -> str:
    return (clock.today() + timedelta(days=365 * years)).isoformat()


def test_contact_and_figures_come_onto_the_page(editor: StrictClient) -> None:
    typed = {
        "contact_name": "Karin Kontakt",
        "contact_role": "Jobcenter",
        "contact_phone": "45000000",
        "contact_email": "karin@kommune.example",
        "hired": "14",
        "hired_year": "2025",
    }
    editor.post(ROOM, data=editor.form(editor.get(ROOM), **typed))
    page = editor.get("/kommuner/slagelse").text
    assert "Karin Kontakt" in page
    assert "14 fik job i 2025" in page
    wrong = editor.post(ROOM, data=editor.form(editor.get(ROOM), **(typed | {"hired_year": ""})))
    assert (wrong.status_code, "Skriv både antal og år" in wrong.text) == (422, True)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("contact_phone", "12", "Telefon: Skriv telefonnummeret med 8 tal."),
        ("hired_year", "26", "År: Skriv et årstal fra 2009 og frem til i år."),
        ("hired_year", "2999", "År: Skriv et årstal fra 2009 og frem til i år."),
        ("hired_year", "i fjor", "År: Skriv et helt tal."),
        ("hired", f"{7:040}", "Antal ansat: Skriv et helt tal."),
        ("hired_year", f"{2025:05000}", "År: Skriv et helt tal."),
    ],
)
def test_what_cannot_be_about_a_municipality_is_pointed_out(
    editor: StrictClient, field: str, typed: str, said: str
) -> None:
    form = editor.form(editor.get(ROOM), hired="3", hired_year="2025")
    wrong = editor.post(ROOM, data=form | {field: typed})
    assert (wrong.status_code, said in wrong.text) == (422, True)


def test_an_agreement_is_kept_and_becomes_a_document(editor: StrictClient, session: Session) -> None:
    form = editor.form(editor.get(f"{ROOM}/aftale"))
    typed = {"kind": "extended", "starts_on": day_in(-1), "ends_on": day_in(5), "promised": "En folder."}
    editor.post(f"{ROOM}/aftale", data=form | typed)
    assert "Udvidet samarbejde" in editor.get("/kommuner/slagelse").text
    row = session.scalars(select(Agreement)).one()
    made = editor.get(f"{ROOM}/aftale/{row.id}/aftale.pdf")
    assert [failure.rule_id for failure in checker.validate_pdf_bytes(made.data).failures] == []
    assert editor.get(f"/personale/kommuner/soroe/aftale/{row.id}").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_on": "2020-01-01"}, "Den sidste dag skal komme efter den første."),
        ({"starts_on": "9999-01-01"}, "Første dag: Vælg en dag."),
        ({"kind": "secret"}, "Vælg, hvilken slags aftale det er."),
        ({"our_name": "Ann 010190-1234"}, "Skriv uden CPR-nummer."),
        ({"their_email": "karin"}, "Mail i kommunen: Skriv mailen som navn@sted.dk."),
        ({"promised": "En folder til 010190-1234."}, "Hvad er aftalt?: Skriv uden CPR-nummer."),
        ({"promised": "x" * 5000}, "Teksten er for lang."),
    ],
)
def test_an_agreement_that_cannot_be_is_not_kept_and_stays_as_typed(
    editor: StrictClient, session: Session, wrong: dict[str, str], said: str
) -> None:
    form = editor.form(editor.get(f"{ROOM}/aftale"))
    typed = {"kind": "extended", "starts_on": day_in(-1), "their_role": "Leder af jobcentret"} | wrong
    page = editor.post(f"{ROOM}/aftale", data=form | typed)
    assert (page.status_code, said in page.text, "Leder af jobcentret" in page.text) == (422, True, True)
    assert session.scalars(select(Agreement)).all() == []


def test_a_leader_enters_newer_figures_of_what_a_job_is_worth(leader: StrictClient) -> None:
    typed = {
        "cost": "30000",
        "saving": "150000",
        "years": "5",
        "before": "40",
        "after": "82",
        "source": "Ny evaluering",
        "source_year": "2026",
        "caveat": "Hele den offentlige sektor.",
    }
    leader.post("/personale/vaerdi/nye-tal", data=leader.form(leader.get("/personale/vaerdi"), **typed))
    page = leader.get("/kommuner/slagelse").text
    assert "1.200.000 kr." in page
    assert "Ny evaluering, 2026" in page


def test_a_percentage_of_what_a_job_is_worth_is_at_most_100(leader: StrictClient) -> None:
    form = leader.form(leader.get("/personale/vaerdi"), after="180")
    wrong = leader.post("/personale/vaerdi/nye-tal", data=form)
    assert (wrong.status_code, "Skriv højst 100." in wrong.text) == (422, True)


def test_the_list_of_staff_shows_all_98_and_what_ends_soon(editor: StrictClient, session: Session) -> None:
    assert editor.get("/personale/kommuner").text.count("kj-queue__row") == 98
    assert LeafletState.DRAFT not in [v.state for v in leaflets.versions(session, SLAGELSE)]


def test_consultants_and_admins_have_no_business_here(client: StrictClient, session: Session) -> None:
    sign_in(client, make_staff(session, Role.CONSULTANT, Role.ADMIN, name="Adam Admin"))
    for path in ("/personale/kommuner", ROOM, f"{ROOM}/folder", "/personale/vaerdi"):
        assert client.get(path).status_code == 404


def test_what_is_changed_of_a_municipality_is_in_the_trail_without_its_words(
    leader: StrictClient, session: Session
) -> None:
    leader.post(ROOM, data=leader.form(leader.get(ROOM), contact_name="Karin Kontakt"))
    form = leader.form(leader.get(f"{ROOM}/aftale"))
    leader.post(f"{ROOM}/aftale", data=form | {"kind": "extended", "their_name": "Karin Kontakt"})
    leader.post(f"{ROOM}/folder/begynd", data=leader.form(leader.get(f"{ROOM}/folder")))
    lines = session.scalars(select(AuditEntry).where(AuditEntry.purpose == "pages of municipalities")).all()
    assert [(line.action, line.object_kind) for line in lines] == [
        ("keep", "municipality"),
        ("keep", "agreement"),
        ("begin", "leaflet"),
    ]
    assert not [line for line in lines if "Karin" in f"{line.object_id} {line.fields}"]
    assert {words.kind(line.object_kind) for line in lines} == {
        "En kommunes oplysninger",
        "En aftale med en kommune",
        "En folder",
    }
