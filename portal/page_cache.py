"""Pages that are the same for all readers, kept in memory and answered before Flask is entered (ADR 17).

A view says with `@cacheable` that its page depends on nothing but its address, the rows of shown tables
(`portal.versions`), the day, and the reading settings (`portal.comfort`). Its page is then made once and kept
until any of them changes. Files under ``/static`` are kept until the program stops. What is kept has a strong
ETag, and is compressed once, when the first reader asks for that.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from flask import Flask, Response, current_app, request
from flask.globals import request_ctx
from werkzeug.http import parse_cookie

from portal import clock, comfort, replica, versions
from portal.headers import is_personal
from portal.kept_page import Headers, KeptPage, Key, Shelf, read_whole

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

View = TypeVar("View", bound=Callable[..., Any])

MIB: Final = 1024 * 1024
FRESH_FOR: Final = 60
"""Seconds that a browser or proxy may show a page without asking; and so long again while it asks."""
FRESH: Final = f"public, max-age={FRESH_FOR}, stale-while-revalidate={FRESH_FOR}"
KEEPS: Final = frozenset({200, 410})
CAMPAIGN: Final = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igsh", "igshid"})
"""Parameters that say where a reader comes from. No page of ours depends on them; each link has others."""

STATIC: Final = "/static/"

_CACHEABLE = "portal.cacheable"


def cacheable(view: View) -> View:
    """Marks a public view whose page is the same for all. It may not touch the session or set a cookie."""
    view.cacheable = True  # type: ignore[attr-defined]
    return view


def init_app(app: Flask) -> None:
    """Puts the cache in front of the application. To be called after the parts that add headers."""
    app.after_request(_declare)
    choice: replica.Choice = app.extensions["choice"]
    if choice.has_replica:
        app.before_request(_choose)
    settings = app.config["SETTINGS"]
    if not settings.page_cache_mib:
        return
    cache = PageCache(
        app.wsgi_app,
        version=choice.version,
        most_bytes=settings.page_cache_mib * MIB,
        keeps_files=settings.env != "development",
    )
    app.extensions["page_cache"] = cache
    app.wsgi_app = cache  # type: ignore[method-assign]


def is_cacheable(view: Callable[..., Any] | None) -> bool:
    """Whether a view is marked."""
    return getattr(view, "cacheable", False)


def _choose() -> None:
    if is_cacheable(current_app.view_functions.get(request.endpoint or "")):
        choose(request.environ)


def choose(environ: "WSGIEnvironment") -> None:
    """Says which database a page for all is read from, where the cache in front has not said it yet."""
    choice: replica.Choice = current_app.extensions["choice"]
    if choice.has_replica and replica.KEY not in environ:
        choice.version(environ)


def allow(environ: "WSGIEnvironment") -> None:
    """Tells the cache in front that it may keep the answer."""
    environ[_CACHEABLE] = True


def _declare(response: Response) -> Response:
    """Tells the cache in front, and caches elsewhere, that they may keep the answer."""
    # Where Flask keeps it; `flask.session` would count as a look into it.
    session = request_ctx._session  # noqa: SLF001
    if (
        response.status_code not in KEEPS
        or (session is not None and session.accessed)
        or is_personal(request.path)
    ):
        return response
    endpoint = request.endpoint or ""
    for_all = is_cacheable(current_app.view_functions.get(endpoint))
    if for_all and "Cache-Control" not in response.headers:
        response.headers.add("Cache-Control", FRESH)
    elif for_all:
        # A picture may be shown for an hour without asking; its view has said so.
        response.cache_control.public = True
        response.cache_control.max_age = response.cache_control.max_age or FRESH_FOR
        response.cache_control.stale_while_revalidate = FRESH_FOR
    if for_all or endpoint == "static":
        allow(request.environ)
    return response


class PageCache:
    """WSGI middleware. `version` says which data are current; None of it means that nothing is kept."""

    def __init__(
        self,
        inner: "WSGIApplication",
        *,
        version: Callable[["WSGIEnvironment"], versions.Version | None],
        most_bytes: int,
        keeps_files: bool = True,
    ) -> None:
        self._inner = inner
        self._version = version
        self._most_bytes = most_bytes
        self._keeps_files = keeps_files
        self._files = Shelf((0, ""), most_bytes)
        self._pages = Shelf((-1, ""), most_bytes)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or "HTTP_RANGE" in environ:
            return self._inner(environ, start_response)
        if is_personal(environ.get("PATH_INFO", "")):
            # No such page is kept, so nobody need look for one.
            return self._inner(environ, start_response)
        environ["QUERY_STRING"] = without_campaign(environ.get("QUERY_STRING", ""))
        key, shelf = _key(environ), self._shelf(environ)
        if shelf is None:
            return self._inner(environ, start_response)
        page = shelf.pages.get(key)
        if page is not None:
            return page.answer(environ, start_response)
        return self._make(environ, start_response, shelf, key)

    def kept_file(self, key: Key) -> KeptPage | None:
        """A file under ``/static``, if it is kept."""
        return self._files.pages.get(key)

    def kept_page(self, key: Key, version: versions.Version) -> KeptPage | None:
        """A page as the data are at this version, if it is kept."""
        return self._pages_of(version).pages.get(key)

    def _shelf(self, environ: "WSGIEnvironment") -> Shelf | None:
        """Where the answer to this request is kept: with the files, or with the pages of this moment."""
        if environ.get("PATH_INFO", "").startswith(STATIC):
            return self._files if self._keeps_files else None
        version = environ.get(replica.VERSION)
        if version is None:
            version = environ[replica.VERSION] = self._version(environ)
        return None if version is None else self._pages_of(version)

    def _pages_of(self, version: versions.Version) -> Shelf:
        stamp = (version, clock.today().isoformat())
        pages = self._pages
        if pages.stamp != stamp:
            # Two threads may do so at once; what one of them has kept meanwhile is made again.
            pages = self._pages = Shelf(stamp, self._most_bytes)
        return pages

    def _make(
        self, environ: "WSGIEnvironment", start_response: "StartResponse", shelf: Shelf, key: Key
    ) -> Iterable[bytes]:
        """Lets Flask answer, and keeps the answer if it says that it may be kept."""
        told: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            if environ.get(_CACHEABLE) and not exc_info and not _sets_cookie(headers):
                told.append((status, headers))
                return _no_write
            return start_response(status, headers, exc_info)

        body = self._inner(environ, start)
        if not told:
            return body
        (status, headers) = told[0]
        page = KeptPage(status, headers, read_whole(body))
        shelf.put(key, page)
        return page.answer(environ, start_response)


def _key(environ: "WSGIEnvironment") -> Key:
    return key_of(
        host=environ.get("HTTP_HOST", ""),
        scheme=environ["wsgi.url_scheme"],
        path=environ.get("PATH_INFO", ""),
        query=environ.get("QUERY_STRING", ""),
        cookies=environ.get("HTTP_COOKIE", ""),
    )


def key_of(*, host: str, scheme: str, path: str, query: str, cookies: str) -> Key:
    """What an answer depends on besides the version: the name asked for, the address, the reading settings.

    Files depend on their path alone; what stands behind it only makes a browser ask again. Path and query
    are as WSGI has them, campaigns taken out.
    """
    if path.startswith(STATIC):
        return (host, scheme, path)
    return (host, scheme, path, query, _reading_settings(cookies))


def _reading_settings(cookies: str) -> str:
    """The reader's choices, in the one way to write them; a dash where there are none."""
    if comfort.COOKIE not in cookies:
        return "-"
    found = parse_cookie(cookies).get(comfort.COOKIE)
    return "-" if found is None else comfort.write(comfort.read(found))


def without_campaign(query: str) -> str:
    """A query without what only says where a reader comes from."""
    if "clid=" in query or "utm_" in query or "mc_" in query or "igsh" in query:
        return "&".join(part for part in query.split("&") if not _is_campaign(part.partition("=")[0]))
    return query


def _is_campaign(name: str) -> bool:
    return name in CAMPAIGN or name.startswith("utm_")


def _sets_cookie(headers: Headers) -> bool:
    return any(name.lower() == "set-cookie" for name, _ in headers)


def _no_write(_data: bytes) -> object:
    """Where the oldest way of answering would put its bytes; Flask never does."""
    raise RuntimeError("An answer is given as a body.")
