"""The pages of figures: for the office with a file for Excel, and one for everybody."""

import csv
import io
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy.orm import Session

from factories import make_application, make_consultant, make_posting, make_staff, sign_in
from portal import clock
from portal.figures import queries
from portal.models.staff import Role
from strict_client import StrictClient


@pytest.fixture
def lene(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lene Leder"))


def test_the_office_sees_the_year_without_small_counts(lene: StrictClient, session: Session) -> None:
    for _ in range(6):
        make_application(session)
    make_application(session, person={"municipality_code": "0751"})
    page = lene.get("/personale/tal").text
    assert f"Tal for {clock.today().year}" in page
    assert "Under 5" in page
    assert "Der er for få svar til at regne det ud." in page


def test_p29_the_file_opens_in_danish_excel(lene: StrictClient, session: Session) -> None:
    for _ in range(5):
        make_application(session)
    answer = lene.get("/personale/tal.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    year = str(clock.today().year)
    assert [year, "Modtaget og besvaret", "Venter på svar", "5"] in rows
    assert [year, "Dage til svar", "Median", "For få svar"] in rows


def test_p12_a_consultant_gets_no_figures(client: StrictClient, session: Session) -> None:
    sign_in(client, make_consultant(session).staff)
    assert client.get("/personale/tal").status_code == 404
    assert client.get("/personale/tal.csv").status_code == 404


def test_a_leader_enters_a_figure_which_then_is_public(lene: StrictClient) -> None:
    token = lene.form(lene.get("/personale/tal/aarstal"))
    typed = {"year": "2025", "key": "hires", "value": "1.701", "source": "Årets tal 2025"}
    assert lene.post("/personale/tal/aarstal", data=token | typed).status_code == 302
    page = lene.get("/tal").text
    assert "1.701" in page
    assert "Årets tal 2025" in page


@pytest.mark.parametrize(
    "typed",
    [
        *({"year": "1999"}, {"year": "x"}, {"key": "cats"}, {"source": ""}),
        *({"value": "mange"}, {"value": "93.5"}, {"value": "1.70"}, {"value": "1e3"}, {"value": "-1"}),
    ],
)
def test_a_figure_without_sense_is_not_kept(lene: StrictClient, typed: dict[str, str]) -> None:
    good = {"year": "2025", "key": "hires", "value": "700", "source": "Årets tal 2025"}
    token = lene.form(lene.get("/personale/tal/aarstal"))
    assert lene.post("/personale/tal/aarstal", data=token | good | typed).status_code == 422
    assert "Årets tal 2025" not in lene.get("/tal").text


@pytest.mark.parametrize(
    ("typed", "shown"), [("93,5", "93,5"), ("649", "649"), ("12.345", "12.345"), ("1000", "1.000")]
)
def test_a_figure_is_typed_as_danes_write_numbers(lene: StrictClient, typed: str, shown: str) -> None:
    token = lene.form(lene.get("/personale/tal/aarstal"))
    figure = {"year": "2025", "key": "talks", "value": typed, "source": "Årets tal 2025"}
    assert lene.post("/personale/tal/aarstal", data=token | figure).status_code == 302
    assert f">{shown}<" in lene.get("/tal").text.replace("\n", "")


def test_the_years_to_choose_are_those_of_clocks_in_copenhagen(session: Session) -> None:
    with time_machine.travel(datetime(2025, 12, 31, 23, 30, tzinfo=UTC)):
        make_application(session)
    with time_machine.travel(datetime(2027, 12, 31, 23, 30, tzinfo=UTC)):
        assert queries.years(session) == [2028, 2027, 2026]


def test_everybody_reads_the_open_jobs_and_the_figures_of_the_years(
    client: StrictClient, session: Session
) -> None:
    make_posting(session)
    page = client.get("/tal").text
    assert "Lige nu er der 1 åbent job." in page
    assert "Sjælland" in page
    assert "649" in page
    assert "KLAPjob, årets tal 2023" in page
