"""What holds for every ad: it is read without an error, says nothing personal, and survives storing."""

import json
import re
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.ad import VERSION, from_json, read_ad, to_json
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.privacy import has_contacts, has_cpr
from portal.easyread.summaries import MAX_WORDS
from portal.easyread.task_lists import MAX_TASKS
from portal.easyread.trades import TRADES

PHRASES = st.sampled_from(
    [
        *("<p>", "</p>", "<ul><li>", "</li></ul>", "<br>", "\n", "- ", "• ", ": ", ", ", ". ", " og "),
        *("Dine opgaver", "Du skal", "Vi tilbyder", "Om dig", "pakke brød", "rengøring af gulve", "opvask"),
        *(
            "10-15 timer om ugen",
            "mandag til fredag kl. 8-11",
            "skånejob",
            "fleksjob",
            "KLAPjob",
            "en mentor",
        ),
        *("Kontakt Hanne Prøve på 20304050", "ane@example.dk", "010190-1234", "+45 20 30 40 50", "Café Æble"),
    ]
)
TEXTS = st.lists(PHRASES | st.text(max_size=12), max_size=30).map("".join)


def all_texts(ad):
    parts = asdict(ad)
    lists = [fact["text"] for name in ("tasks", "gets", "considerations") for fact in parts[name]]
    return [parts[name] for name in ("title", "summary", "workdays", "who", "how")] + [
        parts["hours"]["text"],
        *lists,
    ]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_every_ad_becomes_easy_parts_without_markup_and_contacts(title, employer, town, body):
    ad = read_ad(title=title, employer=employer, town=town, body_html=body)
    for text in all_texts(ad):
        assert not has_contacts(text)
        assert not has_cpr(text)
        assert not re.search(r"<[a-zA-Z/!?]|\n", text)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_the_parts_of_every_ad_keep_their_limits(title, employer, town, body):
    ad = read_ad(title=title, employer=employer, town=town, body_html=body)
    facts = (*ad.tasks, *ad.gets, *ad.considerations)
    assert 0 < len(ad.title) <= 60
    assert len(ad.summary.split()) <= MAX_WORDS
    assert len(ad.tasks) <= MAX_TASKS
    assert len({task.text for task in ad.tasks}) == len(ad.tasks)
    assert {fact.pictogram for fact in facts} <= PICTOGRAMS.keys()
    assert ad.trade in TRADES


@given(TEXTS, TEXTS)
def test_a_stored_ad_comes_back_as_it_was(title, body):
    ad = read_ad(title=title, employer="Firmaet", town="Køge", body_html=body, hours_max=12)
    assert from_json(json.loads(json.dumps(to_json(ad)))) == ad


def stored():
    return to_json(read_ad(title="Opvasker", employer="Firmaet", town="Køge", body_html="<p>Skånejob</p>"))


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"version": VERSION},
        {**stored(), "version": VERSION + 1},
        {**stored(), "extra": "part"},
        {**stored(), "tasks": ["no task"]},
        {**stored(), "hours": None},
    ],
)
def test_what_was_not_stored_by_this_version_is_refused(broken):
    with pytest.raises(ValueError, match="easy ad"):
        from_json(broken)


def test_reading_the_same_ad_twice_gives_the_same_parts():
    assert stored() == stored()
