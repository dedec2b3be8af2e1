"""A voice answer, heard in the case by whoever may see the case."""

from io import BytesIO

from flask import abort, send_file
from flask.typing import ResponseReturnValue

from portal import audit, cases, recordings
from portal.access import me, staff_only
from portal.db import db
from portal.screening.views.blueprint import CASE_WORKERS, bp


@bp.get("/personale/sag/<application_id>/optagelse/<recording_id>")
@staff_only(*CASE_WORKERS)
def voice(application_id: str, recording_id: str) -> ResponseReturnValue:
    """The sound of a voice answer; a foreign case has none."""
    case = cases.find(db.session(), me(), application_id) or abort(404)
    found = recordings.find(db.session(), case, recording_id) or abort(404)
    sound = recordings.sound(found) or abort(404)
    audit.looked("recording", found.id, purpose="case work")
    return send_file(BytesIO(sound.content), mimetype=sound.media_type, conditional=True, max_age=0)
