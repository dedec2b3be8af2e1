"""Views: Personal data: how long it is kept, who has looked, all of a person's as a file, its deletion."""

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import audit, cases, clock, purging, retention
from portal.access import me, staff_only
from portal.db import db
from portal.models.application import Application
from portal.models.staff import Role
from portal.privacy import actions, oversight, report, words

bp = Blueprint("privacy", __name__)

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)
SURE: Final = "sure"
MOST_SHOWN: Final = 200


@bp.get("/personale/persondata")
@staff_only(Role.ADMIN, Role.LEADER)
def overview() -> ResponseReturnValue:
    """How long everything is kept, and what is to go soon."""
    return _overview({}, [])


@bp.post("/personale/persondata/tider")
@staff_only(Role.ADMIN)
def choose() -> ResponseReturnValue:
    """Keeps other times."""
    typed = {
        key: request.form.get(f"days-{key}", "").strip()
        for key, rule in retention.RULES.items()
        if not rule.is_fixed
    }
    errors = [
        {"field": f"days-{key}", "text": _bounds(key)} for key, text in typed.items() if not _fits(key, text)
    ]
    if errors:
        return _overview(typed, errors), 422
    actions.choose({key: int(text) for key, text in typed.items()}, by=me())
    flash("Tiderne er gemt. De gælder fra i nat.")
    return redirect(url_for("privacy.overview"))


@bp.post("/personale/persondata/ur")
@staff_only(Role.ADMIN)
def trust_clock() -> ResponseReturnValue:
    """Runs the deletion that was refused because the clock might be wrong."""
    outcome = actions.trust_the_clock()
    flash(f"Vi har slettet det, der var for gammelt: {sum(outcome.deleted.values())} ting.")
    return redirect(url_for("privacy.overview"))


@bp.get("/personale/persondata/opslag")
@staff_only(Role.ADMIN, Role.LEADER)
def lookups() -> ResponseReturnValue:
    """A random few look-ups to ask about, and who looks more than usual."""
    session = db.session()
    sample, unusual = oversight.sample(session), oversight.unusual(session)
    audit.looked("audit trail", purpose="oversight")
    return render_template(
        "privacy/lookups.html", sample=sample, unusual=unusual, purpose=words.purpose, kind=words.kind
    )


@bp.get("/personale/sag/<application_id>/persondata")
@staff_only(*OFFICE)
def person(application_id: str) -> ResponseReturnValue:
    """What to ask before a person's data are handed over or deleted."""
    application = _find(application_id)
    audit.looked("application", application.id, purpose=report.PURPOSE)
    return render_template("privacy/person.html", case=application, errors=[])


@bp.post("/personale/sag/<application_id>/persondata/fil")
@staff_only(*OFFICE)
def as_file(application_id: str) -> ResponseReturnValue:
    """All about the person as a ZIP."""
    application = _find(application_id)
    if not request.form.get(SURE):
        return _not_sure(application, "sure-file", "Sæt et flueben, når du ved, hvem der spørger."), 422
    audit.exported("application", application.id, purpose=report.PURPOSE)
    disposition = f'attachment; filename="klapjob-{application.reference}.zip"'
    headers = {"Content-Type": "application/zip", "Content-Disposition": disposition}
    return Response(report.pack(db.session(), application), headers=headers)


@bp.post("/personale/sag/<application_id>/persondata/slet")
@staff_only(*OFFICE)
def erase(application_id: str) -> ResponseReturnValue:
    """Deletes all about the person."""
    application = _find(application_id)
    if not request.form.get(SURE):
        return _not_sure(application, "sure-erase", "Sæt et flueben, når personen selv har bedt om det."), 422
    actions.erase(application)
    flash("Alt om personen er slettet.")
    return redirect(url_for("screening.queue"))


def _find(application_id: str) -> Application:
    return cases.find(db.session(), me(), application_id) or abort(404)


def _not_sure(application: Application, field: str, text: str) -> str:
    return render_template("privacy/person.html", case=application, errors=[{"field": field, "text": text}])


def _overview(typed: Mapping[str, str], errors: list[dict[str, str]]) -> str:
    session, staff = db.session(), me()
    coming = list(purging.coming(session)) if staff.has(*OFFICE) else []
    values: dict[str, Any] = {key: str(days) for key, days in retention.days(session).items()}
    return render_template(
        "privacy/overview.html",
        rules=retention.RULES.values(),
        rule_words={rule.key: rule.what for rule in retention.RULES.values()},
        kept={key: retention.in_words(int(days)) for key, days in values.items()},
        values=values | dict(typed),
        errors=errors,
        wrong={error["field"]: error["text"] for error in errors},
        chooses=staff.has(Role.ADMIN),
        sees_cases=staff.has(*OFFICE),
        coming=coming[:MOST_SHOWN],
        runs=purging.newest_runs(session),
        now=clock.now(),
        clock_in_doubt=purging.may_be_wrong(session, clock.now()),
    )


def _fits(key: str, text: str) -> bool:
    rule = retention.RULES[key]
    return text.isascii() and text.isdecimal() and len(text) <= 4 and rule.least <= int(text) <= rule.most


def _bounds(key: str) -> str:
    rule = retention.RULES[key]
    return f"{rule.what}: skriv et tal fra {rule.least} til {rule.most}."
