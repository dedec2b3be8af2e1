"""A case worker finds her municipality, takes its leaflet and refers a citizen; staff renew the leaflet."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_consultant, make_staff, sign_in
from portal import clock
from portal.models.application import Application, State
from portal.models.leaflet import Leaflet
from portal.models.mail import OutboxMessage
from portal.models.staff import Role
from portal.municipalities import leaflets
from strict_client import StrictClient, parse

ROOM = "/personale/kommuner/slagelse/folder"
SENT: dict[str, Any] = {
    "by_name": "Sara Sagsbehandler",
    "by_role": "jobcentre",
    "by_phone": "20 20 20 20",
    "by_email": "sara@kommune.example",
    "agreed": "y",
    "how": "talked",
    "name": "Kim Kandidat",
    "phone": "20 11 22 33",
    "email": "kim@example.com",
    "fits": "disability_pension",
}


def link(page: str, words: str) -> str:
    """The address behind the link or button with these words."""
    return next(a.get("href", "") for a in parse(page).iter("a") if words in "".join(a.itertext()))


def test_a_case_worker_finds_her_municipality_and_refers_a_citizen(
    client: StrictClient, session: Session
) -> None:
    make_consultant(session)
    page = client.get("/kommuner?sted=4200", follow_redirects=True).text
    assert "Ann Advis" in page

    leaflet = client.get(link(page, "Hent folderen (PDF"))
    assert (leaflet.mimetype, leaflet.data[:5]) == ("application/pdf", b"%PDF-")

    form = client.get(link(page, "Henvis en borger"))
    thanks = client.post(form.request.path, data=client.form(form, **SENT), follow_redirects=True)
    assert "Tak. Vi har fået henvisningen." in thanks.text

    asked = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == "your_yes")).one()
    address = next(word for word in asked.text.split() if "/ja/" in word).removeprefix(
        "http://localhost:8000"
    )
    yes = client.get(address)
    client.post(address, data=client.form(yes, do="yes"))
    assert session.scalars(select(Application.state)).one() == State.SCREENING


@pytest.fixture
def leaflet(session: Session) -> Leaflet:
    """Slagelse's own leaflet, which ends tomorrow."""
    editor, leader = make_staff(session, Role.EDITOR, name="Erik Editor"), make_staff(session, Role.LEADER)
    version = leaflets.begin(session, SLAGELSE, by=editor)
    tomorrow = clock.today() + timedelta(days=1)
    leaflets.write(session, version, {"title": "Den gamle folder"}, expires_on=tomorrow, by=editor)
    leaflets.approve(session, version, by=leader)
    leaflets.publish(session, version, by=leader)
    return version


def test_staff_renew_a_leaflet_before_it_ends(
    client: StrictClient, session: Session, leaflet: Leaflet
) -> None:
    sign_in(client, make_staff(session, Role.EDITOR, Role.LEADER, name="Lea Leder"))
    next_year = (clock.today() + timedelta(days=365)).isoformat()
    for action, typed in (
        ("/begynd", {}),
        ("", {"title": "Den nye folder", "expires_on": next_year}),
        ("/godkend", {}),
        ("/udgiv", {}),
    ):
        fields = parse(client.get(ROOM).text).findall(".//input[@type='hidden']")
        hidden = {field.get("name"): field.get("value", "") for field in fields}
        client.post(f"{ROOM}{action}", data=hidden | typed)
    page = client.get("/kommuner/slagelse/folder").text
    assert ("Den nye folder" in page, "Den gamle folder" in page) == (True, False)


def test_an_expired_leaflet_is_never_served_as_current(
    client: StrictClient, session: Session, leaflet: Leaflet
) -> None:
    assert "Den gamle folder" in client.get("/kommuner/slagelse/folder").text
    leaflet.expires_on = clock.today() - timedelta(days=1)
    session.commit()
    assert "Den gamle folder" not in client.get("/kommuner/slagelse/folder").text
    assert "Standardfolder" in client.get("/kommuner/slagelse/folder").text
