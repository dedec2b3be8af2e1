"""Each of the 98 municipalities has a page that a case worker finds and can send on."""

import pytest
from sqlalchemy.orm import Session

from factories import make_consultant, make_posting, make_staff
from portal import clock
from portal.easyread.lix import measure
from portal.models.figure import YearlyFigure
from portal.models.staff import Role, StaffRole
from portal.municipalities import places
from reading import page_lix, running_text
from strict_client import StrictClient


@pytest.mark.parametrize("typed", ["4200", "Slagelse", "slagelse kommune", "4200 Slagelse"])
def test_a_place_leads_straight_to_its_municipality(client: StrictClient, typed: str) -> None:
    answer = client.get("/kommuner", query_string={"sted": typed})
    assert (answer.status_code, answer.location) == (302, "/kommuner/slagelse")


def test_a_name_that_is_shared_is_asked_about(client: StrictClient) -> None:
    page = client.get("/kommuner?sted=Nykøbing").text
    assert "Hvilken kommune mener du?" in page
    assert 'href="/kommuner/guldborgsund"' in page
    assert 'href="/kommuner/morsoe"' in page


def test_an_unknown_place_is_shown_again_and_does_no_harm(client: StrictClient) -> None:
    assert "Vi kender ikke »&lt;b&gt;Atlantis«" in client.get("/kommuner?sted=<b>Atlantis").text


def test_all_98_are_on_the_list_and_open(client: StrictClient) -> None:
    listed = client.get("/kommuner").text
    assert len(places.SLUGS) == len(set(places.SLUGS.values())) == 98
    assert [slug for slug in places.SLUGS.values() if f'href="/kommuner/{slug}"' not in listed] == []
    for slug in ("ishoej", "lyngby-taarbaek", "ikast-brande", "koebenhavn", "bornholm", "aeroe"):
        assert client.get(f"/kommuner/{slug}").status_code == 200
    assert client.get("/kommuner/atlantis").status_code == 404


def test_a_page_shows_the_consultant_the_jobs_and_what_they_are_worth(
    client: StrictClient, session: Session
) -> None:
    make_consultant(session)
    make_posting(session)
    page = client.get("/kommuner/slagelse").text
    assert "Ann Advis" in page
    assert "Medarbejder i bageren" in page
    assert "1 ledigt job i kommunen" in page
    assert "1.009.000 kr." in page
    assert 'href="/indlejr/kode?kommune=0330"' in page
    assert "mailto:?subject=KLAPjob%20i%20Slagelse%20Kommune&amp;body=Hej%0D%0A" in page


def test_who_has_the_role_no_more_is_not_named(client: StrictClient, session: Session) -> None:
    make_consultant(session).staff.role_rows = [StaffRole(role=Role.EDITOR)]
    session.commit()
    assert "Ann Advis" not in client.get("/kommuner/slagelse").text


def test_where_nobody_is_the_office_answers(client: StrictClient) -> None:
    assert "Kontoret svarer for kommunen lige nu." in client.get("/kommuner/slagelse").text


@pytest.mark.parametrize(
    "address", ["/kommuner", "/kommuner/slagelse", "/henvis/slagelse", "/henvis/slagelse/tak"]
)
def test_pages_for_case_workers_are_easy_enough(client: StrictClient, address: str) -> None:
    assert page_lix(client.get(address).text).score <= 35


def test_the_leaflets_side_for_citizens_is_as_easy_as_the_rest(client: StrictClient) -> None:
    citizens, _, staff = running_text(client.get("/kommuner/slagelse/folder").text).partition("Skånejob:")
    assert staff
    assert measure(citizens).score <= 20
    assert measure(staff).score <= 35


def test_newer_figures_of_the_whole_country_come_into_the_leaflet(
    client: StrictClient, session: Session
) -> None:
    before = client.get("/kommuner/slagelse/folder").text
    assert "<li>649 fik et KLAPjob i hele landet i 2023.</li>\n<li>73,5 % er i et KLAPjob" in before
    leader = make_staff(session, Role.LEADER)
    for key, value in (("hires", 701.0), ("after_six_months", 75.0)):
        session.add(
            YearlyFigure(
                year=2025, key=key, value=value, source="x", entered_at=clock.now(), entered_by_id=leader.id
            )
        )
    session.commit()
    after = client.get("/kommuner/slagelse/folder").text
    assert "<li>701 fik et KLAPjob i hele landet i 2025.</li>\n<li>75 % er i et KLAPjob" in after
