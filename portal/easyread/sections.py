"""The sections of a job ad: which blocks tell the tasks, what you get, what is asked, how to apply."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from portal.easyread.html import Block
from portal.easyread.matching import fold

SectionName = Literal["tasks", "gets", "demands", "apply", "hours", "unnamed", "loose"]

_LEAD_WORDS = 14

# Tried in order on the folded lead ("du skal have:" asks, "du skal:" tells the tasks).
_LEADS: tuple[tuple[SectionName, re.Pattern[str]], ...] = (
    (
        "demands",
        re.compile(
            r"du skal (?:have|være|kunne|gerne)|forvent|krav|kvalifikation|hvem er du|om dig|profil|\bdu er\b"
            r"|\bdu har\b"
            r"|vi søger|hvem kan|betingelser|forudsæt|baggrund|vi ønsker|lægger vægt|kompetencer|ideelle"
            r"|who you are"
            r"|du bør|er du\b|requirements"
        ),
    ),
    (
        "gets",
        re.compile(
            r"tilbyder|tilbyde|du får|får du|til gengæld|vi giver|løn|vilkår|goder|fordele|we offer|hos os"
            r"|hvad kan vi"
        ),
    ),
    (
        "tasks",
        re.compile(
            r"opgave|du skal\b|kommer til|du hjælper|hjælpe (?:os )?med|hjælp til|din hjælp|består|indehold"
            r"|omfatter"
            r"|hverdag|skal du lave|laver du|kan du lave|du kan lave|dit job|jobbet er|din dag|arbejdsdag"
            r"|your tasks"
            r"|beskæftige|jobindhold|jobbeskrivelse|stillingen|om jobbet|jobbet går|tasks|arbejdet"
            r"|arbejder du med"
            r"|arbejde med|du vil"
        ),
    ),
    (
        "apply",
        re.compile(
            r"ansøg|sådan søger|kontakt|oplysninger|information|spørgsmål|hvordan søger|interesse|søg jobbet"
            r"|how to"
        ),
    ),
    ("hours", re.compile(r"arbejdstid|timer|timetal|mødetid|hvornår|ugedag")),
)


def name_of_lead(text: str) -> SectionName | None:
    """The section that a lead ("Dine opgaver:", "Vi tilbyder") opens; None if it opens none we know."""
    folded = fold(text)
    return next((name for name, pattern in _LEADS if pattern.search(folded)), None)


def sections_of(blocks: Iterable[Block]) -> Mapping[SectionName, tuple[str, ...]]:
    """The texts of each section, in order.

    A section is opened by a heading or by a line that ends in a colon, and is closed by the next one, or by
    running text after its list. ``unnamed`` holds items below no known lead, ``loose`` all other text.
    """
    found: dict[SectionName, list[str]] = {}
    current: SectionName | None = None
    has_items = False
    for block in blocks:
        lead = lead_in(block)
        if lead is not None:
            current, has_items = name_of_lead(lead), False
            if block.kind == "paragraph":
                found.setdefault("loose", []).append(block.text)
        elif block.kind == "item":
            has_items = True
            found.setdefault(current or "unnamed", []).append(block.text)
        else:
            current = None if has_items else current
            found.setdefault(current or "loose", []).append(block.text)
    return {name: tuple(texts) for name, texts in found.items()}


def lead_in(block: Block) -> str | None:
    """The words that lead into what follows, if the block is or ends in such a lead."""
    if block.kind == "heading":
        return block.text
    if block.kind == "paragraph" and block.text.endswith((":", ": -")):
        last_sentence = re.split(r"[.!?]\s+", block.text)[-1]
        return last_sentence if len(last_sentence.split()) <= _LEAD_WORDS else None
    if block.kind == "paragraph" and _is_bare_lead(block.text):
        return block.text
    return None


_BARE_LEAD = re.compile(
    r"(?:arbejds|dine |jobbets )?(?:arbejds)?opgave(?:r|rne)?(?: (?:kan|vil|er|består).{0,40})?"
    r"|vi tilbyder(?: dig)?"
    r"|hvad skal du lave\??|det skal du lave|du skal|om dig|om jobbet|det får du|hvem er du\??|sådan søger du"
    r"|arbejdstid|du får|dit arbejde|din arbejdsdag"
)


def _is_bare_lead(text: str) -> bool:
    return len(text.split()) <= 8 and _BARE_LEAD.fullmatch(fold(text).strip(" -–")) is not None
