"""Several cases at once: a summary of what will happen, and after it what became of each."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import audit
from portal.access import me, staff_only
from portal.csrf import checks_token_itself, token_is_good
from portal.screening import bulk, deciding_forms, groups
from portal.screening.bulk import Picked
from portal.screening.forms import DecisionForm
from portal.screening.verbs import Verb
from portal.screening.views.blueprint import OFFICE, bp
from portal.screening.views.queue import filters_of, wanted_from


@bp.post("/personale/flere")
@staff_only(*OFFICE)
def several() -> ResponseReturnValue:
    """What would happen with the picked cases; nothing has happened yet."""
    verb = bulk.by_key(request.form.get("goer", ""))
    chosen = bulk.picked(request.form.getlist("sag"), me())
    if verb is None or not chosen:
        flash("Du har ikke valgt nogen sager. Sæt et kryds ved dem først.", "warning")
        filters: dict[str, Any] = {**filters_of(wanted_from(request.form, groups.QUEUE))}
        return redirect(url_for("screening.queue", **filters))
    return _summary(verb, chosen, deciding_forms.blank(verb))


@bp.post("/personale/flere/<verb_key>")
@checks_token_itself
@staff_only(*OFFICE)
def decide_several(verb_key: str) -> ResponseReturnValue:
    """Does it with each of them, and tells where it was not possible."""
    verb = bulk.by_key(verb_key) or abort(404)
    chosen = bulk.picked(request.form.getlist("sag"), me())
    form = deciding_forms.typed(verb)
    if not token_is_good() or not form.validate():
        return _summary(verb, chosen, form), 422
    outcomes = bulk.decide(chosen, verb, form.decision(), by=me())
    return render_template("screening/several_done.html", verb=verb, outcomes=outcomes)


def _summary(verb: Verb, chosen: tuple[Picked, ...], form: DecisionForm) -> str:
    audit.looked("queue", purpose="case work")
    forecast = bulk.forecast(chosen, verb, me())
    return render_template(
        "screening/several.html",
        verb=verb,
        form=form,
        ready=[outcome.picked for outcome in forecast if not outcome.why_not],
        in_the_way=[outcome for outcome in forecast if outcome.why_not],
        errors=form.problems() if form.errors else [],
    )
