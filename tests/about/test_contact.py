"""Find my consultant: from a postal code or a town, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factories import make_consultant
from portal.about import contact
from portal.places.municipalities import by_code, in_alphabet
from strict_client import StrictClient, parse


def answer(client: StrictClient, **asked: str) -> str:
    """The text of the answer on the page; "" where it gives none."""
    found = parse(client.get("/kontakt", query_string=asked).text).find(".//*[@id='svar']")
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


@pytest.mark.parametrize("typed", ["4200", "4200 Slagelse", "slagelse", "  SLAGELSE ", "DK-4200", "slagelze"])
def test_a_place_gives_the_consultant_with_telephone_and_mail(
    client: StrictClient, session: Session, typed: str
) -> None:
    make_consultant(session)
    told = answer(client, sted=typed)
    assert "Din konsulent i Slagelse Kommune" in told
    assert "Ann Advis" in told
    page = client.get("/kontakt", query_string={"sted": typed}).text
    assert 'href="tel:+4520000000"' in page
    assert 'href="mailto:ann@example.com"' in page


def test_a_municipality_from_the_list_gives_its_consultant(client: StrictClient, session: Session) -> None:
    make_consultant(session, "0461", name="Otto Fyn")
    assert "Otto Fyn" in answer(client, kommune="0461")


def test_a_municipality_without_a_consultant_leads_to_the_office(client: StrictClient) -> None:
    told = answer(client, sted="4200")
    assert "Kontoret hjælper dig" in told
    assert "36 35 96 60" in told


def test_a_consultant_who_has_left_is_not_shown(client: StrictClient, session: Session) -> None:
    consultant = make_consultant(session)
    consultant.staff.active = False
    session.commit()
    assert "Ann Advis" not in answer(client, sted="4200")


def test_a_name_of_several_places_lets_the_reader_choose(client: StrictClient) -> None:
    page = parse(client.get("/kontakt?sted=Nykøbing").text)
    links = [link.get("href") for link in page.findall(".//*[@id='svar']//a")]
    assert links == ["/kontakt?kommune=0306", "/kontakt?kommune=0376", "/kontakt?kommune=0773"]


def test_an_unknown_place_leads_to_the_telephone(client: StrictClient) -> None:
    page = client.get("/kontakt?sted=rumraket").text
    assert "Vi kender ikke »rumraket«" in page
    assert answer(client, sted="rumraket") == ""


def test_a_code_that_does_not_exist_is_as_if_nothing_was_asked(client: StrictClient) -> None:
    assert answer(client, kommune="9999") == ""
    assert client.get("/kontakt?kommune=9999").status_code == 200


def test_an_open_page_asks_and_offers_every_municipality(client: StrictClient) -> None:
    page = parse(client.get("/kontakt").text)
    options = [option.text for option in page.findall(".//main//option")]
    assert len(options) == 1 + 98
    assert options[:3] == ["Vælg kommune", "Albertslund Kommune", "Allerød Kommune"]
    assert options[-1] == "Aarhus Kommune"


@given(typed=st.text(max_size=300), code=st.text(max_size=6))
def test_whatever_is_written_the_answer_is_usable(typed: str, code: str) -> None:
    found = contact.find(NoConsultants(), typed=typed, code=code)  # type: ignore[arg-type]
    assert len(found.choices) <= contact.MOST_LIKELY
    assert found.typed.isprintable()
    assert [found.municipality is not None, bool(found.choices), found.is_unknown].count(True) <= 1


class NoConsultants:
    """A database in which nobody works."""

    def scalar(self, _query: object) -> None:
        return None


def test_a_municipality_has_the_name_that_stands_on_letters() -> None:
    names = [by_code(code).full_name for code in ("0330", "0101", "0400")]  # type: ignore[union-attr]
    assert names == ["Slagelse Kommune", "Københavns Kommune", "Bornholms Regionskommune"]


def test_the_list_follows_the_danish_alphabet() -> None:
    assert [place.name for place in in_alphabet()][-4:] == ["Ærø", "Aabenraa", "Aalborg", "Aarhus"]
