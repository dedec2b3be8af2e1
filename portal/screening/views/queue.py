"""The lists of cases: the queue of the office, and a consultant's own."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from portal import audit, frames, personal_frames
from portal.access import me, staff_only
from portal.db import db
from portal.models.staff import Role
from portal.screening import bulk, desk, drawing, groups, listing, notes, words
from portal.screening.choices import Option, options
from portal.screening.desk import Glance
from portal.screening.listing import Listed
from portal.screening.sections import Wanted
from portal.screening.views.blueprint import OFFICE, bp

LAST_PAGE: Final = 10_000
MINE: Final = "mig"
STARTS: Final = (
    (Role.CONSULTANT, "screening.mine"),
    (Role.EDITOR, "editing.overview"),
    (Role.ADMIN, "operation.overview"),
)
"""Where those begin who are not of the office."""
_BULK: Final = options((verb.key, verb.words) for verb in bulk.VERBS)
_EMPTY: Final = "<p>Køen er tom. Alle har fået svar.</p>".encode()
_NO_CASES: Final = "<p>Du har ingen sager lige nu. Vi sender dig en mail, når der kommer en.</p>".encode()
DESK: Final = "screening/_desk.html"


@dataclass(frozen=True, kw_only=True, eq=False)
class Choices:
    """What each filter of a list offers. Each list has one, which is told from others by being itself."""

    group: tuple[Option, ...]
    place: tuple[Option, ...]
    fits: tuple[Option, ...]
    who: tuple[Option, ...]


_Pieces = Callable[[Sequence[Listed], Wanted, Glance], dict[str, bytes]]
"""What a list has besides what all have, for the holes of its page."""


@bp.get("/personale")
@staff_only()
def queue() -> ResponseReturnValue:
    """The start of the day, whatever one's role."""
    if not me().has(*OFFICE):
        return _other_start()
    page = _list_page("screening/queue.html", groups.QUEUE, _of_office)
    # Noted last: to read on after a commit begins another transaction.
    audit.looked("queue", purpose="case work")
    return page


def _other_start() -> ResponseReturnValue:
    for role, endpoint in STARTS:
        if me().has(role):
            return redirect(url_for(endpoint))
    return render_template("screening/nothing.html")


@bp.get("/personale/mine")
@staff_only(Role.CONSULTANT)
def mine() -> ResponseReturnValue:
    """The cases of a consultant's own municipalities."""
    page = _list_page("screening/mine.html", groups.MINE, _of_consultant)
    audit.looked("own queue", purpose="case work")
    return page


def _list_page(template: str, listed: tuple[groups.Group, ...], pieces: _Pieces) -> bytes:
    wanted, session, staff = wanted_from(request.args, listed), db.session(), me()
    glance = desk.glance(session, staff)
    sections = listing.read(session, staff, listed, wanted, endpoint=str(request.endpoint))
    mentions = notes.mentions_of(session, staff) if glance.mentions else ()
    drawn = {
        "mentions": _piece("mentioned", mentions) if mentions else b"",
        **pieces(sections, wanted, glance),
    }
    return personal_frames.page(template, drawn, shortcuts=glance.shortcuts)


def _of_office(sections: Sequence[Listed], wanted: Wanted, glance: Glance) -> dict[str, bytes]:
    filters = filters_of(wanted)
    kept = frames.piece(DESK, "kept_filters", filters) if filters else b""
    views = desk.saved_views(db.session(), me()) if glance.views else ()
    others = () if wanted.group else listing.others(groups.QUEUE, wanted, endpoint=str(request.endpoint))
    return {
        "stuck": _piece("stuck_mails", glance.stuck) if glance.stuck else b"",
        "filters": _piece("narrow_down", _choices(groups.QUEUE), wanted),
        "views": frames.piece(DESK, "views_of", views) if views else b"",
        "kept": kept,
        "sections": _piece("several", _drawn(sections, pick="sag"), frames.markup(kept), _BULK)
        if sections
        else _EMPTY,
        "others": _piece("others_of", others) if others else b"",
    }


def _of_consultant(sections: Sequence[Listed], wanted: Wanted, _glance: Glance) -> dict[str, bytes]:
    return {
        "sections": _piece("own", _drawn(sections), _choices(groups.MINE), wanted) if sections else _NO_CASES
    }


def _drawn(sections: Sequence[Listed], pick: str = "") -> list[tuple[Listed, Markup]]:
    return [(section, drawing.lines(section.rows, pick=pick)) for section in sections]


def _piece(macro: str, *values: object) -> bytes:
    return frames.piece("screening/_list.html", macro, *values)


@cache
def _choices(listed: tuple[groups.Group, ...]) -> Choices:
    return Choices(
        group=options([("", "Alt"), *((group.key, group.heading) for group in listed)]),
        place=options([("", "Alle"), *words.MUNICIPALITIES]),
        fits=options([("", "Alle"), *words.FITS.items()]),
        who=options([("", "Alle"), (MINE, "Jeg har den")]),
    )


def wanted_from(sent: MultiDict[str, str], listed: tuple[groups.Group, ...]) -> Wanted:
    """The filters of a list as an address or a form names them; what nobody knows counts as not named."""
    group = _one_of(sent, "gruppe", {entry.key for entry in listed})
    page = sent.get("side", 1, int) if group else 1
    return Wanted(
        group=group,
        municipality=_one_of(sent, "kommune", dict(words.MUNICIPALITIES)),
        fits=_one_of(sent, "ordning", words.FITS),
        held_by_me=bool(_one_of(sent, "hvem", {MINE})),
        page=min(max(page, 1), LAST_PAGE),
    )


def filters_of(wanted: Wanted) -> dict[str, str]:
    """The filters of a list as its address names them; the page is none."""
    named = {
        "gruppe": wanted.group,
        "kommune": wanted.municipality,
        "ordning": wanted.fits,
        "hvem": MINE if wanted.held_by_me else "",
    }
    return {name: value for name, value in named.items() if value}


def _one_of(sent: MultiDict[str, str], name: str, known: Container[str]) -> str:
    value = sent.get(name, "")
    return value if value in known else ""
