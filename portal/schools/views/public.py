"""Views for teachers: what there is for STU; what a workday is and a lesson, on the screen and as PDF."""

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import clock, pdf
from portal.access import public
from portal.db import db
from portal.easyread import trades
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.trades import Trade
from portal.page_cache import cacheable
from portal.schools import gatherings, paper, register
from portal.schools.views.blueprint import bp
from portal.schools.workdays import WORKDAYS


@bp.get("/stu")
@public
@cacheable
def front() -> ResponseReturnValue:
    """What KLAPjob has for STU schools."""
    return render_template(
        "schools/front.html",
        coming=gatherings.coming(db.session())[:3],
        words=gatherings.WORDS,
        schools=register.with_agreement(db.session(), clock.today()),
    )


@bp.get("/stu/arbejdsdag")
@public
@cacheable
def workdays() -> ResponseReturnValue:
    """All trades, each with its sheet."""
    return render_template("schools/workdays.html", trades=trades.TRADES.values(), has_pdf=pdf.is_available())


@bp.get("/stu/arbejdsdag.pdf")
@public
@cacheable
def workdays_file() -> ResponseReturnValue:
    """All sheets in one PDF, a page for each trade; the list where none can be made."""
    return _workdays_file(tuple(trades.TRADES.values()), "arbejdsdage", url_for("schools.workdays"))


@bp.get("/stu/arbejdsdag/<slug>")
@public
@cacheable
def workday(slug: str) -> ResponseReturnValue:
    """What a workday is in one trade, on one sheet of paper."""
    trade = trades.by_slug(slug) or abort(404)
    return render_template(
        "schools/workday.html", trade=trade, day=WORKDAYS[trade.key], has_pdf=pdf.is_available()
    )


@bp.get("/stu/arbejdsdag/<slug>.pdf")
@public
@cacheable
def workday_file(slug: str) -> ResponseReturnValue:
    """The same sheet as PDF; the web page where none can be made."""
    trade = trades.by_slug(slug) or abort(404)
    return _workdays_file((trade,), f"arbejdsdag-{slug}", url_for("schools.workday", slug=slug))


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
    """The same guide as PDF; the web page where none can be made."""
    try:
        return paper.answer(render_template("schools/lesson_pdf.html"), "undervisning")
    except paper.BusyError:
        return redirect(url_for("schools.lesson"))


def _workdays_file(chosen: tuple[Trade, ...], name: str, instead: str) -> ResponseReturnValue:
    page = render_template("schools/workday_pdf.html", trades=chosen, days=WORKDAYS, words=PICTOGRAMS)
    try:
        return paper.answer(page, name)
    except paper.BusyError:
        return redirect(instead)
