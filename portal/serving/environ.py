"""Turns what an ASGI server says about a request into a WSGI environment. Pure."""

import sys
from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any, Final
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

Scope = Mapping[str, Any]
RawHeaders = Iterable[tuple[bytes, bytes]]

_WITHOUT_PREFIX: Final = {b"content-type": "CONTENT_TYPE", b"content-length": "CONTENT_LENGTH"}
# What a proxy says about a client; a client may say it too.
_OF_PROXIES: Final = (b"x-forwarded-", b"forwarded")
# The whole body lies ready, so how it travelled is of no interest any more.
_OF_TRANSPORT: Final = frozenset(
    {b"transfer-encoding", b"expect", b"connection", b"keep-alive", b"te", b"trailer"}
)


def environ_of(scope: Scope, body: IO[bytes], *, size: int, trusts_proxies: bool) -> "WSGIEnvironment":
    """The WSGI environment (PEP 3333) of a request whose whole body of `size` bytes is in `body`.

    What proxies say in headers is left out unless there are proxies to trust. A header with an underscore in
    its name is left out: it would look like the one with a dash.
    """
    client, server = scope.get("client") or ("", 0), scope.get("server") or ("", 0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": path_of(scope),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": str(client[0]),
        "REMOTE_PORT": str(client[1]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    _add_headers(environ, scope["headers"], trusts_proxies=trusts_proxies)
    if size:
        # Where it came in pieces without a length, the application is told how long it is.
        environ["CONTENT_LENGTH"] = str(size)
    return environ


def path_of(scope: Scope) -> str:
    """The path as WSGI has it: its bytes, each as one character."""
    raw: bytes = scope["raw_path"]
    return (unquote_to_bytes(raw) if b"%" in raw else raw).decode("latin-1")


def _add_headers(environ: dict[str, Any], headers: RawHeaders, *, trusts_proxies: bool) -> None:
    for raw, value in headers:
        name = raw.lower()
        if b"_" in name or name in _OF_TRANSPORT or (not trusts_proxies and name.startswith(_OF_PROXIES)):
            continue
        key = _WITHOUT_PREFIX.get(name) or "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
        text = value.decode("latin-1")
        # One header may come in several lines; cookies are the ones that are not parted by commas.
        between = "; " if key == "HTTP_COOKIE" else ", "
        environ[key] = f"{environ[key]}{between}{text}" if key in environ else text
