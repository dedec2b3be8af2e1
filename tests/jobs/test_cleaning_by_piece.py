"""Most ads are cleaned element by element, and what was cleaned is remembered: it must come out as if all of
it had been cleaned at once.
"""

from hypothesis import example, given
from hypothesis import strategies as st

from portal.jobs import cleaning

TEXTS = st.sampled_from(
    (
        *(
            "",
            " ",
            "\n",
            "Du pakker brød",
            "1 < 2 &amp; 3",
            "&nbsp;",
            "\u00a0",
            "R&D",
            "a > b",
            '"sagt"',
            "<br>",
        ),
        *(
            "<b>fed</b>",
            "<em></em>",
            '<span class="x">ord</span>',
            "ring til Hanne Prøve",
            "ring 22 33 44 55",
        ),
        *("<b>kontakt</b> Hanne Prøve", "<i>halv", "</b>", "<a href='https://jobs.example/a'>læs</a>"),
        "<script>x",
    )
)
TAGS = st.sampled_from(["p", "li", "h1", "h3", "h6", "div", 'p class="x"', "ul", "ol", 'ul type="disc"'])


@st.composite
def elements(draw: st.DrawFn) -> str:
    """An element as feeds have them: whole, or without its end, with text or other elements in it."""
    tag = draw(TAGS)
    inside = draw(st.lists(st.one_of(TEXTS, elements()), max_size=3))
    end = draw(st.sampled_from([f"</{tag.split()[0]}>"] * 9 + [""]))
    return f"<{tag}>{''.join(inside)}{end}{draw(st.sampled_from(['', '', ' ']))}"


SOURCES = st.lists(elements(), min_size=1, max_size=5).map("".join)


@given(SOURCES)
@example("<div>\n<p>Du pakker brød</p>\n</div>")
@example("<ul><li>feje</li>")
@example("</ul><p>Du pakker brød</p>")
def test_an_ad_cleaned_by_element_is_as_if_cleaned_at_once(source: str) -> None:
    by_piece = cleaning._clean_by_piece(source)
    assert not by_piece or cleaning._tidy(by_piece) == cleaning._tidy(cleaning._clean(source))


@given(SOURCES)
def test_what_needs_no_cleaning_comes_out_of_it_as_it_was(source: str) -> None:
    assert not cleaning._HARMLESS.fullmatch(source) or cleaning._nh3(source) == source


def test_the_usual_layouts_are_cleaned_by_element() -> None:
    for source in (
        "<p><strong>Om jobbet</strong></p>\n<ul>\n<li>feje</li><li>pakke brød</li></ul>",
        '<p class="Mso"><span style="font-size:11pt">F&oslash;</span></p><ul type="disc"><li>x</li></ul>',
        "<div><div>Om jobbet</div><div><br></div><ul><li>feje</li></ul></div>",
    ):
        assert cleaning._clean_by_piece(source)
