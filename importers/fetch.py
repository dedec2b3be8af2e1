"""The only code that talks to the network: one request, one whole answer within limits.

The name is resolved once, the address is checked and that address is dialled, so that a name server cannot
show one address to the check and another to the connection. Redirects are followed here, each checked like
a first request. Proxies, cookies and password files of the machine play no part.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress

from portal.jobs.incoming import Request, Response

MIB: Final = 1024 * 1024
CHUNK: Final = 65536
PORTS: Final = frozenset({None, 80, 443})
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
FOR_GOOD: Final = frozenset({301, 308})


class FetchError(Exception):
    """No answer worth reading; `transient` says whether another try may help."""

    def __init__(self, message: str, *, transient: bool = False) -> None:
        super().__init__(message)
        self.transient = transient


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bytes on the wire and after decompression, seconds to connect, between bytes, and in all."""

    wire: int = 5 * MIB
    body: int = 20 * MIB
    connect: float = 10
    read: float = 20
    total: float = 55
    redirects: int = 3


@dataclass(frozen=True, kw_only=True)
class Access:
    """What a source may reach: `hosts` by name; http and private addresses only where the source says so."""

    hosts: frozenset[str]
    user_agent: str
    allow_http: bool = False
    allow_private: bool = False


@dataclass(frozen=True, kw_only=True)
class _Way:
    """Where redirects have led to, and where they led to before the first that was not for good."""

    url: str
    moved_to: str = ""
    for_good: bool = True

    def on(self, url: str, *, for_good: bool) -> "_Way":
        lasting = self.for_good and for_good
        return _Way(url=url, moved_to=url if lasting else self.moved_to, for_good=lasting)


class Fetcher:
    """Fetches requests of one source over connections that are kept open between them."""

    def __init__(self, access: Access, limits: Limits = Limits()) -> None:
        self._access = access
        self._limits = limits
        self._session = HTTPSession(
            Config(
                ip_filter_enable=not access.allow_private,
                ip_filter_allow_loopback_ips=False,
                never_redirect=True,
                default_timeout=(limits.connect, limits.read),
                user_agent_override=access.user_agent,
            )
        )
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))

    def fetch(
        self, request: Request, headers: Mapping[str, str] | None = None, *, address: str = ""
    ) -> Response:
        """The answer to `request`, whatever its status. Raises FetchError.

        `address` is where the request has moved to for good, as an earlier answer said; it is checked like
        any other.
        """
        way, ends = _Way(url=address or _with_params(request)), time.monotonic() + self._limits.total
        for _ in range(self._limits.redirects + 1):
            check_url(way.url, self._access)
            try:
                with self._send(request, way.url, headers or {}) as answer:
                    if answer.status_code not in REDIRECTS:
                        return self._whole(request, answer, ends, way.moved_to)
                    way = way.on(_target(request, way.url, answer), for_good=answer.status_code in FOR_GOOD)
            except InvalidIPAddress:
                raise FetchError("the address is private or special") from None
            except (requests.Timeout, urllib3.exceptions.TimeoutError):
                raise FetchError("no answer in time", transient=True) from None
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                raise FetchError(f"the connection failed ({type(error).__name__})", transient=True) from None
        raise FetchError("too many redirects")

    def _send(self, request: Request, url: str, headers: Mapping[str, str]) -> requests.Response:
        answer: requests.Response = self._session.request(
            request.method,
            url,
            data=request.body,
            headers={**dict(request.headers), "accept-encoding": "gzip", **headers},
            stream=True,
        )
        return answer

    def _whole(self, request: Request, answer: requests.Response, ends: float, moved_to: str) -> Response:
        if "," in answer.headers.get("content-encoding", ""):
            raise FetchError("the answer is compressed more than once")
        body = bytearray()
        while chunk := answer.raw.read1(CHUNK, decode_content=True):
            body += chunk
            if answer.raw.tell() > self._limits.wire or len(body) > self._limits.body:
                raise FetchError("the answer is too big")
            if time.monotonic() > ends:
                raise FetchError("the answer takes too long")
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Response(
            request=request, status=answer.status_code, body=bytes(body), headers=headers, moved_to=moved_to
        )


def check_url(url: str, access: Access) -> None:
    """Raises FetchError where `url` is not one that the source may reach."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise FetchError("the address makes no sense") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and access.allow_http):
        raise FetchError(f"the address is not https ({parts.scheme or 'no scheme'})")
    if parts.username is not None or parts.password is not None:
        raise FetchError("the address has a user name in it")
    if parts.hostname not in access.hosts:
        raise FetchError(f"the host {parts.hostname} is not one of the source's hosts")
    if port not in PORTS and not access.allow_private:
        raise FetchError(f"the port {port} is not allowed")


def _with_params(request: Request) -> str:
    return requests.Request(request.method, request.url, params=list(request.params)).prepare().url or ""


def _target(request: Request, url: str, answer: requests.Response) -> str:
    location = answer.headers.get("location", "")
    if request.method != "GET" or not location:
        raise FetchError(f"the answer is a redirect that cannot be followed ({answer.status_code})")
    return urljoin(url, location)
