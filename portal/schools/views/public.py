"""Views for teachers: what there is for STU, what a workday is, a lesson on the screen and as PDF."""

from functools import lru_cache

from flask import Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import pdf
from portal.access import public
from portal.db import db
from portal.easyread import trades
from portal.page_cache import cacheable
from portal.schools import gatherings
from portal.schools.views.blueprint import bp
from portal.schools.workdays import WORKDAYS


@bp.get("/stu")
@public
@cacheable
def front() -> ResponseReturnValue:
    """What KLAPjob has for STU schools."""
    return render_template(
        "schools/front.html", coming=gatherings.coming(db.session())[:3], words=gatherings.WORDS
    )


@bp.get("/stu/arbejdsdag")
@public
@cacheable
def workdays() -> ResponseReturnValue:
    """All trades, each with its sheet."""
    return render_template("schools/workdays.html", trades=trades.TRADES.values())


@bp.get("/stu/arbejdsdag/<slug>")
@public
@cacheable
def workday(slug: str) -> ResponseReturnValue:
    """What a workday is in one trade, on one sheet of paper."""
    trade = trades.by_slug(slug) or abort(404)
    return render_template("schools/workday.html", trade=trade, day=WORKDAYS[trade.key])


@bp.get("/stu/undervisning")
@public
@cacheable
def lesson() -> ResponseReturnValue:
    """The guide to a lesson."""
    return render_template("schools/lesson.html", has_pdf=pdf.is_available())


@bp.get("/stu/undervisning.pdf")
@public
@cacheable
def lesson_file() -> ResponseReturnValue:
    """The same guide as PDF; the web page where this machine can make none."""
    if not pdf.is_available():
        return redirect(url_for("schools.lesson"))
    response = Response(_drawn(render_template("schools/lesson_pdf.html")), mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="klapjob-undervisning.pdf"'
    return response


@lru_cache(maxsize=1)
def _drawn(page: str) -> bytes:
    """The page as PDF; drawn once, because its words seldom change."""
    return pdf.render(page)
