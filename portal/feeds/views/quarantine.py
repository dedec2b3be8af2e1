"""Views: Entries that were refused: what came in, why it was refused, and what to do about it."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import audit
from portal.access import me, staff_only
from portal.db import db
from portal.feeds import actions, queries
from portal.feeds.views.blueprint import MANAGERS, READERS, bp, source_or_404
from portal.jobs import reason_words
from portal.models.feed import RefusedEntry


@bp.get("/personale/kilder/kilde/<name>/afvist")
@staff_only(*READERS)
def refused(name: str) -> ResponseReturnValue:
    """The quarantine of a source, without what came in."""
    source = source_or_404(name)
    return render_template(
        "feeds/refused.html",
        name=source.name,
        entries=queries.refused_entries(db.session(), name, ignored=False),
        ignored=queries.refused_entries(db.session(), name, ignored=True),
        in_danish=reason_words.in_danish,
    )


@bp.get("/personale/kilder/afvist/<entry_id>")
@staff_only(*READERS)
def refused_entry(entry_id: str) -> ResponseReturnValue:
    """One refused entry with what came in, which may name people."""
    entry = _entry(entry_id)
    audit.looked("refused entry", entry.id, purpose=actions.PURPOSE)
    return render_template(
        "feeds/refused_entry.html",
        entry=entry,
        reason=reason_words.in_danish(entry.reason),
        fetched=entry.source in queries.configured().names,
        manages=me().has(*MANAGERS),
    )


@bp.post("/personale/kilder/afvist/<entry_id>/igen")
@staff_only(*MANAGERS)
def retry(entry_id: str) -> ResponseReturnValue:
    """Fetches the source again, to see whether the entry has healed."""
    entry = _entry(entry_id)
    if entry.source not in queries.configured().names:
        abort(404)
    actions.retry(entry)
    return _back(entry, "Vi henter om et øjeblik. Er opslaget rettet, forsvinder det fra listen.")


@bp.post("/personale/kilder/afvist/<entry_id>/ignorer")
@staff_only(*MANAGERS)
def ignore(entry_id: str) -> ResponseReturnValue:
    """Puts an entry aside."""
    entry = _entry(entry_id)
    actions.ignore(entry)
    return _back(entry, "Opslaget er lagt væk. Det kommer frem igen, hvis der sker noget med det.")


def _entry(entry_id: str) -> RefusedEntry:
    return db.session.get(RefusedEntry, entry_id) or abort(404)


def _back(entry: RefusedEntry, message: str) -> ResponseReturnValue:
    flash(message)
    return redirect(url_for("feeds.refused", name=entry.source))
