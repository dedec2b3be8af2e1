"""The short way to pages that are the same for all readers (ADR 31).

For such a page Flask's routing, hooks and response object find out each time what never changes. Here the
view is looked up by its path, and the headers are laid beside the page. Whatever is unusual goes Flask's own
way: other methods, reading settings of one's own, an error, an answer that is not simply a page. So does
everything where there is a hook that this module does not know.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, Request
from flask.ctx import RequestContext
from flask.globals import request_ctx
from werkzeug.routing import MapAdapter, Rule

from portal import access, access_log, body_limits, comfort, headers, page_cache

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HOOKS: Final = frozenset(
    {
        # None of these concerns a GET of a public view with a short address without the sign number 0.
        "portal.body_limits._refuse_nul",
        "portal.body_limits._cut_long_values",
        "portal.body_limits._widen",
        "portal.trouble._raise_what_was_lost",
        "portal.csrf._refuse_foreign",
        "flask_wtf.csrf.CSRFProtect.init_app.<locals>.csrf_protect",
        "portal.access._enforce",
        # What these do is done here.
        "portal.page_cache._choose",
        "portal.page_cache._declare",
        "portal.comfort._keep_apart",
        "portal.headers.add_headers",
        "portal.access_log._note",
    }
)
"""What runs before and after each request."""
MOST_HOSTS: Final = 64
_WAY: Final = "portal.way"
HTML: Final = ("Content-Type", "text/html; charset=utf-8")


@dataclass(frozen=True, kw_only=True)
class Way:
    """A view that is reached without routing: the name of its one argument ("" for none), and its headers."""

    rule: Rule
    argument: str
    view: Callable[..., Any]
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Ways:
    """Short ways: `exact` by their path (None where it is that of another view), and `below` a path."""

    exact: dict[str, Way | None]
    below: dict[str, Way]

    def find(self, path: str) -> tuple[Way | None, dict[str, Any]]:
        """The way to a path, and the arguments of its view."""
        if path in self.exact:
            return self.exact[path], {}
        head, _, last = path.rpartition("/")
        way = self.below.get(head) if last else None
        return way, {way.argument: last} if way else {}


class Portal(Flask):
    """A Flask application that knows short ways."""

    def __init__(self, *told: Any, **named: Any) -> None:
        super().__init__(*told, **named)
        self._ways: Ways | None = None
        self._hosts: dict[tuple[str, str], tuple[str, MapAdapter]] = {}

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is: there are no asynchronous ones, and none need be looked for."""
        return func

    def request_context(self, environ: "WSGIEnvironment") -> RequestContext:
        """The context of a request; its view is known already where there is a short way."""
        if self._ways is None:
            self._ways = _ways(self)
        way, arguments = self._ways.find(environ.get("PATH_INFO", ""))
        if way is None or not _is_usual(environ):
            return super().request_context(environ)
        request = self.request_class(environ)
        request.json_module = self.json
        request.url_rule, request.view_args = way.rule, arguments
        known = Known(self, environ, request)
        if request.routing_exception is not None:
            # The name is not ours.
            return super().request_context(environ)
        environ[_WAY] = way
        return known

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """What builds addresses; for known views one for each name that we are asked for under."""
        if request is None or request.url_rule is None:
            return super().create_url_adapter(request)
        asked = (request.environ["HTTP_HOST"], request.environ["wsgi.url_scheme"])
        found = self._hosts.get(asked)
        if found is None:
            # Raises SecurityError where the name is not ours.
            bound = super().create_url_adapter(request)
            assert bound is not None, "A request has addresses."
            # The one that is kept knows nothing of this request.
            adapter = self.url_map.bind(bound.server_name, None, bound.subdomain, bound.url_scheme)
            if len(self._hosts) >= MOST_HOSTS:
                self._hosts.clear()
            found = self._hosts[asked] = (request.host, adapter)
        request.host, adapter = found
        return adapter

    def full_dispatch_request(self) -> Any:
        """Answers a request: a page of a known view at once, everything else as Flask does."""
        request, session = request_ctx.request, request_ctx._session  # noqa: SLF001 - to ask for it is a look into it
        way: Way | None = request.environ.get(_WAY)
        if way is None:
            return super().full_dispatch_request()
        try:
            page_cache.choose(request.environ)
            made = way.view(**(request.view_args or {}))
        except Exception as error:  # noqa: BLE001 - Flask sorts them
            return self.finalize_request(self.handle_user_exception(error))
        if not isinstance(made, bytes) or session is None or session.accessed:
            return self.finalize_request(made)
        page_cache.allow(request.environ)
        length = ("Content-Length", str(len(made)))
        return _answer(made, [*way.headers, length, access_log.note_for_all(way.rule.endpoint)])


class Known(RequestContext):
    """The context of a request whose view was found without routing."""

    def match_request(self) -> None:
        """There is nothing to look for."""


def _is_usual(environ: "WSGIEnvironment") -> bool:
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
    return (
        environ["REQUEST_METHOD"] == "GET"
        and "HTTP_HOST" in environ
        and not environ.get("SCRIPT_NAME")
        and path.isascii()
        and "\0" not in path
        and "\0" not in query
        and "%00" not in query
        and len(query) <= body_limits.MOST_CHARACTERS
        and comfort.COOKIE not in environ.get("HTTP_COOKIE", "")
    )


def _ways(app: Flask) -> Ways:
    """All short ways; none where a hook runs for every request that is not known here."""
    rules = [rule for rule in app.url_map.iter_rules() if not rule.build_only]
    ways = Ways(exact={rule.rule: None for rule in rules if not rule.arguments}, below={})
    forms = Counter(map(_form, rules))
    for rule in rules if _knows_hooks(app, None) else ():
        place, view = _place(rule), app.view_functions[rule.endpoint]
        # Where a path may be that of several rules, it is for Flask to say which of them is meant.
        if place is None or forms[_form(rule)] > 1 or not _is_for_all(app, rule, view):
            continue
        argument, path = place
        way = Way(rule=rule, argument=argument, view=view, headers=_headers(app, rule))
        (ways.below if argument else ways.exact)[path] = way
    return ways


def _form(rule: Rule) -> tuple[bool, str]:
    """What two rules have in common whose paths may be the same, as those of `/x/<a>` and `/x/<a>.pdf`."""
    return bool(rule.arguments), rule.rule.rpartition("/")[0] if rule.arguments else rule.rule


def _place(rule: Rule) -> tuple[str, str] | None:
    """The one argument at the end of a rule, and what stands before it; ("", its path) for a rule without."""
    if not rule.arguments:
        return "", rule.rule
    head, _, last = rule.rule.rpartition("/")
    argument = next(iter(rule.arguments))
    return (argument, head) if last == f"<{argument}>" and "<" not in head else None


def _is_for_all(app: Flask, rule: Rule, view: Callable[..., Any]) -> bool:
    return (
        "GET" in (rule.methods or ())
        and not rule.defaults
        and page_cache.is_cacheable(view)
        and access.audience_of(view) == access.EVERYONE
        and not headers.is_personal(rule.rule)
        and _knows_hooks(app, rule.endpoint.rpartition(".")[0])
    )


def _knows_hooks(app: Flask, name: str | None) -> bool:
    """Whether no other hook runs for this blueprint (None: for all)."""
    hooks: Iterable[Any] = (
        *app.before_request_funcs.get(name, ()),
        *app.after_request_funcs.get(name, ()),
        *app.teardown_request_funcs.get(name, ()),
        *app.url_value_preprocessors.get(name, ()),
    )
    return all(f"{hook.__module__}.{hook.__qualname__}" in HOOKS for hook in hooks)


def _headers(app: Flask, rule: Rule) -> tuple[tuple[str, str], ...]:
    """The headers of a page of this route that is the same for all, as the hooks would give it them."""
    secure = app.config["SETTINGS"].secure
    return (
        HTML,
        ("Cache-Control", page_cache.FRESH),
        *headers.of_route(rule.rule, personal=False, secure=secure),
        ("Vary", "Cookie"),
    )


def _answer(page: bytes, told: list[tuple[str, str]]) -> "WSGIApplication":
    def answer(_environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        start_response("200 OK", told)
        return (page,)

    return answer
