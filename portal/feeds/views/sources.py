"""Views: The list of sources, one source, and what an administrator may do to it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import me, staff_only
from portal.db import db
from portal.feeds import actions, queries, words
from portal.feeds.views.blueprint import MANAGERS, READERS, bp, source_or_404


@bp.get("/personale/kilder")
@staff_only(*READERS)
def overview() -> ResponseReturnValue:
    """All sources, those that need a person first."""
    fetched = queries.configured()
    return render_template(
        "feeds/overview.html",
        lines=queries.lines(db.session(), fetched),
        readable=fetched.readable,
        words=words,
        manages=me().has(*MANAGERS),
    )


@bp.get("/personale/kilder/kilde/<name>")
@staff_only(*READERS)
def source(name: str) -> ResponseReturnValue:
    """One source with its runs, and what waits for a person."""
    sheet = queries.sheet(db.session(), name) or abort(404)
    return render_template("feeds/source.html", sheet=sheet, words=words, manages=me().has(*MANAGERS))


@bp.post("/personale/kilder/kilde/<name>/hent")
@staff_only(*MANAGERS)
def run_now(name: str) -> ResponseReturnValue:
    """Fetches a source before its time."""
    if name not in queries.configured().names:
        abort(404)
    actions.run_now(name)
    return _back(name, "Vi henter om et øjeblik.")


@bp.post("/personale/kilder/kilde/<name>/pause")
@staff_only(*MANAGERS)
def pause(name: str) -> ResponseReturnValue:
    """Stops fetching a source for now."""
    actions.pause(source_or_404(name))
    return _back(name, "Kilden holder pause.")


@bp.post("/personale/kilder/kilde/<name>/start")
@staff_only(*MANAGERS)
def resume(name: str) -> ResponseReturnValue:
    """Fetches a source again."""
    actions.resume(source_or_404(name))
    return _back(name, "Kilden er i gang igen.")


@bp.post("/personale/kilder/kilde/<name>/sluk")
@staff_only(*MANAGERS)
def switch_off(name: str) -> ResponseReturnValue:
    """Stops fetching a source and closes its ads."""
    closed = actions.switch_off(source_or_404(name))
    return _back(name, f"Kilden er slukket. {closed} job er lukket.")


@bp.post("/personale/kilder/kilde/<name>/taend")
@staff_only(*MANAGERS)
def switch_on(name: str) -> ResponseReturnValue:
    """Fetches a source again that was off."""
    actions.switch_on(source_or_404(name))
    return _back(name, "Kilden er tændt. Jobbene kommer igen, når vi får listen næste gang.")


@bp.post("/personale/kilder/kilde/<name>/luk")
@staff_only(*MANAGERS)
def approve_held(name: str) -> ResponseReturnValue:
    """Closes the ads that a run holds, those that were shown."""
    closed = actions.approve_held(source_or_404(name).name, request.form.getlist("ids"))
    return _back(name, f"{closed} job er lukket.")


@bp.post("/personale/kilder/kilde/<name>/behold")
@staff_only(*MANAGERS)
def discard_held(name: str) -> ResponseReturnValue:
    """Leaves the ads that a run holds open."""
    kept = actions.discard_held(source_or_404(name).name, request.form.getlist("ids"))
    return _back(name, f"{kept} job bliver på tavlen.")


def _back(name: str, message: str) -> ResponseReturnValue:
    flash(message)
    return redirect(url_for("feeds.source", name=name))
