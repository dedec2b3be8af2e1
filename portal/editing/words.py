"""The words of the editors' lists: what each group is called, and the rows as the page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import url_for

from portal.editing.queries import Group, OwnRow, Row
from portal.models.own_ad import OwnAdState
from portal.models.posting import ClosedReason
from portal.pages import danish_date

HEADINGS: Final[Mapping[Group, tuple[str, str]]] = {
    Group.CHANGED: (
        "Ændret hos kilden",
        "Læserne ser stadig den godkendte tekst. Se, hvad der er nyt, og godkend igen.",
    ),
    Group.NO_PLACE: ("Ukendt sted", "Vi ved ikke, hvor jobbet er. Find kommunen, og ret stedet."),
    Group.MACHINE: (
        "Computerens tekst",
        "Læserne ser computerens tekst. Dem, flest læser, står øverst.",
    ),
    Group.APPROVED: ("Godkendte tekster", "En redaktør har godkendt teksten."),
    Group.CLOSED: (
        "Taget ned eller besat",
        "Lukket af en kollega i de sidste 60 dage. Du kan åbne opslaget igen.",
    ),
}
REASONS: Final[Mapping[ClosedReason, str]] = {
    ClosedReason.FILLED: "Jobbet er besat",
    ClosedReason.TAKEN_DOWN: "Taget ned",
    ClosedReason.GONE: "Væk hos kilden",
    ClosedReason.DEADLINE: "Fristen er gået",
}
STATES: Final[Mapping[OwnAdState, tuple[str, str]]] = {
    OwnAdState.DRAFT: ("Kladde", "plain"),
    OwnAdState.WAITING: ("Venter på redaktøren", "sun"),
    OwnAdState.PUBLISHED: ("På tavlen", "good"),
    OwnAdState.CLOSED: ("Lukket", "plain"),
}


@dataclass(frozen=True, kw_only=True)
class Section:
    """One group of the page: `rows` as the macro `queue` takes them, and how many there are in all."""

    group: Group
    heading: str
    told: str
    rows: tuple[dict[str, Any], ...]
    total: int


def section(group: Group, rows: Sequence[Row], *, first: int) -> Section:
    """A group with its first rows."""
    heading, told = HEADINGS[group]
    shown = tuple(_row(group, row) for row in rows[:first])
    return Section(group=group, heading=heading, told=told, rows=shown, total=len(rows))


def _row(group: Group, row: Row) -> dict[str, Any]:
    tag, kind = ("Kladde", "sun") if row.has_draft else ("", "")
    if group is Group.CLOSED and row.reason:
        tag, kind = REASONS[row.reason], "plain"
    return {
        "url": url_for("editing.text", posting_id=row.id),
        "name": row.title,
        "note": ", ".join(filter(None, (row.employer, row.town))),
        "fact": views(row.views),
        "more": _when(group, row),
        "tag": tag,
        "tag_kind": kind,
    }


def views(count: int) -> str:
    """How often an ad was seen in the last 30 days."""
    return f"Set {count} {'gang' if count == 1 else 'gange'}" if count else "Ikke set endnu"


def _when(group: Group, row: Row) -> str:
    if row.since is None:
        return ""
    day = danish_date(row.since)
    if group is Group.CHANGED:
        return f"Ændret {day}"
    return f"{row.by}, {day}" if row.by else day


def own_rows(rows: Sequence[OwnRow]) -> list[dict[str, Any]]:
    """Own ads as the macro `queue` takes them."""
    return [_own_row(row) for row in rows]


def _own_row(row: OwnRow) -> dict[str, Any]:
    tag, kind = STATES[row.state]
    if row.closed_silently:
        tag, kind = "Lukket uden svar", "error"
    elif row.asked:
        tag, kind = "Er jobbet ledigt?", "sun"
    return {
        "url": url_for("editing.own_ad", ad_id=row.id),
        "name": row.title,
        "note": ", ".join(filter(None, (row.employer, f"skrevet af {row.author}"))),
        "fact": views(row.views) if row.state is OwnAdState.PUBLISHED else "",
        "more": f"Lukker {danish_date(row.waits_until)}" if row.asked and row.waits_until else "",
        "tag": tag,
        "tag_kind": kind,
        "late": row.closed_silently,
    }
