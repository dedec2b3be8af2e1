"""The sections of a job ad: which blocks tell the tasks, what you get, what is asked, how to apply."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from portal.easyread import section_words
from portal.easyread.html import Block
from portal.easyread.matching import fold
from portal.easyread.remembering import remembered

SectionName = Literal["tasks", "task_lines", "gets", "demands", "apply", "hours", "about", "unnamed", "loose"]
Sections = Mapping[SectionName, tuple[str, ...]]

_LEAD_WORDS = 14
_BARE_LEAD_WORDS = 8

# Tried in order on the folded lead ("du skal have:" asks, "du skal:" tells the tasks).
_LEADS: tuple[tuple[SectionName, re.Pattern[str]], ...] = (
    ("demands", re.compile(section_words.DEMANDS)),
    ("gets", re.compile(section_words.GETS)),
    ("tasks", re.compile(section_words.TASKS)),
    ("apply", re.compile(section_words.APPLY)),
    ("hours", re.compile(section_words.HOURS)),
    ("about", re.compile(section_words.ABOUT)),
)
_BARE_LEAD = re.compile(section_words.BARE_LEAD)


def sections_of(blocks: Iterable[Block]) -> Sections:
    """The texts of each section, in order.

    A section is opened by a heading, a line that ends in a colon, or a line known to lead ("Om dig"), and is
    closed by the next one, or by running text after its list. ``task_lines`` holds paragraphs below a lead to
    tasks, ``unnamed`` the items below no known lead, ``loose`` all other text.
    """
    found: dict[SectionName, list[str]] = {}
    current: SectionName | None = None
    has_items = False
    for block in blocks:
        lead = None if block.kind == "item" else _LEADS_IN[block.kind](block.text)
        if lead is not None:
            current, has_items = lead or None, False
            if block.kind == "paragraph":
                found.setdefault("loose", []).append(block.text)
        elif block.kind == "item":
            has_items = True
            found.setdefault(current or "unnamed", []).append(block.text)
        else:
            current = None if has_items else current
            name = "task_lines" if current == "tasks" else current or "loose"
            found.setdefault(name, []).append(block.text)
    return {name: tuple(texts) for name, texts in found.items()}


@remembered
def _led_by_heading(text: str) -> SectionName | Literal[""] | None:
    """The section that a heading or the words of a lead open; "" for one that we do not know."""
    folded = fold(text)
    return next((name for name, pattern in _LEADS if pattern.search(folded)), "")


@remembered
def _led_by_paragraph(text: str) -> SectionName | Literal[""] | None:
    """The same of a paragraph that is or ends in such a lead; None for any other."""
    lead = _lead_in(text)
    return None if lead is None else _led_by_heading(lead)


_LEADS_IN = {"heading": _led_by_heading, "paragraph": _led_by_paragraph}


def _lead_in(text: str) -> str | None:
    """The words that lead into what follows, if a paragraph is or ends in such a lead."""
    if text.endswith(":"):
        last_sentence = re.split(r"[.!?]\s+", text)[-1]
        return last_sentence if len(last_sentence.split()) <= _LEAD_WORDS else None
    is_short = len(text.split()) <= _BARE_LEAD_WORDS
    return text if is_short and _BARE_LEAD.fullmatch(fold(text).rstrip(" -–?.")) else None
