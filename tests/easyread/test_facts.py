"""What an ad states beside its tasks, and what it does not state is not made up."""

import pytest

from portal.easyread.ad import read_ad


def ad_of(body, title="Medarbejder"):
    return read_ad(title=title, employer="Firmaet", town="Køge", body_html=body)


@pytest.mark.parametrize(
    ("body", "gets"),
    [
        ("Du får personalerabat og arbejdstøj.", ["Rabat på varer", "Arbejdstøj"]),
        (
            "Løn efter overenskomst ved siden af din pension",
            ["Løn ved siden af din pension", "Løn efter overenskomst"],
        ),
        ("Du får en mentor, og der er oplæring.", ["En mentor, der hjælper dig", "Hjælp til at lære jobbet"]),
        ("<p>Vi tilbyder:</p><ul><li>Et godt grin</li><li>Løn</li></ul>", ["Løn", "Et godt grin"]),
        ("Du begynder med en praktikperiode på 4 uger.", ["Du prøver jobbet i praktik først"]),
        ("<p>Opgaver:</p><ul><li>Hænge arbejdstøj op</li><li>Anrette frokost</li></ul>", []),
        ("Vi kan desværre ikke tilbyde personalerabat.", []),
        ("<p>Vi tilbyder:</p><ul><li>Ring til Hanne på 20304050</li></ul>", []),
        ("Velkommen til os.", []),
    ],
)
def test_what_you_get(body, gets):
    assert [fact.text for fact in ad_of(body).gets] == gets


@pytest.mark.parametrize(
    ("body", "considered"),
    [
        ("Der er rolige omgivelser og faste opgaver.", ["Der er ro", "Faste opgaver"]),
        ("Du er rolig og venlig.", []),
        ("Der er plads til kørestol.", ["Plads til kørestol"]),
        ("Her er desværre ikke plads til kørestol.", []),
        ("Bussen holder lige ved døren.", ["Tæt på bus"]),
        ("Vi ligger tæt på offentlig transport.", ["Tæt på bus eller tog"]),
        ("Vi tager hensyn til dig. Du kan holde pauser.", ["Plads til pauser", "De tager hensyn til dig"]),
    ],
)
def test_what_is_taken_into_account(body, considered):
    assert [fact.text for fact in ad_of(body).considerations] == considered


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Du skal have førtidspension.", "Du kan få det her job, hvis du har førtidspension."),
        ("Du skal være visiteret til fleksjob.", "Du kan få det her job, hvis du har ret til fleksjob."),
        (
            "Du skal have førtidspension eller fleksjob.",
            "Du kan få det her job, hvis du har førtidspension eller ret til fleksjob.",
        ),
        ("Du skal have kørekort.", "Du skal have kørekort."),
        ("Du behøver ikke kørekort.", ""),
        ("Du skal være mindst 18 år.", "Du skal være 18 år eller mere."),
        ("Alle kan søge.", ""),
    ],
)
def test_who_can_get_the_job(body, who):
    assert ad_of(body).who == who


@pytest.mark.parametrize(
    ("body", "how"),
    [
        ("Jobbet kan kun søges gennem KLAPjob.", "Du kan kun søge jobbet gennem KLAPjob."),
        ("Du søger via KLAP.", "Du søger jobbet gennem KLAPjob."),
        (
            "Søg hos KLAPjob. Kontakt ikke butikken.",
            "Du søger jobbet gennem KLAPjob. Du skal ikke selv skrive eller ringe til arbejdspladsen.",
        ),
        ("Send din ansøgning til os.", ""),
    ],
)
def test_how_you_apply(body, how):
    assert ad_of(body).how == how


def test_a_fact_is_its_words_on_a_page():
    assert str(ad_of("Du får frokost.").gets[0]) == "Frokost"
