"""Views: Figures: how many wrote, how soon they had an answer, what came of it; and what is published."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import audit, clock
from portal.access import me, public, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.figures import actions, chart, counting, hiding, queries, words, yearly
from portal.figures.forms import FigureForm
from portal.models.staff import Role
from portal.sheets import written

bp = Blueprint("figures", __name__)

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)


@bp.get("/personale/tal")
@staff_only(*OFFICE)
def overview() -> ResponseReturnValue:
    """The figures of one year."""
    session, year = db.session(), _year()
    return render_template(
        "figures/overview.html",
        figures=counting.count(year, queries.cases_of(session, year)),
        years=queries.years(session),
        draw=chart.draw,
        fewest=hiding.FEWEST,
        enters=me().has(Role.LEADER),
    )


@bp.get("/personale/tal.csv")
@staff_only(*OFFICE)
def as_csv() -> ResponseReturnValue:
    """The same figures for a spreadsheet."""
    year = _year()
    figures = counting.count(year, queries.cases_of(db.session(), year))
    audit.looked("figures", str(year), purpose="export of figures")
    disposition = f'attachment; filename="klapjob-tal-{year}.csv"'
    return Response(
        written.csv_file(counting.as_rows(figures)),
        headers={"Content-Type": "text/csv; charset=utf-8", "Content-Disposition": disposition},
    )


@bp.get("/personale/tal/aarstal")
@staff_only(Role.LEADER)
def yearly_figures() -> ResponseReturnValue:
    """The published figures, and the form for one more."""
    return _yearly_page(FigureForm(formdata=None), [])


@bp.post("/personale/tal/aarstal")
@checks_token_itself
@staff_only(Role.LEADER)
def enter() -> ResponseReturnValue:
    """Keeps one figure."""
    form = FigureForm()
    value = form.number()
    if not form.validate() or value is None:
        return _yearly_page(form, form.problems()), 422
    actions.enter(int(form.year.data), form.key.data, value, form.source.data, by=me())
    flash("Tallet står nu på siden KLAPjob i tal.")
    return redirect(url_for("figures.yearly_figures"))


@bp.get("/tal")
@public
def in_figures() -> ResponseReturnValue:
    """KLAPjob in figures: the open jobs, and what is published year by year."""
    by_area, by_trade = queries.open_jobs(db.session())
    return render_template(
        "figures/public.html",
        in_all=sum(by_area.values()),
        tables=[_plain("Job efter område", by_area), _plain("Job efter arbejde", by_trade)],
        draw=chart.draw,
        yearly=queries.yearly(db.session()),
        names=words.FIGURES,
        shown=yearly.shown,
    )


def _plain(heading: str, counts: Mapping[str, int]) -> hiding.Table:
    """Jobs are no people; nothing of them is hidden."""
    lines = tuple(hiding.Line(words=name, count=number) for name, number in counts.items())
    return hiding.Table(heading=heading, lines=lines, total=sum(counts.values()))


def _yearly_page(form: FigureForm, errors: list[dict[str, str]]) -> str:
    return render_template(
        "figures/yearly.html",
        form=form,
        errors=errors,
        yearly=queries.yearly(db.session()),
        names=words.FIGURES,
        shown=yearly.shown,
    )


def _year() -> int:
    wanted = request.args.get("aar", clock.today().year, int)
    return min(max(wanted, 2009), clock.today().year)
