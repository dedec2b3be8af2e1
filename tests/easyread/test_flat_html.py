"""HTML without blocks inside blocks is read element by element; what comes out is what the parser gives."""

from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.html import _blocks, _flat_blocks, _lines_of_html
from portal.jobs.cleaning import clean_html

_TEXTS = st.lists(
    st.sampled_from(
        [
            *(
                "Du skal",
                "fylde op.",
                " ",
                "\n",
                "Om jobbet:",
                "DINE OPGAVER",
                "- feje",
                "• vaske",
                "æøå",
                ">",
            ),
            *(
                "&amp;",
                "&nbsp;",
                "&lt;b&gt;",
                "<br>",
                "<b>Løn</b>",
                "<b> a</b>",
                "<em>b<br></em>",
                "<b><i>c</i></b>",
            ),
            *(
                '<a href="https://a.example">d</a>',
                "\u00ad",
                "&amp;nbsp;",
                "</b>",
                "<b>",
                "</p>",
                "<ul>",
                "<li>e</li>",
            ),
        ]
    ),
    max_size=6,
).map("".join)
_ELEMENTS = st.tuples(st.sampled_from(["p", "li", "h3", "h4", "div"]), _TEXTS).map(
    "<{0[0]}>{0[1]}</{0[0]}>".format
)
_SOURCES = st.lists(
    st.one_of(
        _ELEMENTS, st.sampled_from(["<ul>", "</ul>", "<ol>", "</ol>", "\n", "løs tekst", "</p>", "</li>"])
    ),
    max_size=8,
).map("".join)


def test_plain_elements_need_no_parser() -> None:
    flat = _flat_blocks(
        "<h3>Om jobbet</h3>\n<p>Vi er en butik.</p><ul><li>feje</li><li>vaske<br>op</li></ul>"
    )
    assert [(block.kind, block.text) for block in flat] == [
        ("heading", "Om jobbet"),
        ("paragraph", "Vi er en butik."),
        ("item", "feje"),
        ("item", "vaske op"),
    ]


@given(_SOURCES)
def test_elements_are_read_as_the_parser_reads_them(source: str) -> None:
    for html in (source, clean_html(source)):
        assert _flat_blocks(html) in ((), tuple(_blocks(_lines_of_html(html))))
