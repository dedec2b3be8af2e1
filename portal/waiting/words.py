"""The Danish words of the waiting list."""

from dataclasses import dataclass
from typing import Final

from flask import url_for

from portal import clock, pages
from portal.models.heartbeat import AskedBy, Heartbeat
from portal.waiting.matching import Match
from portal.waiting.queries import Waiting

ASKED: Final = {
    AskedBy.MAIL: "Spurgt på mail",
    AskedBy.SMS: "Spurgt på sms",
    AskedBy.LETTER: "Spurgt i et brev",
    AskedBy.CALL: "Skal spørges i telefonen",
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """The words of one line, as the macro `queue` shows them."""

    url: str
    name: str
    note: str
    fact: str
    more: str
    tag: str
    tag_kind: str
    late: bool


def row(entry: Waiting, found: Match | None = None) -> Row:
    """A line of the list; with a match it says why."""
    case = entry.application
    to_call = case.call_on is not None and case.call_on <= clock.today()
    said_no = entry.heartbeat is not None and entry.heartbeat.still_wants is False
    since = pages.danish_date(case.state_since, year=True)
    return Row(
        url=url_for("waiting.person", application_id=case.id),
        name=short_name(entry.name),
        note=f"{entry.municipality} · venter siden {since}",
        fact=". ".join(reason.words for reason in found.reasons) if found else heartbeat(entry.heartbeat),
        more=heartbeat(entry.heartbeat) if found else "",
        tag="Har sagt nej" if said_no else "Ring" if to_call else "",
        tag_kind="plain" if said_no else "sun",
        late=to_call,
    )


def heartbeat(beat: Heartbeat | None) -> str:
    """What was asked last and what came of it."""
    if beat is None:
        return "Er ikke spurgt endnu"
    if beat.answered_at is not None:
        answer = "Vil stadig gerne" if beat.still_wants else "Vil ikke mere"
        return f"{answer} ({pages.danish_date(beat.answered_at, year=True)})"
    return f"{ASKED[beat.asked_by]} {pages.danish_date(beat.asked_at, year=True)}. Intet svar endnu"


def short_name(name: str) -> str:
    """The first name and the initial of the last one; lists show no more."""
    first, *rest = name.split() or ["Uden navn"]
    return f"{first} {rest[-1][0]}." if rest else first
