"""PDF from HTML: tagged PDF/UA-1 with its fonts inside, made of the portal's own files alone.

Pages are ordinary templates. WeasyPrint's limits shape them: a link holds plain text only, there are no form
fields, and the language of a span is not told. Without Pango, a library of the system, the portal runs; who
would have served a PDF then shows the same as a web page, and says so.
"""

import importlib
from collections.abc import Mapping
from ctypes.util import find_library
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

STATIC: Final = Path(__file__).resolve().parent / "static"
ORIGIN: Final = "http://static.invalid/"
"""Addresses in a page are below this: ``css/leaflet.css`` is ``portal/static/css/leaflet.css``."""
LIBRARIES: Final = ("pango-1.0", "pangoft2-1.0")
PACKAGES: Final = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
MISSING: Final = f"PDF files need Pango. On Debian: sudo apt-get install {' '.join(PACKAGES)}"
TYPES: Final = MappingProxyType(
    {
        ".css": "text/css",
        ".jpg": "image/jpeg",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
    }
)


class PdfUnavailableError(RuntimeError):
    """Pango is not on this machine; the message says what to install."""


class NotOursError(ValueError):
    """A page asked for something that is neither a static file nor given with it."""


@dataclass(frozen=True, kw_only=True)
class Image:
    """A picture that is no static file; it stands in the page as ``<img src="given/<its name>">``."""

    data: bytes
    mimetype: str


@cache
def is_available() -> bool:
    """Whether this machine can make PDF files: whether it knows the libraries that this takes."""
    return all(map(find_library, LIBRARIES))


def render(html: str, *, images: Mapping[str, Image] = MappingProxyType({})) -> bytes:
    """A whole HTML document as a tagged PDF/UA-1 file, with every font embedded.

    `html` has a ``lang`` and a ``<title>``, and names style sheets and pictures by their paths below
    ``portal/static`` (``css/leaflet.css``), or as ``given/<name>`` of `images`. Nothing else is read, neither
    from the disk nor from a network. Raises PdfUnavailableError, and NotOursError for any other address.
    """
    written: bytes = _drawing().written(html, images)
    return written


def render_with(html: str, images: Mapping[str, Image]) -> bytes:
    """As `render`, for a pool of processes, which hands arguments over by their places."""
    return render(html, images=images)


def positions(html: str, *, images: Mapping[str, Image] = MappingProxyType({})) -> dict[str, float]:
    """How far down its page each element with an ``id`` stands, in millimetres. Nothing is drawn.

    The pages are endless here, so that what is too much for one stands below it and not on the next.
    `html` and `images` are as for `render`, and so is what is raised.
    """
    found: dict[str, float] = _drawing().positions(html, images)
    return found


def _drawing() -> Any:
    """What draws, loaded for the first sheet: it takes 30 MiB, and most processes never draw one."""
    if not is_available():
        raise PdfUnavailableError(MISSING)
    try:
        return importlib.import_module("portal.drawing")
    except OSError:
        raise PdfUnavailableError(MISSING) from None
