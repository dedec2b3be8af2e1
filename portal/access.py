"""Who may open a page: every view declares its audience, and what declares none is refused.

`@public` and `@staff_only(...)` write the audience on the view; one `before_request` enforces it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast

from flask import Flask, Response, abort, current_app, redirect, request, url_for
from flask_login import current_user

from portal import kept_forms, sessions
from portal.models.staff import Role, Staff

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Audience:
    """`everyone`, or the staff who have one of `roles` (any role where `roles` is empty).

    `on_the_way_in` lets in also who has taken the first step of signing in, and not yet the second.
    """

    everyone: bool
    on_the_way_in: bool = False
    roles: frozenset[Role] = field(default_factory=frozenset)


EVERYONE: Final = Audience(everyone=True)
ON_THE_WAY_IN: Final = Audience(everyone=False, on_the_way_in=True)


def public(view: View) -> View:
    """Marks a view that everybody may open."""
    return _declare(view, EVERYONE)


def staff_only(*roles: Role) -> Callable[[View], View]:
    """Marks a view for signed-in staff with at least one of `roles`; with no role named, for all staff."""
    return lambda view: _declare(view, Audience(everyone=False, roles=frozenset(roles)))


def on_the_way_in(view: View) -> View:
    """Marks a view for staff between the first and the second step of signing in, and for signed-in staff."""
    return _declare(view, ON_THE_WAY_IN)


def _declare(view: View, audience: Audience) -> View:
    view.audience = audience  # type: ignore[attr-defined]
    return view


def audience_of(view: Callable[..., Any]) -> Audience | None:
    """The declared audience of a view, or None."""
    return getattr(view, "audience", None)


def me() -> Staff:
    """The member of staff who is signed in; only for views marked `staff_only`."""
    return cast("Staff", current_user.staff)


def init_app(app: Flask) -> None:
    """Enforces the declared audiences."""
    app.before_request(_enforce)


def _enforce() -> Any:
    if request.endpoint is None:
        return None
    audience = audience_of(_view(request.endpoint))
    if audience is None:
        abort(403)
    if audience.everyone:
        return None
    if not current_user.is_authenticated:
        return None if audience.on_the_way_in and sessions.half() else _to_sign_in()
    if audience.roles and not current_user.has(*audience.roles):
        abort(404)
    return None


def _view(endpoint: str) -> Callable[..., Any]:
    return cast("Callable[..., Any]", current_app.view_functions[endpoint])


def _to_sign_in() -> Response:
    wanted = request.full_path.rstrip("?") if request.method == "GET" else _kept_text()
    return cast("Response", redirect(url_for("staff.sign_in", next=wanted)))


def _kept_text() -> str | None:
    """Where somebody whose session ended finds what was typed into the form that came just now."""
    kept_id = kept_forms.keep()
    return url_for("staff.kept_text", kept_id=kept_id) if kept_id else None
