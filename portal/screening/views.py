"""Views: The queue: what came in, what to decide, and the hand-over to a consultant."""

from collections.abc import Iterable
from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import audit, cases
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.application import Application
from portal.models.staff import Role
from portal.screening import actions, forms, groups, listing, queries, verbs, words
from portal.screening.forms import DecisionForm
from portal.screening.queries import Wanted
from portal.screening.sheet import events_since
from portal.screening.sheet import read as read_sheet

bp = Blueprint("screening", __name__)

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)
CASE_WORKERS: Final = (*OFFICE, Role.CONSULTANT)
LAST_PAGE: Final = 10_000


@bp.get("/personale")
@staff_only()
def queue() -> ResponseReturnValue:
    """The start of the day, whatever one's role."""
    if not me().has(*CASE_WORKERS):
        return render_template("screening/nothing.html")
    if not me().has(*OFFICE):
        return redirect(url_for("screening.mine"))
    audit.looked("queue", purpose="case work")
    stuck = queries.count_stuck_mails(db.session())
    return _list_page("screening/queue.html", groups.QUEUE, stuck=stuck)


@bp.get("/personale/mine")
@staff_only(Role.CONSULTANT)
def mine() -> ResponseReturnValue:
    """The cases of a consultant's own municipalities."""
    audit.looked("own queue", purpose="case work")
    return _list_page("screening/mine.html", groups.MINE)


@bp.get("/personale/sag/<application_id>")
@staff_only(*CASE_WORKERS)
def case(application_id: str) -> ResponseReturnValue:
    """One case: what is known, and what may be done."""
    return _case_page(_find(application_id))


@bp.post("/personale/sag/<application_id>/<verb_key>")
@checks_token_itself
@staff_only(*CASE_WORKERS)
def decide(application_id: str, verb_key: str) -> ResponseReturnValue:
    """Does one thing with a case, or shows what is in the way."""
    application = _find(application_id)
    verb = verbs.by_key(verb_key) or abort(404)
    form = forms.typed(verb)
    if not form.validate_on_submit():
        return _case_page(application, form), 422
    try:
        actions.decide(application, verb, form.decision(), by=me())
    except (cases.StaleError, cases.ClaimedError, cases.MoveRefusedError):
        db.session.rollback()
        return _conflict_page(_find(application_id), form), 409
    flash(verb.done)
    return redirect(_next_address(application))


@bp.get("/personale/post")
@staff_only(*OFFICE)
def stuck_mails() -> ResponseReturnValue:
    """Mails that no server takes."""
    audit.looked("stuck mail", purpose="mail trouble")
    return render_template(
        "screening/stuck_mails.html", messages=queries.stuck_mails(db.session()), kinds=words.MAIL_KIND
    )


@bp.post("/personale/post/<message_id>/igen")
@staff_only(*OFFICE)
def try_mail_again(message_id: str) -> ResponseReturnValue:
    actions.try_mail_again(queries.stuck_mail(db.session(), message_id) or abort(404))
    flash("Vi prøver at sende mailen igen.")
    return redirect(url_for("screening.stuck_mails"))


@bp.post("/personale/post/<message_id>/klaret")
@staff_only(*OFFICE)
def drop_mail(message_id: str) -> ResponseReturnValue:
    actions.drop_mail(queries.stuck_mail(db.session(), message_id) or abort(404))
    flash("Mailen er fjernet fra listen.")
    return redirect(url_for("screening.stuck_mails"))


def _find(application_id: str) -> Application:
    """The case, if the person signed in may see it; a foreign one is as absent as one that never was."""
    return cases.find(db.session(), me(), application_id) or abort(404)


def _wanted(listed: tuple[groups.Group, ...]) -> Wanted:
    group = request.args.get("gruppe", "")
    municipality = request.args.get("kommune", "")
    page = request.args.get("side", 1, int)
    known = group in {entry.key for entry in listed}
    return Wanted(
        group=group if known else "",
        municipality=municipality if municipality in dict(words.MUNICIPALITIES) else "",
        page=min(max(page, 1), LAST_PAGE) if known else 1,
    )


def _list_page(template: str, listed: tuple[groups.Group, ...], **more: object) -> str:
    wanted = _wanted(listed)
    endpoint = str(request.endpoint)
    return render_template(
        template,
        sections=listing.read(db.session(), me(), listed, wanted, endpoint=endpoint),
        wanted=wanted,
        group_choices=_options([("", "Alt"), *((group.key, group.heading) for group in listed)]),
        place_choices=_options([("", "Alle kommuner"), *words.MUNICIPALITIES]),
        **more,
    )


def _options(choices: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"value": value, "words": shown} for value, shown in choices]


def _case_page(application: Application, failed: DecisionForm | None = None) -> str:
    page = read_sheet(db.session(), application, me())
    if failed and failed.verb not in page.offered:
        return _conflict_page(application, failed)
    audit.looked("application", application.id, purpose="case work")
    shown = {verb.key: forms.fresh(verb, application) for verb in page.offered}
    return render_template(
        "screening/case.html",
        sheet=page,
        forms=shown | ({failed.verb.key: failed} if failed else {}),
        opened=failed.verb.key if failed else next((verb.key for verb in page.offered if verb.main), ""),
        errors=failed.problems() if failed else [],
        words=words,
    )


def _conflict_page(application: Application, typed: DecisionForm) -> str:
    """Both texts: what was just typed, and what has happened to the case meanwhile."""
    audit.looked("application", application.id, purpose="case work")
    page = read_sheet(db.session(), application, me())
    return render_template(
        "screening/conflict.html",
        sheet=page,
        typed=typed,
        again=forms.again(typed, application) if typed.verb in page.offered else None,
        events=events_since(db.session(), application, typed.version_seen()),
        words=words,
    )


def _next_address(application: Application) -> str:
    """Back to the case as long as one works on it; else to the list."""
    working = cases.claimed_by(application) == me().id or not me().has(*OFFICE)
    if working and cases.find(db.session(), me(), application.id):
        return url_for("screening.case", application_id=application.id)
    return url_for("screening.queue")
