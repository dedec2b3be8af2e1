"""Views of the question that is answered by voice: record or choose a sound, hear it, delete it, go on.

Without JavaScript the page has a field for a file, which opens the recorder of most phones.
"""

from datetime import timedelta
from io import BytesIO
from typing import Final

from flask import Blueprint, Response, abort, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from portal import limits, recordings
from portal.access import public
from portal.apply import actions, engine, forms, queries, showing
from portal.apply.engine import Asked, Path
from portal.apply.kinds import Answer
from portal.apply.questions import BY_KEY
from portal.apply.views import OTHER_WINDOW, lost_or_sent
from portal.apply.views import question as question_view
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.models.application import Application

bp = Blueprint("speaking", __name__)

VOICE: Final = BY_KEY["voice"]
PRESS_AGAIN: Final = "Din optagelse er ikke gemt endnu. Optag igen, og tryk på Næste."
NO_SOUND: Final = "Vi kan ikke høre optagelsen. Optag igen. Du må også springe over eller ringe til os."
MOST_AN_HOUR: Final = 120
"""Recordings from one network in an hour; a school is one network."""
TOO_MANY: Final = (
    "Der er travlt lige nu. Vent lidt, og optag igen. Du må også springe over eller ringe til os."
)
TOO_LONG: Final = "Optagelsen er for lang. Optag igen, og tal i højst 2 minutter."


@bp.get(f"/ansoeg/spoergsmaal/{VOICE.slug}")
@public
def question() -> ResponseReturnValue:
    """The question, as every other."""
    return question_view(VOICE.slug)


@bp.post(f"/ansoeg/spoergsmaal/{VOICE.slug}")
@checks_token_itself
@public
def answer() -> ResponseReturnValue:
    """Keeps a recording and goes on; without one, keeps what was there."""
    content = _recorded()
    application = showing.mine(lock=True)
    if application is None or not queries.is_draft(application):
        return lost_or_sent(application)
    path = engine.walk(queries.answers_of(application))
    step = engine.find(path, VOICE.key)
    if step is None:
        return redirect(showing.resume_url(path), 303)
    if not token_is_good():
        return _again(step.asked, path, application, PRESS_AGAIN, 400)
    if forms.hidden().draft != application.id:
        return _again(step.asked, path, application, OTHER_WINDOW, 409)
    if request.form.get("do") == "delete":
        actions.speak(db.session(), application, step.asked, None)
        return redirect(url_for("speaking.question"), 303)
    return _keep(step.asked, path, application, content)


def _is_too_often() -> bool:
    # Kept with the recording's own commit.
    here = limits.count(db.session(), "recording", limits.network(), window=timedelta(hours=1))
    return here > MOST_AN_HOUR


def _recorded() -> bytes:
    """What came in the field; a large file lies aside until it is closed."""
    file = request.files.get(VOICE.key)
    if file is None:
        return b""
    content = bytes(file.read())
    file.close()
    return content


def _keep(asked: Asked, path: Path, draft: Application, content: bytes) -> ResponseReturnValue:
    if content and _is_too_often():
        return _again(asked, path, draft, TOO_MANY, 429)
    try:
        if content or not _recording_id(draft):
            actions.speak(db.session(), draft, asked, content)
    except recordings.NoSoundError:
        return _again(asked, path, draft, NO_SOUND, 422)
    except recordings.TooLongError:
        return _again(asked, path, draft, TOO_LONG, 422)
    if forms.wants_to_save():
        return redirect(url_for("saving.save"), 303)
    return redirect(showing.next_url(engine.walk(queries.answers_of(draft)), asked.key), 303)


def _again(asked: Asked, path: Path, application: Application, text: str, status: int) -> ResponseReturnValue:
    return showing.question_page(
        asked, path, application, problems=showing.problem(asked, text), status=status
    )


@bp.get("/ansoeg/optagelse")
@public
def play() -> ResponseReturnValue:
    """The recording in the draft of this browser; what was sent is heard by staff only."""
    draft = showing.my_draft() or abort(404)
    found = recordings.find(db.session(), draft, _recording_id(draft)) or abort(404)
    sound = recordings.sound(found) or abort(404)
    return as_file(sound)


def as_file(sound: recordings.Sound) -> Response:
    """A sound as browsers play it, also from the middle."""
    return send_file(BytesIO(sound.content), mimetype=sound.media_type, conditional=True, max_age=0)


def _recording_id(draft: Application) -> str:
    said: Answer | None = queries.answers_of(draft).get(VOICE.key)
    return said.value if said and isinstance(said.value, str) else ""
