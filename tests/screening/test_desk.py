"""One's own desk: lists saved under a name, and keys of the keyboard that can be turned off (WCAG 2.1.4)."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from case_work import case_path, form_on
from factories import make_application, make_consultant, make_staff, sign_in
from portal.models.staff import Role
from strict_client import StrictClient

SLAGELSE = {"kommune": "0330", "gruppe": "nye"}


@pytest.fixture
def sanne(app: Flask, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(app.test_client(), make_staff(session))


@pytest.fixture
def lene(app: Flask, session: Session) -> StrictClient:
    return sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))


def _save(client: StrictClient, name: str, **filters: str) -> str:
    sent = form_on(client.get("/personale", query_string=filters), "visninger")
    assert sent is not None
    return str(client.post("/personale/visninger", data=sent | {"navn": name}).location)


def test_a_list_is_saved_under_a_name_and_leads_back_to_its_filters(sanne: StrictClient) -> None:
    assert _save(sanne, "Nye i Slagelse", **SLAGELSE) == "/personale?gruppe=nye&kommune=0330"
    link = '<a class="kj-link" href="/personale?gruppe=nye&amp;kommune=0330">Nye i Slagelse</a>'
    assert link in sanne.get("/personale").text


def test_a_saved_list_is_ones_own(sanne: StrictClient, lene: StrictClient, session: Session) -> None:
    _save(sanne, "Nye i Slagelse", **SLAGELSE)
    assert "Nye i Slagelse" not in lene.get("/personale").text
    page = sanne.get("/personale")
    action = next(form for form in page.text.split('"') if form.endswith("/fjern"))
    sent = form_on(page, action.removeprefix("/"))
    assert sent is not None
    token = form_on(lene.get("/personale"), "genveje")
    assert token is not None
    assert lene.post(action, data=token).status_code == 404
    assert sanne.post(action, data=sent).status_code == 302
    assert (
        "Nye i Slagelse" not in sanne.get("/personale").text.partition("<main")[2].partition("visninger")[2]
    )


def test_the_same_name_takes_the_place_of_the_old_list(sanne: StrictClient) -> None:
    _save(sanne, "Min liste", **SLAGELSE)
    _save(sanne, "min liste", ordning="fleksjob")
    page = sanne.get("/personale").text
    assert page.count("/fjern") == 1
    assert 'href="/personale?ordning=fleksjob"' in page


@pytest.mark.parametrize("name", ["", "   ", "010170-1234"])
def test_a_list_without_a_fitting_name_is_not_saved(sanne: StrictClient, name: str) -> None:
    _save(sanne, name, **SLAGELSE)
    page = sanne.get("/personale").text
    assert "Giv visningen et navn" in page
    assert "/fjern" not in page


def test_there_is_room_for_twenty(sanne: StrictClient) -> None:
    sent = form_on(sanne.get("/personale"), "visninger")
    assert sent is not None
    for number in range(21):
        sanne.post("/personale/visninger", data=sent | {"navn": f"Liste {number}"})
    page = sanne.get("/personale").text
    assert page.count("/fjern") == 20
    assert "Fjern en af dem først" in page


def test_shortcuts_are_told_of_and_can_be_turned_off(sanne: StrictClient, session: Session) -> None:
    case = make_application(session)
    page = sanne.get(case_path(case)).text
    assert 'aria-keyshortcuts="T"' in page
    assert "Den næste sag på listen" in page
    sent = form_on(sanne.get("/personale"), "genveje")
    assert sent is not None
    sanne.post("/personale/genveje", data=sent | {"til": "nej"})
    for address in (case_path(case), "/personale"):
        page = sanne.get(address).text
        assert "aria-keyshortcuts" not in page
        assert "data-shortcuts" not in page
        assert "Genvejene er slået fra." in page
    sanne.post("/personale/genveje", data=sent | {"til": "ja"})
    assert "data-shortcuts" in sanne.get("/personale").text
