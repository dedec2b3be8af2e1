"""What helps a reader to understand a job: pay, a day, the way there, a trial, hard words."""

import pytest
from sqlalchemy.orm import Session

from board_ads import links, make_ad
from portal.models.posting import Posting
from reading import long_sentences, page_lix, running_text
from strict_client import StrictClient, parse

FULL = """<p>Arbejdsopgaverne kan fx være:</p><ul><li>Pakke brød</li><li>Tømme skraldespande</li>
<li>Let opvask</li></ul><p>Du starter i en praktikperiode. Der er mulighed for pauser.</p>"""


def show(client: StrictClient, ad: Posting) -> str:
    answer = client.get(f"/job/{ad.id}-{ad.slug}")
    assert answer.status_code == 200
    return answer.text


def test_the_pay_is_worked_out_from_the_hours(client: StrictClient, session: Session) -> None:
    text = running_text(show(client, make_ad(session, hours_min=12.0, hours_max=12.0)))
    assert "Her kan det blive cirka 3.400 kroner om måneden, før skat." in text
    assert "Spørg altid din kommune, hvad du får i alt." in text


def test_a_day_is_told_in_steps_with_pictures(client: StrictClient, session: Session) -> None:
    steps = parse(show(client, make_ad(session, body_html=FULL))).findall(".//ol[@class='kj-day']/li")
    assert ["".join(step.itertext()).strip() for step in steps] == [
        "Først pakker du brød.",
        "Bagefter tømmer du skraldespande.",
        "Så holder du en pause.",
        "Til sidst vasker du lidt op.",
    ]


def test_an_ad_that_states_too_little_tells_no_day(client: StrictClient, session: Session) -> None:
    assert "Sådan kan en dag være" not in show(client, make_ad(session, body_html=""))


def test_the_way_there_opens_in_a_map_of_ones_own_choice(client: StrictClient, session: Session) -> None:
    ad = make_ad(session, address="Prøvevej 4", postal_code="4200", town="Slagelse")
    page = show(client, ad)
    found = links(page)
    where = "Pr%C3%B8vevej+4%2C+4200+Slagelse%2C+Danmark"
    assert {name: found[name] for name in ("Google Maps", "OpenStreetMap", "Kort i din telefon")} == {
        "Google Maps": f"https://www.google.com/maps/dir/?api=1&destination={where}&travelmode=transit",
        "OpenStreetMap": f"https://www.openstreetmap.org/search?query={where}",
        "Kort i din telefon": f"geo:0,0?q={where}",
    }
    tree = parse(page)
    assert [e.get("src") for e in tree.iter() if (e.get("src") or "").startswith("http")] == []
    outside = [a for a in tree.iter("a") if (a.get("href") or "").startswith("http")]
    assert [a.get("rel") for a in outside] == ["external noreferrer noopener"] * 2


def test_an_ad_without_a_place_leads_to_no_map(client: StrictClient, session: Session) -> None:
    assert "OpenStreetMap" not in show(client, make_ad(session, title="Hjælp i bageren", town=""))


@pytest.mark.parametrize(
    ("body", "first"), [(FULL, "Her begynder du med praktik."), ("", "Mange begynder med praktik.")]
)
def test_what_a_trial_is_stands_on_every_job(
    client: StrictClient, session: Session, body: str, first: str
) -> None:
    page = show(client, make_ad(session, body_html=body))
    assert first in running_text(page)
    assert "Du må gerne sige nej." in page
    assert "Hvad betyder praktik?" in page


@pytest.mark.parametrize("conditions", [("skånejob",), ("fleksjob",), ()])
def test_the_page_is_easy_to_read(
    client: StrictClient, session: Session, conditions: tuple[str, ...]
) -> None:
    ad = make_ad(session, body_html=FULL, conditions=conditions, hours_min=10.0, hours_max=15.0)
    page = show(client, ad)
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
