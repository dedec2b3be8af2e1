"""How a reader likes the pages: text, air, colours, pictures, speed of reading aloud.

Kept in one cookie of our own, and only after the reader has chosen. The server writes the choices as classes
on the page, so that they work without scripts; pages with choices are kept by no shared cache.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import quote_plus

from flask import Flask, Response, request
from flask.globals import request_ctx

from portal.headers import is_personal

COOKIE: Final = "klapjob-laesning"
SETTINGS: Final = "/laesning"
SECRET_PATHS: Final = ("/min-ansoegning", "/besked/")
SECRET_PARTS: Final = frozenset({"token", "secret"})
"""What the secret in an address is called in its route."""
KEPT_FOR: Final = 365 * 24 * 3600

CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "tekst": {"": "Normal", "stor": "Stor", "stoerst": "Meget stor"},
        "linjer": {"": "Normal", "luft": "Mere luft"},
        "farver": {"": "Som din skærm", "lyse": "Lyse", "moerke": "Mørke"},
        "kontrast": {"": "Normal", "tydelig": "Meget klar"},
        "billeder": {"": "Alle", "faerre": "Få"},
        "fart": {"": "Normal", "langsom": "Langsom", "hurtig": "Hurtig"},
    }
)
"""Kind of choice → its values with their words. No value stands in two kinds; "" needs no cookie."""


def init_app(app: Flask) -> None:
    """Gives every template the choices, and keeps caches from mixing readers up."""
    app.jinja_env.globals.update(
        comfort=chosen, comfort_classes=classes, settings_address=settings_address, is_personal=is_personal
    )
    app.after_request(_keep_apart)


def chosen() -> dict[str, str]:
    """What the reader of this request has chosen: every kind with its value, "" where nothing."""
    return read(request.cookies.get(COOKIE, ""))


def written() -> str:
    """The same as `write` writes it; most readers have no such cookie."""
    # The request itself: each look through the proxy costs as much as a line of the page.
    return write(chosen()) if COOKIE in request_ctx.request.environ.get("HTTP_COOKIE", "") else ""


def read(cookie: str) -> dict[str, str]:
    """The choices in a cookie's text; whatever makes no sense counts as not chosen."""
    values = set(cookie.split("."))
    return {
        kind: next((value for value in options if value and value in values), "")
        for kind, options in CHOICES.items()
    }


def write(choices: Mapping[str, str]) -> str:
    """The cookie's text for these choices; "" where nothing is chosen."""
    return ".".join(_known(choices))


def classes() -> str:
    """The classes of the page for the reader of this request."""
    return " ".join(f"kj-{value}" for value in _known(chosen()))


def settings_address() -> str:
    """Where to choose, with the way back here; an address that holds a secret is told to no other page."""
    asked = request_ctx.request
    path, parts = asked.path, asked.view_args
    secret = path.startswith(SECRET_PATHS) or (parts and SECRET_PARTS & parts.keys())
    if secret or asked.method != "GET" or path.startswith(SETTINGS):
        return SETTINGS
    here = asked.full_path.rstrip("?")
    return SETTINGS if here == "/" else f"{SETTINGS}?tilbage={quote_plus(here)}"


def _known(choices: Mapping[str, str]) -> Iterable[str]:
    return (
        choices[kind] for kind, options in CHOICES.items() if choices.get(kind) and choices[kind] in options
    )


def _keep_apart(response: Response) -> Response:
    """A page depends on the cookie, so caches must compare it; one with choices belongs to one reader."""
    if not response.headers.get("Content-Type", "").startswith("text/html") and response.status_code != 304:
        return response
    if "Vary" in response.headers:
        response.vary.add("Cookie")
    else:
        response.headers.add("Vary", "Cookie")
    # Looked for in the plain text first: most readers have no cookie at all.
    sent = request.environ.get("HTTP_COOKIE", "")
    if COOKIE in sent and COOKIE in request.cookies and response.cache_control.public:
        response.cache_control.public = False
        response.cache_control.private = True
    return response
