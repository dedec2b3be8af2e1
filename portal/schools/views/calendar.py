"""Views of the public calendar: job caravans and information meetings, as a list and as a file."""

from flask import Response, current_app, render_template
from flask.typing import ResponseReturnValue

from portal.access import public
from portal.db import db
from portal.page_cache import cacheable
from portal.schools import gatherings, ical
from portal.schools.views.blueprint import bp


@bp.get("/kalender")
@public
@cacheable
def calendar() -> ResponseReturnValue:
    """What is coming."""
    address = current_app.config["SETTINGS"].base_url + "/kalender.ics"
    return render_template(
        "schools/calendar.html",
        coming=gatherings.coming(db.session()),
        words=gatherings.WORDS,
        address=address,
        subscribe=address.replace("https://", "webcal://").replace("http://", "webcal://"),
    )


@bp.get("/kalender.ics")
@public
@cacheable
def calendar_file() -> ResponseReturnValue:
    """The same for calendars to subscribe to."""
    base_url = current_app.config["SETTINGS"].base_url
    data = gatherings.calendar(gatherings.since(db.session()), base_url=base_url)
    return Response(data, content_type=ical.TYPE)
