"""Draws the lines of a list of cases: a macro drawn once, with a hole for each word (ADR 29)."""

from collections.abc import Iterable

from markupsafe import Markup

from portal import frames
from portal.frames import said
from portal.screening.rows import Row

ROWS = "screening/_rows.html"


def lines(rows: Iterable[Row], *, pick: str = "") -> Markup:
    """The list of these lines, for a template; with `pick`, the name of the checkbox before each line."""
    return frames.markup(b"".join(_line(row, pick) for row in rows))


def _line(row: Row, pick: str) -> bytes:
    return frames.stamp(ROWS, "line", pick, row.late).press(
        url=said(row.url),
        name=said(row.name),
        note=said(row.note),
        fact=said(row.fact),
        more=said(row.more),
        value=said(row.pick),
        marks=b"".join(_tag(mark, "plain") + b" " for mark in row.marks),
        tag=_tag(row.tag, row.tag_kind) if row.tag else b"",
    )


def _tag(words: str, kind: str) -> bytes:
    # There are as many as there are states and signals.
    return frames.stamp(ROWS, "tag", words, kind).press()
