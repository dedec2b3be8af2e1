"""Views for case workers: the short form that refers a citizen, and its receipt."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import limits
from portal.access import public
from portal.csrf import checks_token_itself
from portal.db import db
from portal.easyread.trades import TRADES
from portal.municipalities import referring
from portal.municipalities.referral_form import ReferralForm
from portal.municipalities.views.blueprint import bp, place_or_404

TRAP: Final = "website"
MOST_AN_HOUR: Final = 30
"""A town hall shares one address, so it takes more than from a home."""


@bp.get("/henvis/<slug>")
@public
def refer(slug: str) -> ResponseReturnValue:
    """The empty form."""
    return _page(slug, ReferralForm(formdata=None))


@bp.post("/henvis/<slug>")
@checks_token_itself
@public
def send_referral(slug: str) -> ResponseReturnValue:
    """Sends a referral into the queue; what a program sent is set aside there."""
    place = place_or_404(slug)
    form = ReferralForm()
    if not form.validate():
        return _page(slug, form), 422
    times = limits.count(db.session(), "referred", limits.network(), window=timedelta(hours=1))
    referring.refer(
        db.session(),
        form.referral(),
        place,
        days=current_app.config["SETTINGS"].answer_days,
        suspect=bool(request.form.get(TRAP)) or times > MOST_AN_HOUR,
    )
    return redirect(url_for("municipalities.referred", slug=slug), 303)


@bp.get("/henvis/<slug>/tak")
@public
def referred(slug: str) -> ResponseReturnValue:
    """The receipt; it says nothing about the citizen."""
    return render_template("municipalities/referred.html", place=place_or_404(slug), slug=slug)


def _page(slug: str, form: ReferralForm) -> str:
    place = place_or_404(slug)
    return render_template(
        "municipalities/refer.html",
        place=place,
        slug=slug,
        form=form,
        errors=form.problems() if form.errors else [],
        roles=_options(referring.ROLES),
        how=_options(referring.HOW),
        fits=_options(referring.FITS),
        trades=[
            {"value": key, "words": trade.name, "picture": trade.pictogram} for key, trade in TRADES.items()
        ],
        consent=referring.CONSENT,
    )


def _options(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "words": shown} for value, shown in words.items()]
