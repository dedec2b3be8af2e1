"""Views of "Sig noget mere" on one's own page: written, or said aloud as in the form."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal import cleaning, recordings
from portal.access import public
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.easyread.privacy import has_cpr
from portal.models.application import Application
from portal.status import actions
from portal.status.views import LONGEST, PRESS_AGAIN, Problem, changeable, form_page, problem

bp = Blueprint("adding", __name__)

SAY_SOMETHING: Final = "Skriv det, du vil sige. Eller sig det højt."
CPR_TEXT: Final = "Slet CPR-nummeret. Vi skal ikke bruge det."
LONG_TEXT: Final = f"Skriv lidt kortere. Der er plads til {LONGEST} tegn."
_ABOUT_SOUNDS: Final[Mapping[type[Exception], str]] = {
    recordings.NoSoundError: "Vi kan ikke høre optagelsen. Optag igen. Du kan også ringe til os.",
    recordings.TooLongError: "Optagelsen er for lang. Optag igen, og tal i højst 2 minutter.",
    actions.SaidMuchError: "Du har sagt meget. Ring til os, så taler vi sammen.",
}


@bp.get("/min-ansoegning/mere")
@public
def more() -> ResponseReturnValue:
    """Asks what the person wants to say."""
    changeable()
    return form_page("status/more.html", {"words": ""})


@bp.post("/min-ansoegning/mere")
@checks_token_itself
@public
def add() -> ResponseReturnValue:
    """Adds what was written or said."""
    sound = _recorded()
    application = changeable(lock=True)
    words = cleaning.paragraphs(request.form.get("words", ""))
    problems = _what_is_wrong(words, sound)
    if not problems and not token_is_good():
        problems = [problem("words", PRESS_AGAIN)]
    if not problems:
        problems = _add(application, words, sound)
    if problems:
        return form_page("status/more.html", {"words": words}, problems, 422)
    return redirect(url_for("status.show", sagt="mere"), 303)


def _add(application: Application, words: str, sound: bytes) -> list[Problem]:
    try:
        actions.add(db.session(), application, words=words, sound=sound)
    except tuple(_ABOUT_SOUNDS) as error:
        return [problem("voice" if sound else "words", _ABOUT_SOUNDS[type(error)])]
    return []


def _recorded() -> bytes:
    """What came in the field; a large file lies aside until it is closed."""
    file = request.files.get("voice")
    if file is None:
        return b""
    content = bytes(file.read())
    file.close()
    return content


def _what_is_wrong(words: str, sound: bytes) -> list[Problem]:
    if not words and not sound:
        return [problem("words", SAY_SOMETHING)]
    if has_cpr(words):
        return [problem("words", CPR_TEXT)]
    return [problem("words", LONG_TEXT)] if len(words) > LONGEST else []
