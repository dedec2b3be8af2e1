"""Security headers of every response (OWASP ASVS 5.0, chapter 3; promises 50 and 51)."""

from functools import cache
from typing import Final

from flask import Flask, Response, current_app, request

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
}
IN_FRAMES: Final = {
    "Content-Security-Policy": CSP.replace("frame-ancestors 'none'", "frame-ancestors *"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
LISTENS: Final = {
    "Content-Security-Policy": f"{CSP}; media-src 'self' blob:",
    "Permissions-Policy": HEADERS["Permissions-Policy"].replace("microphone=()", "microphone=(self)"),
}
PLAYS: Final = {"Content-Security-Policy": f"{CSP}; media-src 'self'"}
SHOWS_FRAME: Final = {"Content-Security-Policy": f"{CSP}; frame-src 'self'"}
IN_OWN_FRAME: Final = {
    "Content-Security-Policy": CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
}
EXCEPTIONS: Final = {
    "/indlejr": IN_FRAMES,
    "/ansoeg/spoergsmaal/sig-det": LISTENS,
    "/min-ansoegning/mere": LISTENS,
    "/personale/sag/<application_id>": PLAYS,
    "/personale/kommuner/<slug>/folder": SHOWS_FRAME,
    "/personale/kommuner/<slug>/folder/vis": IN_OWN_FRAME,
}
"""Route → the headers that differ there.

The list of jobs is made to stand inside pages of other sites. An answer may be spoken, and staff hear it.
The studio of leaflets shows the sheet in a frame.
"""
HSTS: Final = "max-age=31536000; includeSubDomains"
PERSONAL_PATHS: Final = (
    "/personale",
    "/ansoeg",
    "/kan-jeg/",
    "/min-ansoegning",
    "/ring-mig-op",
    "/ja/",
    "/stadig/",
    "/henvis",
    "/stu/besoeg",
    "/besked",
)


def init_app(app: Flask) -> None:
    """Adds the headers to every response, errors and static files too."""
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Personal pages are kept by no cache, and tell only their own site where a reader came from."""
    rule, personal = request.url_rule, is_personal(request.path)
    secure: bool = current_app.config["SETTINGS"].secure
    # Nothing else sets one of these, so that they need not be looked for first.
    response.headers.extend(of_route(rule.rule if rule else "", personal=personal, secure=secure))
    if personal:
        response.headers["Cache-Control"] = "no-store"
    return response


@cache
def of_route(route: str, *, personal: bool, secure: bool) -> list[tuple[str, str]]:
    """The headers of a route: the same each time."""
    told = HEADERS | EXCEPTIONS.get(route, {})
    told["Referrer-Policy"] = "same-origin" if personal else "strict-origin-when-cross-origin"
    return list((told | ({"Strict-Transport-Security": HSTS} if secure else {})).items())


def is_personal(path: str) -> bool:
    """Whether pages at this path may hold something about a person."""
    return path.startswith(PERSONAL_PATHS)
