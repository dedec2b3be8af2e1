"""Views of alerts: ask for one from a search, say yes by the link that was sent, stop with one click."""

from datetime import timedelta
from typing import Final

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import limits
from portal.access import public
from portal.alerts import actions, forms, queries
from portal.csrf import checks_token_itself, one_click, token_is_good
from portal.db import db
from portal.lookout import Search, lookout
from portal.models.subscription import Frequency, Subscription

bp = Blueprint("alerts", __name__)

MOST_FROM_A_NETWORK: Final = 60
"""In an hour: a whole class may sign up behind one address."""
LONGEST: Final = 254
HOUR: Final = timedelta(hours=1)


@bp.get("/besked")
@public
def begin() -> ResponseReturnValue:
    """Asks for an address; the parameters are those of the board."""
    return _page(lookout().understand(request.args))


@bp.post("/besked")
@checks_token_itself
@public
def ask() -> ResponseReturnValue:
    """Keeps the wish until the owner of the address says yes."""
    search = lookout().understand(request.args)
    typed = forms.read(
        request.form.get("adresse", "")[:LONGEST], request.form.get("tit", ""), with_sms=_with_sms()
    )
    if not token_is_good():
        return _page(search, typed=typed, error=forms.PRESS_AGAIN), 400
    if typed.channel is None:
        return _page(search, typed=typed, error=typed.error), 422
    if limits.count(db.session(), "alert_network", limits.network(), window=HOUR) > MOST_FROM_A_NETWORK:
        db.session.commit()
        return _page(search, typed=typed, error=forms.TOO_OFTEN), 429
    actions.ask(
        db.session(),
        address=typed.address,
        channel=typed.channel,
        frequency=typed.frequency,
        search=search.query,
    )
    return redirect(url_for("alerts.asked", vej=typed.channel.value), 303)


@bp.get("/besked/sendt")
@public
def asked() -> ResponseReturnValue:
    """What happens next, the same for every address."""
    return render_template("alerts/asked.html", by_sms=request.args.get("vej") == "sms")


@bp.get("/besked/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    """What is kept, and the buttons. A program that follows links changes nothing."""
    wish = _wish(token)
    return render_template(
        "alerts/show.html",
        wish=wish,
        token=token,
        looks_for=queries.search_words(wish.search),
        daily=wish.frequency is Frequency.DAILY,
    )


@bp.post("/besked/<token>")
@public
def say_yes(token: str) -> ResponseReturnValue:
    actions.say_yes(db.session(), _wish(token))
    return redirect(url_for("alerts.show", token=token), 303)


@bp.get("/besked/<token>/stop")
@public
def before_stop(token: str) -> ResponseReturnValue:
    wish = _wish(token)
    return render_template("alerts/stop.html", token=token, looks_for=queries.search_words(wish.search))


@bp.post("/besked/<token>/stop")
@one_click
@public
def stop(token: str) -> ResponseReturnValue:
    """Stops; also what a mail program sends for one click, which follows no redirect (RFC 8058)."""
    if (wish := queries.by_token(db.session(), token)) is not None:
        actions.stop(db.session(), wish)
    # Twice is no mistake: it is stopped either way.
    return render_template("alerts/stopped.html")


def _wish(token: str) -> Subscription:
    return queries.by_token(db.session(), token) or abort(404)


def _with_sms() -> bool:
    return bool(current_app.config["SETTINGS"].sms_url)


def _page(search: Search, *, typed: forms.Typed | None = None, error: str = "") -> str:
    return render_template(
        "alerts/begin.html",
        search=search,
        looks_for=search.words or queries.ALL_JOBS,
        typed=typed or forms.Typed(address="", frequency=Frequency.WEEKLY),
        error=error,
        often=forms.OFTEN,
        with_sms=_with_sms(),
    )
