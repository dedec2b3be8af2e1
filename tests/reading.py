"""How hard a page is to read: its running text, measured with the portal's own counter.

Counted is the visible text of `main` without navigation, headings, buttons, links that stand alone,
tables and imported ad text (marked ``data-imported``). Each paragraph, list item and legend ends a
sentence. Source: the rules in docs/easy-read.md.
"""

from xml.etree.ElementTree import Element

from portal.easyread.lix import Lix, measure, sentences
from strict_client import parse

LEFT_OUT = {"nav", "h1", "h2", "h3", "h4", "h5", "h6", "button", "table", "script", "svg", "option", "input"}
BLOCKS = {"p", "li", "legend", "label", "dt", "dd", "div", "summary", "section", "form", "fieldset"}
HIDDEN = {"govuk-visually-hidden", "kj-honeypot"}


def running_text(html: str) -> str:
    """The running text of a page, one block a line."""
    main = parse(html).find(".//main")
    assert main is not None
    lines = "".join(_text(main)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _text(element: Element) -> list[str]:
    # Drawings carry their namespace: {http://www.w3.org/2000/svg}svg.
    if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in LEFT_OUT or _is_out(element):
        return []
    pieces = [element.text or ""]
    for child in element:
        pieces += [*_text(child), child.tail or ""]
    return ["\n", *pieces, "\n"] if element.tag in BLOCKS else pieces


def _is_out(element: Element) -> bool:
    classes = set((element.get("class") or "").split())
    return "data-imported" in element.attrib or bool(classes & HIDDEN)


def page_lix(html: str) -> Lix:
    """The LIX of a page's running text."""
    return measure(running_text(html))


def long_sentences(html: str, most_words: int = 15) -> list[str]:
    """The sentences of a page that have too many words."""
    return [s for s in sentences(running_text(html)) if len(s.split()) > most_words]
