"""The token that every form carries, so that no other site can send it (promise 17).

A view whose own FlaskForm checks the token, and shows the page again with what was typed, is marked
`@checks_token_itself` and must then validate its form; a test posts to every route without a token.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError

View = TypeVar("View", bound=Callable[..., Any])

# A form that another site sends is refused by where it comes from too, should its token ever leak.
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class Tokens(CSRFProtect):  # type: ignore[misc]
    """Flask-WTF's; a request that changes nothing needs no token, and none of the questions about one."""

    def protect(self, apply_exemptions: bool = False) -> None:  # noqa: FBT001, FBT002 - as it is there
        """Raises CSRFError where a form lacks its token."""
        if request.method not in SAFE_METHODS:
            super().protect(apply_exemptions)


csrf = Tokens()


def token_is_good() -> bool:
    """Whether the form came from a page of ours in this browser's session (and over https, from our host)."""
    try:
        csrf.protect()
    except CSRFError:
        return False
    return True


def init_app(app: Flask) -> None:
    """A token lives as long as the browser's session: people may take hours over one question."""
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)
    app.before_request(_refuse_foreign)
    csrf.init_app(app)


def _refuse_foreign() -> None:
    """Raises CSRFError where a browser says that another site sent the form (`Origin`, RFC 6454)."""
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin", "null")
    if origin == "null":
        return
    own = {request.host, urlsplit(current_app.config["SETTINGS"].base_url).netloc}
    if _place_of(origin) not in own:
        raise CSRFError("The form came from another site.")


def _place_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def checks_token_itself(view: View) -> View:
    """Marks a view that validates its own form, so that a stale one comes back with what was typed."""
    csrf.exempt(view)
    return view


def one_click(view: View) -> View:
    """Marks a view that a mail program calls without any cookie (RFC 8058): its address holds the secret."""
    csrf.exempt(view)
    return view


def bearer_only(view: View) -> View:
    """Marks a view for programs, which send a token of their own and no cookie that a site could abuse."""
    csrf.exempt(view)
    return view
