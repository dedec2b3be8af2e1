"""The sections of a job ad: which blocks tell the tasks, what you get, what is asked, how to apply."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from portal.easyread import section_words
from portal.easyread.html import Block
from portal.easyread.matching import fold

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
        lead = _lead_in(block)
        if lead is not None:
            current, has_items = _name_of(lead), False
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


def _name_of(lead: str) -> SectionName | None:
    folded = fold(lead)
    return next((name for name, pattern in _LEADS if pattern.search(folded)), None)


def _lead_in(block: Block) -> str | None:
    """The words that lead into what follows, if the block is or ends in such a lead."""
    if block.kind == "heading":
        return block.text
    if block.kind == "item":
        return None
    if block.text.endswith(":"):
        last_sentence = re.split(r"[.!?]\s+", block.text)[-1]
        return last_sentence if len(last_sentence.split()) <= _LEAD_WORDS else None
    is_short = len(block.text.split()) <= _BARE_LEAD_WORDS
    return block.text if is_short and _BARE_LEAD.fullmatch(fold(block.text).rstrip(" -–?.")) else None
