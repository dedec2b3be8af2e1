"""The text of an ad as employers really send it: clean lists, typed dashes, pasted Word, scraped pages."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from importers.standin.choosing import pick

_MENU = " | Menu | Om os | Job | Kontakt | Accepter cookies"


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading with a list below it, or (without items) a paragraph."""

    text: str
    items: tuple[str, ...] = ()


def as_html(blocks: list[Block], *key: object) -> str:
    """The blocks in one of the layouts seen in the wild, the one that belongs to `key`."""
    return pick(_LAYOUTS, "layout", *key)(blocks)


def as_scraped_page(blocks: list[Block], employer: str) -> str:
    """The blocks as text among the remains of an employer's web page, blanks and menus included."""
    lines = [line for block in blocks for line in (block.text, *(f"  {item}" for item in block.items))]
    menu = employer + _MENU.replace(" | ", "\n\n\n\t\n\t\t")
    text = "\n\n\t".join(lines)
    return f"{menu}\n\n\n\n\t\t{text}\n\n\n\n\t\tDel på sociale medier\n\n\n© {employer}"


def _tidy(blocks: list[Block]) -> str:
    first, *rest = blocks
    return f"<p><strong>{escape(first.text)}</strong></p>" + "".join(_tidy_block(block) for block in rest)


def _tidy_block(block: Block) -> str:
    if not block.items:
        return f"<p>{escape(block.text)}</p>"
    items = "".join(f"<li>{escape(_capital(item))}</li>" for item in block.items)
    return f"<h3>{escape(block.text)}</h3><ul>{items}</ul>"


def _typed(dash: str) -> Callable[[list[Block]], str]:
    def layout(blocks: list[Block]) -> str:
        lines = [[block.text, *(f"{dash} {item}" for item in block.items)] for block in blocks]
        return "".join(f"<p>{'<br>'.join(map(escape, block))}</p>" for block in lines)

    return layout


def _pasted_from_word(blocks: list[Block]) -> str:
    """Letters as entities, styles on everything, empty paragraphs: what an import has to clean."""
    style = 'class="MsoNormal" style="margin:0cm;font-family:Calibri"'
    paragraphs = []
    for block in blocks:
        paragraphs.append(f'<p {style}><span style="font-size:11pt">{_entities(block.text)}</span></p>')
        items = "".join(f"<li><span>{_entities(_capital(item))}.</span></li>" for item in block.items)
        paragraphs.append(f'<ul type="disc">{items}</ul>' if items else f"<p {style}>&nbsp;</p>")
    return "".join(paragraphs)


def _in_divs(blocks: list[Block]) -> str:
    """Each line a div, a heading in bold, and a list split by an editor that did not know better."""
    parts = []
    for block in blocks:
        items = [f"<ul><li>{escape(item)}</li></ul>" for item in block.items]
        text = f"<b>{escape(block.text)}</b>" if items else escape(block.text)
        parts += [f"<div>{text}</div>", *items]
    return "<div>" + "<div><br></div>".join(parts) + "</div>"


def _entities(text: str) -> str:
    named = {"æ": "&aelig;", "ø": "&oslash;", "å": "&aring;", "Æ": "&AElig;", "Ø": "&Oslash;", "Å": "&Aring;"}
    return "".join(named.get(letter, letter) for letter in escape(text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_LAYOUTS: tuple[Callable[[list[Block]], str], ...] = (
    _tidy,
    _tidy,
    _typed("-"),
    _typed("•"),
    _typed("–"),
    _pasted_from_word,
    _in_divs,
)
