"""Hard words explained where they first stand, on every page that a seeker reads, by one filter."""

import re

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from sqlalchemy.orm import Session

from factories import make_posting
from feed_entries import BODY
from portal.reading.explaining import explained
from strict_client import StrictClient

HELP = re.compile(r"<summary>Hvad betyder ([^<]+)\?</summary>")


def explain(app: Flask, html: str, **options: bool) -> str:
    with app.test_request_context("/"):
        return str(explained(Markup(html), **options))


def order(html: str) -> list[str]:
    """The words explained, and the texts between them, in the order of the page."""
    return [
        found[1] or found[2] for found in re.finditer(r"betyder ([^<]+)\?|<p>([^<]+)</p>(?!</details>)", html)
    ]


def test_a_word_is_explained_after_the_paragraph_where_it_first_stands(app: Flask) -> None:
    html = explain(app, "<p>Du har et fleksjob.</p><p>Et fleksjob er godt.</p>")
    assert order(html) == ["Du har et fleksjob.", "fleksjob", "Et fleksjob er godt."]


def test_a_word_in_a_list_is_explained_after_the_list(app: Flask) -> None:
    html = explain(app, "<ul><li>Du får praktik</li><li>Og <ul><li>løn</li></ul></li></ul><p>Ja.</p>")
    assert html.index("</ul></li></ul>") < html.index("Hvad betyder praktik?") < html.index("<p>Ja.</p>")


def test_the_choices_of_a_question_are_explained_after_them(app: Flask) -> None:
    html = explain(
        app, '<div class="kj-choices kj-choices--list"><div><label>STU</label></div></div><b>Næste</b>'
    )
    assert html.index("</div></div>") < html.index("Hvad betyder STU?") < html.index("<b>Næste</b>")


@pytest.mark.parametrize(
    "html",
    [
        "<nav><p>fleksjob</p></nav>",
        '<ul class="kj-jobs"><li>fleksjob</li></ul>',
        "<details><summary>Mere</summary><p>fleksjob</p></details>",
        "<dl><dt>fleksjob</dt></dl>",
        "<p data-imported>Slagelse Kommune</p>",
        "<p>KLAPjob tager hensyn til dig.</p>",
        "<h2>Et fleksjob</h2>",
    ],
)
def test_menus_cards_folded_parts_and_names_are_left_alone(app: Flask, html: str) -> None:
    assert explain(app, html) == html


def test_a_word_that_the_page_explains_itself_is_not_explained_again(app: Flask) -> None:
    own = "<p>Et fleksjob.</p><details><summary>Hvad betyder fleksjob?</summary><p>Få timer.</p></details>"
    assert explain(app, own) == own


def test_pages_for_others_explain_nothing(app: Flask) -> None:
    assert explain(app, "<p>fleksjob</p>", wanted=False) == "<p>fleksjob</p>"


@given(st.text(alphabet="<>/pul div\"='aæfleksjob ", max_size=200))
def test_nothing_of_a_page_is_ever_lost(html: str) -> None:
    app = Flask("portal")
    app.jinja_env.globals["asset"] = str
    with app.test_request_context("/"):
        changed = str(explained(Markup(html)))
    without = re.sub(r'<details class="kj-word kj-noprint">.*?</details>\s*', "", changed, flags=re.DOTALL)
    assert without == html


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/kontakt", ["kommune"]),
        ("/min-ansoegning", ["ansøgning"]),
        ("/ord", []),
        ("/virksomhed", []),
        ("/personale/log-ind", []),
    ],
)
def test_pages_explain_what_a_seeker_may_not_know(
    client: StrictClient, address: str, words: list[str]
) -> None:
    assert HELP.findall(client.get(address).text) == words


def test_a_job_explains_each_word_once(client: StrictClient, session: Session) -> None:
    ad = make_posting(session, body_html=BODY)
    found = HELP.findall(client.get(f"/job/{ad.id}-{ad.slug}").text)
    assert sorted(set(found)) == sorted(found)
    assert {"førtidspension", "skånejob", "praktik"} <= set(found)
