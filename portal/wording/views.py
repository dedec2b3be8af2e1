"""Views of the letters: the list, one letter with its preview, saving, the default again."""

from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import cleaning
from portal.access import me, staff_only
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.letters import parts, texts
from portal.letters.kinds import FIELDS, KINDS, Kind, Where
from portal.models.staff import Role
from portal.wording import actions, checking, queries

bp = Blueprint("wording", __name__)

ROLES: Final = (Role.SECRETARIAT, Role.LEADER)
PLACES: Final = {
    Where.PAGE: "På personens egen side",
    Where.PAPER: "På papir",
    Where.MAIL: "Mails",
    Where.SMS: "SMS",
}
PRESS_AGAIN: Final = "Siden var gammel. Tryk på knappen igen."


@bp.get("/personale/breve")
@staff_only(*ROLES)
def overview() -> ResponseReturnValue:
    """All letters."""
    changed = queries.worded_by_staff(db.session())
    return render_template("wording/overview.html", groups=queries.by_place(), places=PLACES, changed=changed)


@bp.get("/personale/breve/<kind>")
@staff_only(*ROLES)
def letter(kind: str) -> ResponseReturnValue:
    """One letter: its words, how it looks, how hard it is, and who worded it."""
    wanted = _letter(kind)
    return _page(wanted, texts.current(db.session(), wanted))


@bp.post("/personale/breve/<kind>")
@checks_token_itself
@staff_only(*ROLES)
def save(kind: str) -> ResponseReturnValue:
    """Keeps the words, or says what must be put right first."""
    wanted, typed = _letter(kind), _typed()
    problems = checking.problems(wanted, typed)
    if not token_is_good():
        return _page(wanted, typed, [PRESS_AGAIN]), 400
    if problems:
        return _page(wanted, typed, problems), 422
    actions.save(db.session(), wanted, typed, by=me())
    flash("Brevet er gemt. Det gælder fra nu af.")
    return redirect(url_for("wording.letter", kind=kind), 303)


@bp.post("/personale/breve/<kind>/vis")
@checks_token_itself
@staff_only(*ROLES)
def preview(kind: str) -> ResponseReturnValue:
    """Shows how the letter would look; keeps nothing."""
    wanted, typed = _letter(kind), _typed()
    problems = checking.problems(wanted, typed) if token_is_good() else [PRESS_AGAIN]
    return _page(wanted, typed, problems), 422 if problems else 200


@bp.post("/personale/breve/<kind>/standard")
@staff_only(*ROLES)
def reset(kind: str) -> ResponseReturnValue:
    """Lets the default count again."""
    actions.reset(db.session(), _letter(kind), by=me())
    flash("Standardteksten gælder igen.")
    return redirect(url_for("wording.letter", kind=kind), 303)


def _letter(kind: str) -> Kind:
    return KINDS.get(kind) or abort(404)


def _typed() -> str:
    return cleaning.paragraphs(request.form.get("text", ""))


def _page(wanted: Kind, text: str, problems: list[str] | None = None) -> str:
    examples = texts.examples(wanted)
    # A field that does not exist is shown as it was typed.
    known = {name: parts.Piece(f"{{{name}}}") for name in parts.fields(text)} | examples
    return render_template(
        "wording/letter.html",
        letter=wanted,
        place=PLACES[wanted.where],
        text=text,
        problems=[{"field": "text", "text": told} for told in problems or []],
        fields=[FIELDS[name] for name in wanted.may_use],
        paragraphs=parts.fill(text, known),
        reading=checking.read(text, known),
        versions=queries.versions(db.session(), wanted),
        is_default=text == wanted.default,
    )
