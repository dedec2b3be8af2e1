"""Whatever stands in the address, the board answers with jobs and a kind word."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from board_ads import make_ad, shown_employers
from portal.jobs import forms
from portal.jobs.forms import Wanted
from strict_client import StrictClient, parse


def notes(page: str) -> list[str | None]:
    """The notes at the top of the board."""
    return [line.text for line in parse(page).findall(".//*[@role='status']//p")]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("omraade=xx", ["Vi kender ikke det sted. Nu ser du jobs i hele landet."]),
        ("omraade=Fyn", ["Vi kender ikke det sted. Nu ser du jobs i hele landet."]),
        ("fag=shop", ["Vi kender ikke den slags arbejde. Nu ser du alle slags."]),
        ("type=unknown", ["Vi kender ikke den slags job. Nu ser du alle slags."]),
        ("side=abc", ["Den side er her ikke. Nu ser du den første side."]),
        ("side=-1", ["Den side er her ikke. Nu ser du den første side."]),
        ("side=0", ["Den side er her ikke. Nu ser du den første side."]),
        ("side=1.5", ["Den side er her ikke. Nu ser du den første side."]),
        ("side=²", ["Den side er her ikke. Nu ser du den første side."]),
        ("side=99999999999999999999", ["Den side er her ikke. Nu ser du den første side."]),
        ("side=7", ["Så mange sider er der ikke. Nu ser du den sidste side."]),
        ("q=" + "bageren " * 30, ["Du har skrevet meget. Vi søger kun med de første ord."]),
        ("omraade=&fag=&type=&side=&q=", []),
        ("omraade=%00&side=%20", []),
        ("noget=andet", []),
        ("q=bageren%00&side=1", []),
        (
            "omraade=1&fag=2&type=3&side=x",
            [forms.NO_SUCH_AREA, forms.NO_SUCH_TRADE, forms.NO_SUCH_TYPE, forms.NO_SUCH_PAGE],
        ),
    ],
)
def test_a_wrong_value_is_left_out_with_a_kind_note(
    client: StrictClient, session: Session, query: str, told: list[str]
) -> None:
    make_ad(session)
    page = client.get(f"/job?{query}").text
    assert notes(page) == told
    assert shown_employers(page) == ["Bilka"]


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 10_000,
        "bageren " * 1250,
        "🙂" * 500,
        "\u202ebageren",
        "<script>alert(1)</script>",
        "'; DROP--",
        "%",
        "_",
    ],
    ids=["one long word", "many words", "emoji", "bidi", "markup", "sql", "percent", "underscore"],
)
def test_whatever_is_typed_is_answered_and_kept(client: StrictClient, session: Session, typed: str) -> None:
    make_ad(session)
    page = client.get("/job", query_string={"q": typed})
    kept = parse(page.text).find(".//input[@name='q']")
    assert page.status_code == 200
    assert kept is not None
    value = kept.get("value", "")
    assert 0 < len(value) <= 200
    assert value in forms.tidy(typed)


def test_nonsense_of_many_words_is_answered_soon(client: StrictClient, session: Session) -> None:
    for _ in range(5):
        make_ad(session)
    typed = " ".join(f"{a}{b}sgrtvbnm" for a in "qwxz" for b in "qwxz")
    assert client.get("/job", query_string={"q": typed}).status_code == 200


TEXT = st.text(max_size=300)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("q", "omraade", "fag", "type", "side"), TEXT)))
def test_any_address_is_read_as_something_sensible(arguments: dict[str, str]) -> None:
    wanted, told = forms.read(arguments)
    assert wanted.page >= 1
    assert len(wanted.words) <= forms.LONGEST_WORDS
    assert wanted.words.isprintable()
    assert len(set(told)) == len(told)
    assert forms.read({name: str(value) for name, value in wanted.in_address().items()}) == (wanted, ())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXT)
def test_any_text_gives_a_page_that_is_good_html(client: StrictClient, typed: str) -> None:
    assert client.get("/job", query_string={"q": typed.encode("utf-8", "replace")}).status_code == 200


def test_long_text_is_cut_between_two_words() -> None:
    assert forms.read({"q": "abc " * 100})[0] == Wanted(words=("abc " * 37).strip())
