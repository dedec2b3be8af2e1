"""Runs of sources for the tests of the pages about them, and what such a page shows."""

from datetime import timedelta
from typing import Any
from xml.etree.ElementTree import Element

from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_source
from portal import clock
from portal.models.audit import AuditEntry
from portal.models.feed import FeedRun, RefusedEntry, RunStatus
from strict_client import StrictClient, parse

OVERVIEW = "/personale/kilder"
JOBNET = "/personale/kilder/kilde/jobnet"
GOOD = {RunStatus.COMPLETE, RunStatus.UNCHANGED}


def ran(
    session: Session,
    status: RunStatus = RunStatus.COMPLETE,
    *,
    ago: timedelta = timedelta(minutes=30),
    source: str = "jobnet",
    **changes: Any,
) -> FeedRun:
    """A run that began and ended some time ago."""
    at = clock.now() - ago
    row = make_source(session, source)
    if status in GOOD:
        row.last_complete_at = at
    values = {"received": 20, "left_out": 5} | changes
    run = FeedRun(source=source, started_at=at, ended_at=at, status=status, **values)
    session.add(run)
    session.commit()
    return run


def refused(session: Session, reference: str = "job-1", **changes: Any) -> RefusedEntry:
    """An entry without a title that waits in quarantine."""
    make_source(session)
    payload = changes.pop("payload", "<job>uden titel</job>")
    values = {"reason": "no title", "first_seen_at": clock.now(), "last_seen_at": clock.now()}
    entry = RefusedEntry(source=changes.pop("source", "jobnet"), reference=reference, **(values | changes))
    entry.payload = payload
    session.add(entry)
    session.commit()
    return entry


def text(element: Element) -> str:
    """The words in an element, in one line."""
    return " ".join(" ".join(element.itertext()).split())


def words_of(page: str) -> str:
    """All words in the main part of a page."""
    main = parse(page).find(".//main")
    assert main is not None
    return text(main)


def rows(page: str) -> list[str]:
    """The rows of the list on a page."""
    return [text(row) for row in parse(page).findall(".//ul[@class='kj-queue']/li")]


def buttons(page: str) -> list[str]:
    """The words on the buttons in the main part of a page."""
    return [text(button) for button in parse(page).findall(".//main//button")]


def press(client: StrictClient, page: str, words: str, **typed: Any) -> str:
    """Presses a button on a page as a browser does, and gives the words of the page one comes to."""
    shown = client.get(page)
    for form in parse(shown.text).findall(".//form"):
        if any(text(button) == words for button in form.findall(".//button")):
            data: dict[str, Any] = {}
            for field in form.findall(".//input[@type='hidden']"):
                data.setdefault(field.get("name") or "", []).append(field.get("value", ""))
            answer = client.post(form.get("action") or page, data=data | typed, follow_redirects=True)
            assert answer.status_code == 200, answer.text
            return words_of(answer.text)
    raise AssertionError(f"no button {words!r} on {page}: {buttons(shown.text)}")


def audited(session: Session) -> list[tuple[str, str, str]]:
    """What stands in the audit trail, oldest first."""
    rows = session.scalars(select(AuditEntry).order_by(AuditEntry.number))
    return [(row.action, row.object_kind, row.object_id) for row in rows]
