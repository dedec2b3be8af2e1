"""Which addresses a source may be fetched from: scheme, host and port, and what the name resolves to."""

import ipaddress
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter

PORTS: Final = frozenset({None, 80, 443})
GLOBAL_IPV6: Final = ipaddress.IPv6Network("2000::/3")
"""All that is given out for ordinary use; the rest is this machine, this network, or IPv4 in disguise."""


class AddressError(Exception):
    """An address is not one that the source may reach; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Access:
    """What a source may reach: `hosts` by name; http and private addresses only where the source says so."""

    hosts: frozenset[str]
    user_agent: str
    allow_http: bool = False
    allow_private: bool = False


def check_url(url: str, access: Access) -> None:
    """Raises AddressError where `url` is not one that the source may reach."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressError("the address makes no sense") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and access.allow_http):
        raise AddressError(f"the address is not https ({parts.scheme or 'no scheme'})")
    if parts.username is not None or parts.password is not None:
        raise AddressError("the address has a user name in it")
    if parts.hostname not in access.hosts:
        raise AddressError(f"the host {parts.hostname} is not one of the source's hosts")
    if port not in PORTS and not access.allow_private:
        raise AddressError(f"the port {port} is not allowed")


class PublicOnly(IPFilterAdapter):  # type: ignore[misc] # the library has no types
    """Resolves a name once, refuses private and special addresses, and dials the one that was checked."""

    def build_connection_pool_key_attributes(self, *args: Any, **kwargs: Any) -> Any:
        """Where to connect to, as requests asks its adapters. Raises InvalidIPAddress."""
        host, pool = super().build_connection_pool_key_attributes(*args, **kwargs)
        address = ipaddress.ip_address(host["host"].strip("[]"))
        # The library takes Python's word, which calls ::127.0.0.1 and fec0::1 public.
        if address.version == 6 and address not in GLOBAL_IPV6:
            raise InvalidIPAddress(address)
        return host, pool
