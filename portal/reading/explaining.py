"""Hard words explained where they first stand: one filter over the main part of every public page.

The explanation follows the paragraph, the list, the hint or the choices in which the word stands, folded.
What is no running text is left alone: menus, cards, folded parts, the lines of an address.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Final

from flask import render_template
from markupsafe import Markup

from portal.easyread.glossary import Entry, words_in

_TAG: Final = re.compile(r"<(/?)(p|ul|ol|div|nav|details|table|dl|section)\b([^>]*)>")
_ANY_TAG: Final = re.compile(r"<[^>]*>")
_EXPLAINED: Final = re.compile(r"<summary>Hvad betyder ([^<]+)\?</summary>")
_TEXT: Final = frozenset({"p", "ul", "ol"})
_LEFT_ALONE: Final = frozenset({"nav", "details", "table", "dl"})
_NOT_TEXT: Final = re.compile(r'class="(?:kj-(?:jobs|bigs|chips|hero|word)|govuk-error)|^ data-imported$')
_ASKING: Final = re.compile(r'class="(?:govuk-hint|kj-choices)\b')
_OWN_NAME: Final = "KLAPjob"
"""It stands on every page, and the front page says what it is."""
KEPT: Final = 2048


def explained(html: Markup, *, wanted: bool = True) -> Markup:
    """The main part of a page with its hard words explained, each once, where that is `wanted`."""
    if not wanted:
        return html
    done = {_OWN_NAME, *_EXPLAINED.findall(html)}
    pieces: list[str] = []
    last = 0
    for start, end in _texts(html):
        entries = [entry for entry in _hard_words(html[start:end]) if entry.word not in done]
        if entries:
            done.update(entry.word for entry in entries)
            pieces += [html[last:end], _help(entries)]
            last = end
    return Markup("").join([*pieces, html[last:]])


def _texts(html: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs, lists and hints begin and end, the outermost ones."""
    name, depth, start, is_text = "", 0, 0, False
    for tag in _TAG.finditer(html):
        closes, kind, attributes = tag.groups()
        if not name and not closes:
            is_text = (kind in _TEXT or bool(_ASKING.search(attributes))) and not _NOT_TEXT.search(attributes)
            if is_text or kind in _LEFT_ALONE or _NOT_TEXT.search(attributes):
                name, depth, start = kind, 1, tag.start()
        elif kind == name:
            depth += -1 if closes else 1
            if depth == 0:
                name = ""
                if is_text:
                    yield start, tag.end()


@lru_cache(maxsize=KEPT)
def _hard_words(html: str) -> tuple[Entry, ...]:
    """The explained words that are written out: "tager hensyn" needs no "skånehensyn" beside it."""
    text = unescape(_ANY_TAG.sub(" ", html))
    return tuple(entry for entry in words_in(text) if entry.word.lower() in text.lower())


def _help(entries: list[Entry]) -> Markup:
    return Markup(render_template("reading/_explained.html", entries=entries))  # noqa: S704 - our own template
