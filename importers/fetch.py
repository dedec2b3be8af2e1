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
from urllib.parse import urljoin

import requests
import urllib3
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress

from importers.addresses import Access, AddressError, PublicOnly, check_url
from portal.jobs.incoming import Request, Response

MIB: Final = 1024 * 1024
CHUNK: Final = 65536
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
                # The adapters below do it, and more.
                ip_filter_enable=False,
                ip_filter_allow_loopback_ips=False,
                never_redirect=True,
                default_timeout=(limits.connect, limits.read),
                user_agent_override=access.user_agent,
            )
        )
        if not access.allow_private:
            self._session.mount("http://", PublicOnly(is_https_proto=False))
            self._session.mount("https://", PublicOnly(is_https_proto=True))
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))

    def fetch(
        self, request: Request, headers: Mapping[str, str] | None = None, *, address: str = ""
    ) -> Response:
        """The answer to `request`, whatever its status. Raises FetchError.

        `address` is where the request has moved to for good, as an earlier answer said; it is checked like
        any other.
        """
        try:
            return self._follow(request, headers or {}, address or _with_params(request))
        except AddressError as error:
            raise FetchError(str(error)) from None
        except InvalidIPAddress:
            raise FetchError("the address is private or special") from None
        except (requests.Timeout, urllib3.exceptions.TimeoutError):
            raise FetchError("no answer in time", transient=True) from None
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            if isinstance(error, ValueError):
                raise FetchError("the address makes no sense") from None
            raise FetchError(f"the connection failed ({type(error).__name__})", transient=True) from None

    def _follow(self, request: Request, headers: Mapping[str, str], url: str) -> Response:
        way, ends = _Way(url=url), time.monotonic() + self._limits.total
        for _ in range(self._limits.redirects + 1):
            check_url(way.url, self._access)
            with self._send(request, way.url, headers) as answer:
                if answer.status_code not in REDIRECTS:
                    return self._whole(request, answer, ends, way.moved_to)
                way = way.on(_target(request, way.url, answer), for_good=answer.status_code in FOR_GOOD)
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


def _with_params(request: Request) -> str:
    return requests.Request(request.method, request.url, params=list(request.params)).prepare().url or ""


def _target(request: Request, url: str, answer: requests.Response) -> str:
    location = answer.headers.get("location", "")
    if request.method != "GET" or not location:
        raise FetchError(f"the answer is a redirect that cannot be followed ({answer.status_code})")
    return urljoin(url, location)
