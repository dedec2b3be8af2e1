"""Blocks of an ad: headings, paragraphs and items from HTML, escaped HTML and plain text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.html import MAX_SOURCE_CHARACTERS, Block, plain_text, read_blocks

PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br>",
            "<li>",
            "</li>",
            "<ul>",
            "</ul>",
            "<b>",
            "</b>",
            "<h2>",
            "</h2>",
            "<script>",
        ),
        *(
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?xml version='1.0' encoding='x'?>",
            "&lt;b&gt;",
            "&amp;lt;",
        ),
        *(
            "<",
            ">",
            "&",
            "\x00",
            "\ud800",
            "\u200b",
            "•",
            "- ",
            "Pak brød",
            "<a href='x'",
            "<td>",
            "<textarea>",
        ),
    ]
)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<h2>Opgaver</h2><p>Hej du</p>", [("heading", "Opgaver"), ("paragraph", "Hej du")]),
        ("<ul><li>Pak brød<li><p>Vask gulv</p></ul>", [("item", "Pak brød"), ("item", "Vask gulv")]),
        (
            "<p>Du skal<br>- pakke<br>- vaske</p>",
            [("paragraph", "Du skal"), ("item", "pakke"), ("item", "vaske")],
        ),
        ("<p><b>Dine opgaver</b></p>Hej", [("heading", "Dine opgaver"), ("paragraph", "Hej")]),
        ("<p>Du er <b>glad</b></p>", [("paragraph", "Du er glad")]),
        ("DINE OPGAVER\nPak brød", [("heading", "DINE OPGAVER"), ("paragraph", "Pak brød")]),
        ("* Pak\n•Vask\n2. Fej", [("item", "Pak"), ("item", "Vask"), ("item", "Fej")]),
        ("Du skal: - pakke - vaske", [("paragraph", "Du skal:"), ("item", "pakke"), ("item", "vaske")]),
        ("Pak • Vask • Fej", [("paragraph", "Pak"), ("item", "Vask"), ("item", "Fej")]),
        ("&lt;p&gt;Hej&lt;/p&gt;", [("paragraph", "Hej")]),
        ("<p>Smør &amp; br&oslash;d</p>", [("paragraph", "Smør & brød")]),
        ("<script>alert(1)</script><style>p{}</style><p>Hej</p>", [("paragraph", "Hej")]),
        ("<nav>Menu</nav><p>Hej</p><footer>©</footer>", [("paragraph", "Hej")]),
        ("\u00a0 Hej\u00ad\u200b   du \n\n\n", [("paragraph", "Hej du")]),
        ("<li>Pak<br>brød</li>", [("item", "Pak brød")]),
        ("<td>Pak</td><td>Vask</td>", [("paragraph", "Pak"), ("paragraph", "Vask")]),
        ("5 < 6 og 7 > 3", [("paragraph", "5 < 6 og 7 > 3")]),
        ("", []),
        ("<p>&nbsp;</p>", []),
    ],
)
def test_an_ad_is_read_as_blocks(source, blocks):
    assert read_blocks(source) == tuple(Block(kind, text) for kind, text in blocks)


def test_a_line_wrapped_by_hand_is_one_paragraph():
    text = "Vi er en butik med mange kunder, og vi har travlt hver eneste dag i\nugen. Kom og vær med."
    assert plain_text(text) == text.replace("\n", " ")


def test_an_endless_ad_is_cut():
    assert len(plain_text("ord " * MAX_SOURCE_CHARACTERS)) <= MAX_SOURCE_CHARACTERS


@given(st.lists(PIECES | st.text(max_size=20)).map("".join))
def test_no_source_raises_or_leaves_markup(source):
    for block in read_blocks(source):
        assert block.text.strip() == block.text
        assert block.text
        assert "\n" not in block.text
        assert not re.search(r"<[a-zA-Z/!?]", block.text)
