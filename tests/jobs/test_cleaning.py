"""What a feed sends, made harmless and tidy (P25)."""

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.jobs.cleaning import ALLOWED_TAGS, clean_html, clean_line, clean_text, clean_url

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.dk></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<p onclick=alert(1)>hej</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href=//x.dk>x</a>",
    "<a href='http://x.dk'>x</a>",
    "<a href='https://u:p@x.dk'>x</a>",
    "<iframe src=https://x.dk></iframe>",
    "<style>p{color:red}</style><p style='color:red'>x</p>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<form action=https://x.dk><input name=a><button>x</button></form>",
    "<base href=https://x.dk>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<<script>script>alert(1)<</script>/script>",
    "<p/title='</p><script>alert(1)</script>'>",
]


def elements(source: str) -> list[tuple[str, dict[str, str]]]:
    """The elements a browser would make of it."""
    tree = html5lib.parseFragment(source, namespaceHTMLElements=False)
    return [(node.tag, dict(node.attrib)) for node in tree.iter() if node is not tree]


def is_harmless(source: str) -> bool:
    return all(
        tag in ALLOWED_TAGS
        and (tag != "a" or attributes["href"].startswith("https://"))
        and set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        for tag, attributes in elements(source)
    )


def test_twelve_tags_are_allowed() -> None:
    assert len(ALLOWED_TAGS) == 12


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_survives(payload: str) -> None:
    cleaned = clean_html(f"<p>Før</p>{payload}<p>Efter</p>")
    assert is_harmless(cleaned), cleaned
    assert is_harmless(clean_html(payload)), clean_html(payload)


@given(st.text(alphabet="<>/ab='\"&;: scriptliholnkp#x!-\n", max_size=80))
def test_no_text_makes_an_element_that_is_not_allowed(source: str) -> None:
    assert is_harmless(clean_html(source))


@given(st.text())
def test_cleaning_clean_html_changes_nothing_but_white_space(source: str) -> None:
    once = clean_html(source)
    assert re.sub(r"\s", "", clean_html(f"<p></p>{once}")) == re.sub(r"\s", "", once)


def test_links_lead_to_https_pages_and_give_nothing_away() -> None:
    assert clean_html('<p><a href="https://x.dk/a?b=1" target=_blank>her</a></p>') == (
        '<p><a href="https://x.dk/a?b=1" rel="noopener nofollow">her</a></p>'
    )


def test_boxes_become_paragraphs_and_headings_fit_under_the_pages_own() -> None:
    assert clean_html("<h1>Om jobbet</h1><div>En<div>To</div></div><h5>Mere</h5>") == (
        "<h3>Om jobbet</h3><p>En</p><p>To</p><h4>Mere</h4>"
    )


def test_empty_elements_go() -> None:
    assert clean_html("<p>&nbsp;</p><p>Hej</p><ul><li> </li></ul><p><strong></strong></p>") == "<p>Hej</p>"


def test_plain_text_gets_paragraphs_and_lists() -> None:
    assert clean_html("Hej & velkommen\n\n\n\t- Vaske op\n\t- Dække bord\nTak <3") == (
        "<p>Hej &amp; velkommen</p><ul><li>Vaske op</li><li>Dække bord</li></ul><p>Tak &lt;3</p>"
    )


def test_html_that_was_escaped_once_too_often_is_read() -> None:
    assert clean_html("&lt;p&gt;Hej &lt;b&gt;du&lt;/b&gt;&lt;/p&gt;") == "<p>Hej <b>du</b></p>"


def test_contact_details_are_hidden_with_the_mark_up_inside_them() -> None:
    assert clean_html(
        "<p>Kontakt butikschef <b>Test Prøvesen</b> på 20 11 22 33</p><p>Vi er <b>glade</b></p>"
    ) == ("<p>Kontakt butikschef [skjult] på [skjult]</p><p>Vi er <b>glade</b></p>")


def test_mark_up_beside_contact_details_stays() -> None:
    assert clean_html("<p>Ring 20 11 22 33 <b>i dag</b> &amp; i morgen</p>") == (
        "<p>Ring [skjult] <b>i dag</b> &amp; i morgen</p>"
    )


def test_a_line_is_plain_text() -> None:
    assert clean_line(" Job\u00a0i\n <b>Netto</b> &amp; Co\x00\u202e ") == "Job i Netto & Co"
    assert clean_line("Ring 20 11 22 33") == "Ring [skjult]"


def test_text_loses_what_cannot_be_seen_and_keeps_its_letters() -> None:
    assert clean_text("A\u030a\u202eb\ufeff\ud800\x07\n\t🧑‍🤝‍🧑") == "Åb\n\t🧑‍🤝‍🧑"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_clean_text_can_be_stored_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.dk/job/1?a=b#c", "https://x.dk/job/1?a=b#c"),
        ("http://x.dk/job", "https://x.dk/job"),
        (" www.x.dk/job ", "https://www.x.dk/job"),
        ("HTTPS://x.dk", "https://x.dk"),
        ("", ""),
        ("x.dk", ""),
        ("/job/1", ""),
        ("//x.dk", ""),
        ("javascript:alert(1)", ""),
        ("ftp://x.dk", ""),
        ("https://", ""),
        ("https://x.dk:99999999/[", ""),
        ("https://[x.dk", ""),
        ("https://user@x.dk", ""),
        ("https://x.dk/a b", ""),
        ("https://x.dk/\\evil", ""),
        ("https://x.dk/\n", "https://x.dk/"),
        ("https://x.dk/\u202e", ""),
        ("https://x.dk/" + "a" * 2000, ""),
    ],
)
def test_a_url_is_a_whole_https_address_or_nothing(url: str, expected: str) -> None:
    assert clean_url(url) == expected
