"""Pages for who is signed in, laid together like those for all (ADR 29): a frame drawn once, and pieces.

A frame holds what is the same for all who have the same roles, and nothing of anybody: the name, the token
of forms and the rest of the session are holes, as the cases are, and come anew with each request. No page is
kept. While a frame is drawn nobody's token is given out, whichever macro asks for one.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask import Flask, current_app, g, get_flashed_messages, render_template, request
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from portal import comfort, frames, trouble
from portal.access import me
from portal.frames import Frame, hole, said

FRAME: Final = "staff_frame"
"""What templates call to know who is signed in; `portal.staff.menu` answers."""
_DRAWS: Final = "draws_frame"


@dataclass(frozen=True, kw_only=True)
class _Anybody:
    """What a frame shows of the person signed in: what stands in it, and holes for what is one's own."""

    menu: Any
    alarms: bool
    trouble: bool
    idle_seconds: int
    name: Markup
    seconds_left: Markup


def init_app(app: Flask) -> None:
    """Gives templates `csrf_token()`, and `flashed()` for what was flashed: both are holes in a frame."""
    app.jinja_env.globals.update(csrf_token=_token, flashed=_flashed)


def page(template: str, pieces: Mapping[str, bytes], **few: Hashable) -> bytes:
    """The page of this request: the frame of a template with a piece in each hole.

    `few` are values that the template is drawn with. There may be few of them, and none that is anybody's.
    """
    context: dict[str, Any] = {}
    current_app.update_template_context(context)
    one = context[FRAME]()
    anybody = _Anybody(
        menu=one.menu,
        alarms=bool(one.alarms),
        trouble=bool(one.trouble),
        idle_seconds=one.idle_seconds,
        name=hole("name"),
        seconds_left=hole("seconds_left"),
    )
    own = {
        "name": said(one.name),
        "seconds_left": b"%d" % one.seconds_left,
        "csrf_token": said(generate_csrf()),
        "flashed": _flashed().encode(),
    }
    return _frame(template, anybody, few).filled({**own, **pieces})


def _frame(template: str, anybody: _Anybody, few: Mapping[str, Hashable]) -> Frame:
    # What the menu hangs on is told faster than its items.
    seen = (request.endpoint, request.script_root, me().roles, anybody.alarms, anybody.trouble)
    key = (template, comfort.written(), trouble.cannot_save(), seen, *few.items())
    return frames.kept(key, lambda: _drawn(template, anybody, few))


def _drawn(template: str, anybody: _Anybody, few: Mapping[str, Hashable]) -> str:
    setattr(g, _DRAWS, True)
    # Templates see Flask-WTF's own function; macros see ours. Pages for staff have no address for others.
    asked = {FRAME: lambda: anybody, "csrf_token": _token, "canonical_address": str}
    try:
        return render_template(template, **asked, **few)
    finally:
        setattr(g, _DRAWS, False)


def _token() -> str:
    return hole("csrf_token") if g.get(_DRAWS) else generate_csrf()


def _flashed() -> Markup:
    """What the page before has to say, once."""
    if g.get(_DRAWS):
        return hole("flashed")
    messages = get_flashed_messages(with_categories=True)
    return frames.markup(frames.piece("macros/messages.html", "flashed", messages) if messages else b"")
