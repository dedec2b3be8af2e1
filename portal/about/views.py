"""Views of the pages about KLAPjob and the portal itself: whom to call, and what readers are promised."""

from typing import Final

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import comfort, retention
from portal.about import accessibility, contact
from portal.access import public
from portal.db import db
from portal.headers import PERSONAL_PATHS
from portal.places.municipalities import in_alphabet

bp = Blueprint("about", __name__)

NO_CHOICE: Final = {"value": "", "words": "Vælg kommune"}


@bp.get("/robots.txt")
@public
def robots() -> Response:
    """What search engines leave alone: pages that are, or lead to, something about a person."""
    whole_site = f"{current_app.config['SETTINGS'].base_url}/sitemap.xml"
    lines = ("User-agent: *", *(f"Disallow: {path}" for path in PERSONAL_PATHS), "", f"Sitemap: {whole_site}")
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@bp.get("/kontakt")
@public
def contacts() -> ResponseReturnValue:
    found = contact.find(
        db.session(), typed=request.args.get("sted", ""), code=request.args.get("kommune", "")
    )
    options = [{"value": place.code, "words": place.full_name} for place in in_alphabet()]
    return render_template("about/contact.html", found=found, options=[NO_CHOICE, *options])


@bp.get("/virksomhed")
@public
def employers() -> ResponseReturnValue:
    return render_template("about/employers.html")


@bp.get("/was")
@public
def statement() -> ResponseReturnValue:
    return render_template(
        "about/accessibility.html",
        gaps=accessibility.GAPS,
        checked_on=accessibility.CHECKED_ON,
        next_check=accessibility.NEXT_CHECK,
    )


@bp.get("/tilgaengelighed")
@public
def statement_by_its_name() -> ResponseReturnValue:
    return redirect(url_for("about.statement"), 301)


@bp.get("/privatliv")
@public
def privacy() -> ResponseReturnValue:
    kept = retention.days(db.session())
    times = [(rule.what, retention.in_words(kept[rule.key])) for rule in retention.RULES.values()]
    return render_template("about/privacy.html", times=times)


@bp.get("/cookies")
@public
def cookies() -> ResponseReturnValue:
    return render_template(
        "about/cookies.html", names=(current_app.config["SESSION_COOKIE_NAME"], comfort.COOKIE)
    )
