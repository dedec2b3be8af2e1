"""Views of starred jobs: a list in an address, to come back to, to print and to send on."""

from typing import Final

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import public
from portal.db import db
from portal.jobs import forms, queries, starred
from portal.jobs.cards import Card
from portal.jobs.printing import code_of, sheets_of
from portal.jobs.starred import Starred

bp = Blueprint("stars", __name__)

LEFT_OUT: Final = "Vi kunne ikke finde alle jobs i linket. Her er de andre."


@bp.get("/gemte", defaults={"ids": ""})
@bp.get("/gemte/<ids>")
@public
def stars(ids: str) -> ResponseReturnValue:
    """The list; `?q=` looks for more jobs to put on it."""
    asked = starred.read(ids)
    found = starred.find(db.session(), asked.ids)
    lost = asked.left_out or len(found.ids) < len(asked.ids)
    wanted = forms.read({"q": request.args.get("q", "")})[0]
    return render_template(
        "jobs/stars.html",
        found=found,
        note=LEFT_OUT if lost else "",
        words=wanted.words,
        more=_more(found, wanted),
        address=current_app.config["SETTINGS"].base_url + address(found.ids) if found.ids else "",
        path=starred.write(found.ids),
        with_job=lambda card: address((*found.ids, card.id)),
        without_job=lambda card: address([other for other in found.ids if other != card.id]),
    )


@bp.get("/gemte/<ids>/print")
@public
def class_set(ids: str) -> ResponseReturnValue:
    """The open jobs of a list as cards to cut out, six a page."""
    found = starred.find(db.session(), starred.read(ids).ids)
    return render_template(
        "jobs/class_set.html",
        sheets=sheets_of(found.open),
        what="",
        back=address(found.ids),
        code_of=code_of,
    )


@bp.app_template_global("star_address")
def address(ids: str | list[str] | tuple[str, ...]) -> str:
    """The path of the list with these jobs; of the empty list for none."""
    listed = starred.write([ids] if isinstance(ids, str) else ids)
    return url_for("stars.stars", ids=listed) if listed else url_for("stars.stars")


def _more(found: Starred, wanted: forms.Wanted) -> tuple[Card, ...]:
    """Jobs that fit the words and are not on the list yet; () without words, or where the list is full."""
    if not wanted.words or len(found.ids) >= starred.MOST:
        return ()
    session = db.session()
    listed = [each for each in queries.board(session, wanted).listed if each.id not in found.ids]
    return queries.cards_of(session, listed)
