"""From an entry to what the board stores of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_entries import BODY, entry
from portal.easyread.ad import from_json
from portal.jobs import same_job
from portal.jobs.incoming import Entry, Reason
from portal.jobs.preparing import RefusedError, prepare


def refused(listed: Entry) -> Reason:
    with pytest.raises(RefusedError) as caught:
        prepare(listed)
    return caught.value.reason


def test_an_entry_becomes_everything_its_page_shows() -> None:
    values = dict(prepare(entry(deadline=date(2026, 12, 24))).values)
    easy = from_json(values.pop("easy"))
    body_html = values.pop("body_html")
    assert values == {
        "title": "Testmarked Slagelse - pakkemedarbejder i bageren",
        "employer": "Testmarked",
        "cvr": "12345678",
        "url": "https://testmarked.example/job/1",
        "apply_url": "",
        "apply_key": same_job.apply_key("https://testmarked.example/job/1"),
        "twin_key": same_job.twin_key(
            cvr="12345678",
            title="Testmarked Slagelse - pakkemedarbejder i bageren",
            postal_code="4200",
            deadline=date(2026, 12, 24),
        ),
        "hours_min": None,
        "hours_max": None,
        "deadline": date(2026, 12, 24),
        "expires_on": None,
        "address": "",
        "postal_code": "4200",
        "town": "Slagelse",
        "municipality_code": "0330",
        "area": "sjaelland",
        "lat": 55.4044,
        "lon": 11.3353,
        "place_known_by": "municipality_name",
        "job_type": "skaanejob",
        "easy_title": easy.title,
        "slug": "pakke-broed-i-bageren",
        "trade": easy.trade,
    }
    assert [str(task) for task in easy.tasks] == ["Pakke brød og kager", "Tømme skraldespande"]
    assert body_html.startswith("<p>For at søge jobbet skal du have førtidspension.</p>")


def test_an_ad_is_found_best_by_its_title_then_employer_then_place_then_task() -> None:
    tokens = prepare(entry()).tokens
    assert [tokens[word] for word in ("bageren", "testmarked", "slagelse", "skraldespande")] == [4, 4, 4, 1]
    elsewhere = prepare(entry(title="Medarbejder i bageren")).tokens
    assert [elsewhere[word] for word in ("testmarked", "slagelse", "4200")] == [3, 2, 2]


def test_an_unknown_place_stays_unknown() -> None:
    values = prepare(
        entry(title="Medarbejder i bageren", postal_code="", town="", municipality="", address="")
    ).values
    assert [values[name] for name in ("municipality_code", "area", "lat", "lon", "place_known_by")] == [
        *(None, None, None, None),
        "",
    ]


@pytest.mark.parametrize(
    ("conditions", "hints", "body", "expected"),
    [
        (("Fleksjob",), ("Foertidspension",), BODY, "fleksjob"),
        (("Ordinaert",), (), BODY, "skaanejob"),
        (("Handicap ingen hindring",), (), "<p>Du skal have fleksjob.</p>", "fleksjob"),
        ((), ("Foertidspension",), "<p>Kom og arbejd.</p>", "skaanejob"),
        ((), ("Fleksjob", "Foertidspension"), "<p>Kom og arbejd.</p>", "unknown"),
        ((), (), "<p>Kom og arbejd.</p>", "unknown"),
    ],
)
def test_the_job_type_is_the_sources_word_then_the_ads_then_the_searches(
    conditions: tuple[str, ...], hints: tuple[str, ...], body: str, expected: str
) -> None:
    prepared = prepare(entry(conditions=conditions, hints=hints, body_html=body))
    assert prepared.values["job_type"] == expected


def test_an_entry_without_reference_or_title_is_refused() -> None:
    assert refused(entry("")) is Reason.NO_REFERENCE
    assert refused(entry("a\nb")) is Reason.NO_REFERENCE
    assert refused(entry(title=" <b></b>\u202e ")) is Reason.NO_TITLE


def test_an_entry_beyond_all_measure_is_refused() -> None:
    assert refused(entry(title="x" * 301)) is Reason.TOO_LONG
    assert refused(entry(body_html="x" * 100_001)) is Reason.TOO_LONG


@pytest.mark.parametrize("place", ["title", "employer", "address", "town", "body_html"])
@pytest.mark.parametrize(
    "number", ["010190-1234", "0101<b>90</b>1234", "01\u200b0190 - 1234", "０１０１９０-１２３４"]
)
def test_p43_what_looks_like_a_cpr_number_is_refused_wherever_it_stands(place: str, number: str) -> None:
    assert refused(entry(**{place: f"<p>Skriv {number}</p>"})) is Reason.CPR


@given(
    st.builds(
        Entry,
        reference=st.text(),
        title=st.text(),
        employer=st.text(),
        cvr=st.text(),
        body_html=st.text(),
        url=st.text(),
        conditions=st.tuples(st.text()),
        hours_min=st.none() | st.floats(),
        postal_code=st.text(),
        town=st.text(),
        municipality=st.text(),
    )
)
def test_any_entry_is_prepared_or_refused(listed: Entry) -> None:
    try:
        values = prepare(listed).values
    except RefusedError:
        return
    assert values["title"]
    assert values["slug"] == values["slug"].encode("ascii", "ignore").decode()
