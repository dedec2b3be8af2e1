"""The page of one job: its fixed easy parts, the ad's own text, its address."""

from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from board_ads import counted_queries, links, make_ad, shown_employers
from portal import clock
from portal.models.posting import Posting
from portal.saying import danish_date
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse

FULL = """<p>For at søge jobbet skal du have førtidspension.</p>
<p>Jobbet kan kun søges gennem KLAPjob. Kontakt venligst ikke butikken.</p>
<p>Arbejdsopgaverne kan fx være:</p><ul><li>Pakke brød og kager</li><li>Let opvask</li></ul>
<p>Arbejdstiden er 12 timer om ugen, mandag til torsdag.</p>
<p>Vi tilbyder:</p><ul><li>Personalerabat</li></ul><p>Vi tager hensyn til dig.</p>"""
NOT_STATED = "Det står der ikke noget om. Spørg os."


def parts(page: str) -> dict[str, list[str]]:
    """The parts of a page by heading: the lines of each."""
    return {
        "".join(part.find("h2").itertext()): _lines(part.find("./div"))
        for part in parse(page).findall(".//section[@class='kj-fact']")
    }


def _lines(part) -> list[str]:
    """The lines of a part, without the hard words that are explained between them."""
    folded = {text for words in part.iter("details") for text in words.itertext()}
    return [" ".join(text.split()) for text in part.itertext() if text.strip() and text not in folded]


def show(client: StrictClient, ad: Posting) -> str:
    answer = client.get(f"/job/{ad.id}-{ad.slug}")
    assert answer.status_code == 200
    return answer.text


def test_the_parts_tell_what_the_ad_states(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, body_html=FULL, address="Prøvevej 4", deadline=clock.today() + timedelta(days=400))
    told = parts(show(client, ad))
    assert list(told) == [
        "Hvad skal du lave?",
        "Hvor er jobbet?",
        "Hvor mange timer?",
        "Hvad får du?",
        "Hvem kan få jobbet?",
        "Kan du prøve jobbet først?",
        "Sådan søger du",
    ]
    assert told["Hvad skal du lave?"] == ["Pakke brød og kager", "Vaske lidt op"]
    assert told["Hvor er jobbet?"][:4] == ["Bilka", "Prøvevej 4", "4200 Slagelse", "Slagelse Kommune"]
    assert told["Hvor mange timer?"] == ["12 timer om ugen.", "Mandag til torsdag."]
    assert told["Hvad får du?"][:3] == [
        "Løn ved siden af din pension",
        "Rabat på varer",
        "De tager hensyn til dig",
    ]
    assert told["Hvem kan få jobbet?"] == [
        "Du kan få det her job, hvis du har førtidspension.",
        "Det hedder et skånejob.",
    ]


def test_each_task_has_its_picture(client: StrictClient, session: Session) -> None:
    page = parse(show(client, make_ad(session, body_html=FULL)))
    tasks = page.find(".//ul[@class='kj-pairs']")
    assert tasks is not None
    keys = [use.get("href", "").partition("#")[2] for use in tasks.iter("{http://www.w3.org/2000/svg}use")]
    assert keys == ["bread", "dishes"]


def test_a_part_that_the_ad_does_not_state_says_so_kindly(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, body_html="", conditions=(), town="", employer="", title="Medarbejder")
    told = parts(show(client, ad))
    silent = [heading for heading, lines in told.items() if lines == [NOT_STATED]]
    assert silent == [
        "Hvad skal du lave?",
        "Hvor er jobbet?",
        "Hvor mange timer?",
        "Hvem kan få jobbet?",
    ]
    assert told["Hvad får du?"][0] == NOT_STATED


def test_the_last_day_and_the_way_in_are_told(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, body_html=FULL, deadline=date(2099, 12, 4))
    assert parts(show(client, ad))["Sådan søger du"] == [
        "Tryk på den store knap. Svar på nogle få spørgsmål. Så ringer vi til dig. Eller vi sender en mail.",
        "Du kan kun søge jobbet gennem KLAPjob. Du skal ikke selv skrive eller ringe til arbejdspladsen.",
        "Sidste dag at søge er fredag 4. december.",
        f"Jobbet er sidst opdateret {danish_date(ad.changed_at)}.",
        "Jeg er interesseret",
        "Ring til os på",
        "36 35 96 60",
    ]


def test_p55_an_ad_stays_while_its_source_is_silent_and_says_when_it_was_last_updated(
    client: StrictClient, session: Session
) -> None:
    with time_machine.travel("2026-11-02T12:00:00Z", tick=False):
        ad = make_ad(session, body_html=FULL)
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
        assert "Jobbet er sidst opdateret mandag 2. november." in show(client, ad)


@pytest.mark.parametrize(
    ("conditions", "who"),
    [
        (
            ("skånejob",),
            ["Du kan få det her job, hvis du har førtidspension.", "Det hedder et skånejob."],
        ),
        (
            ("fleksjob",),
            [
                "Du kan få det her job, hvis du har ret til fleksjob.",
                "Kommunen siger ja eller nej til fleksjob.",
            ],
        ),
        ((), [NOT_STATED]),
    ],
)
def test_what_only_the_source_knows_about_the_kind_of_job_is_told_too(
    client: StrictClient, session: Session, conditions: tuple[str, ...], who: list[str]
) -> None:
    ad = make_ad(session, conditions=conditions)
    assert parts(show(client, ad))["Hvem kan få jobbet?"][: len(who)] == who


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (12.0, 12.0, ["12 timer om ugen.", "Det kan være 3 dage med 4 timer."]),
        (9.0, 9.0, ["9 timer om ugen.", "Det kan være 3 dage med 3 timer."]),
        (14.0, 14.0, ["14 timer om ugen.", "Det kan være 4 dage med 3,5 timer."]),
        (10.0, 15.0, ["10-15 timer om ugen.", "Det kan være 5 dage med 3 timer."]),
        (None, 20.0, ["Op til 20 timer om ugen.", "Det kan være 5 dage med 4 timer."]),
        (3.0, 3.0, ["3 timer om ugen."]),
        (37.0, 37.0, ["37 timer om ugen."]),
        (13.7, 13.7, ["13,7 timer om ugen."]),
    ],
)
def test_the_hours_are_told_with_an_example(
    client: StrictClient, session: Session, least: float | None, most: float | None, told: list[str]
) -> None:
    ad = make_ad(session, hours_min=least, hours_max=most)
    assert parts(show(client, ad))["Hvor mange timer?"] == told


def test_the_ads_own_text_is_folded_below_and_shown_as_it_is(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, body_html="<p>Vi er <b>glade</b> & søger <script>alert(1)</script>dig</p>")
    folded = parse(show(client, ad)).find(".//details/div[@data-imported]")
    assert folded is not None
    assert [(e.tag, "".join(e.itertext())) for e in folded] == [
        ("h2", "Bilka Slagelse - medarbejder i bageren"),
        ("p", "Vi er glade & søger dig"),
    ]
    assert [e.tag for e in folded.iter("b")] == ["b"]


def test_an_ad_without_text_has_nothing_to_unfold(client: StrictClient, session: Session) -> None:
    assert (
        parse(show(client, make_ad(session, body_html=""))).findall(".//main//div[@data-imported]/h2") == []
    )


def test_the_reader_is_told_that_a_computer_wrote_the_easy_text(
    client: StrictClient, session: Session
) -> None:
    assert "En computer har lavet den korte tekst. Den kan tage fejl." in show(client, make_ad(session))


def test_i_am_interested_leads_to_the_form(client: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    assert links(show(client, ad))["Jeg er interesseret"] == f"/ansoeg/{ad.id}"


def test_the_title_tells_this_job_from_others(client: StrictClient, session: Session) -> None:
    title = parse(show(client, make_ad(session))).findtext("./head/title")
    assert title == "Hjælpe i bageren - Bilka, Slagelse - KLAPjob"


@pytest.mark.parametrize("ending", ["", "-", "-forkert", "-HJAELPE-I-BAGEREN", "-hjaelpe-i-bageren-x"])
def test_another_slug_leads_to_the_right_address(client: StrictClient, session: Session, ending: str) -> None:
    ad = make_ad(session)
    answer = client.get(f"/job/{ad.id}{ending}")
    assert (answer.status_code, answer.headers.get("Location")) == (301, f"/job/{ad.id}-hjaelpe-i-bageren")


def test_an_address_in_capitals_leads_to_the_job(client: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    assert client.get(f"/job/{ad.id.upper()}").headers["Location"] == f"/job/{ad.id}-hjaelpe-i-bageren"


@pytest.mark.parametrize(
    "name", ["findes-ikke", "3", "%00", "æøå-job", "..%2f", "a" * 3000, "🙂", "' or 1=1"]
)
def test_an_unknown_job_is_not_there(client: StrictClient, session: Session, name: str) -> None:
    make_ad(session)
    assert client.get(f"/job/{name}").status_code == 404


def test_parts_stored_by_an_older_version_are_read_afresh(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, easy={"version": 0, "tasks": "?"})
    assert parts(show(client, ad))["Hvad skal du lave?"] == ["Pakke brød", "Tømme skraldespande"]


def test_other_jobs_near_stand_at_the_bottom_nearest_first(client: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    for employer, code in [
        ("I Aarhus", "8000"),
        ("I Sorø", "4180"),
        ("I byen", "4200"),
        ("I Næstved", "4700"),
    ]:
        make_ad(session, employer=employer, postal_code=code)
    make_ad(session, employer="I København", postal_code="2100")
    assert shown_employers(show(client, ad)) == ["I byen", "I Sorø", "I Næstved", "I København"]


def test_the_page_takes_the_same_queries_however_many_jobs_are_near(
    client: StrictClient, session: Session
) -> None:
    ad = make_ad(session)
    address, needed = f"/job/{ad.id}-{ad.slug}", []
    for more in (1, 2, 20):
        for _ in range(more):
            make_ad(session)
        with counted_queries() as queries:
            client.get(address)
        needed.append(len(queries))
    # One of them is for the cards that were never shown before, however many.
    assert needed == sorted(needed, reverse=True)
    assert max(needed) <= 5, "one less on PostgreSQL"


@pytest.mark.parametrize("body", [FULL, ""])
def test_the_page_is_easy_to_read(client: StrictClient, session: Session, body: str) -> None:
    make_ad(session, employer="Netto")
    page = show(client, make_ad(session, body_html=body))
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
