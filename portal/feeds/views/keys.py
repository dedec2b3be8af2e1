"""Views: Partners who send their ads themselves, and the keys that let them in."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import sources
from portal.access import staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.feeds import actions, queries
from portal.feeds.forms import PartnerForm
from portal.feeds.views.blueprint import MANAGERS, bp, source_or_404
from portal.models.feed import Source

TAKEN = "Der er allerede en kilde med det navn. Vælg et andet."


@bp.get("/personale/kilder/partner")
@staff_only(*MANAGERS)
def new_partner() -> ResponseReturnValue:
    """Asks for the name of a partner."""
    form = PartnerForm(formdata=None)
    return render_template("feeds/new_partner.html", form=form, errors=[])


@bp.post("/personale/kilder/partner")
@checks_token_itself
@staff_only(*MANAGERS)
def add_partner() -> ResponseReturnValue:
    """Makes a source that a partner pushes its ads to."""
    form = PartnerForm()
    if not form.validate():
        return _name_page(form, form.problems())
    name = form.source()
    try:
        actions.add_partner(name)
    except actions.NameTakenError:
        return _name_page(form, [{"field": "partner", "text": TAKEN}])
    flash("Partneren er klar. Lav en nøgle, og giv den til partneren.")
    return redirect(url_for("feeds.source", name=name))


@bp.post("/personale/kilder/kilde/<name>/noegle")
@staff_only(*MANAGERS)
def create_key(name: str) -> ResponseReturnValue:
    """Makes a key and shows it, this one time."""
    source = _push_source(name)
    return render_template("feeds/new_key.html", name=source.name, key=actions.create_key(source))


@bp.post("/personale/kilder/kilde/<name>/noegle/<key_id>/luk")
@staff_only(*MANAGERS)
def revoke_key(name: str, key_id: str) -> ResponseReturnValue:
    """Ends a key at once."""
    actions.revoke_key(queries.open_key(db.session(), name, key_id) or abort(404))
    flash("Nøglen er lukket. Den virker ikke mere.")
    return redirect(url_for("feeds.source", name=name))


def _push_source(name: str) -> Source:
    source = source_or_404(name)
    return source if source.format == sources.PUSH else abort(404)


def _name_page(form: PartnerForm, errors: list[dict[str, str]]) -> ResponseReturnValue:
    return render_template("feeds/new_partner.html", form=form, errors=errors), 422
