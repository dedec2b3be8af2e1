"""PDF from HTML: tagged PDF/UA-1 with its fonts inside, made of the portal's own files alone.

Pages are ordinary templates. WeasyPrint's limits shape them: a link holds plain text only, there are no form
fields, and the language of a span is not told. Without Pango, a library of the system, the portal runs; who
would have served a PDF then shows the same as a web page, and says so.
"""

import atexit
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import unquote

from portal import clock

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse
except OSError:
    weasyprint = None

STATIC: Final = Path(__file__).resolve().parent / "static"
ORIGIN: Final = "http://static.invalid/"
"""Addresses in a page are below this: ``css/leaflet.css`` is ``portal/static/css/leaflet.css``."""
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

ENDLESS: Final = "@page { size: 297mm 5000mm !important }"
MM: Final = 25.4 / 96
"""Millimetres in a pixel of CSS."""

# Fontconfig and Pango keep state that threads share, so one page is laid out at a time.
_TURN: Final = threading.Lock()


class PdfUnavailableError(RuntimeError):
    """Pango is not on this machine; the message says what to install."""


class NotOursError(ValueError):
    """A page asked for something that is neither a static file nor given with it."""


@dataclass(frozen=True, kw_only=True)
class Image:
    """A picture that is no static file; it stands in the page as ``<img src="given/<its name>">``."""

    data: bytes
    mimetype: str


def is_available() -> bool:
    """Whether this machine can make PDF files."""
    return weasyprint is not None


def render(html: str, *, images: Mapping[str, Image] = MappingProxyType({})) -> bytes:
    """A whole HTML document as a tagged PDF/UA-1 file, with every font embedded.

    `html` has a ``lang`` and a ``<title>``, and names style sheets and pictures by their paths below
    ``portal/static`` (``css/leaflet.css``), or as ``given/<name>`` of `images`. Nothing else is read, neither
    from the disk nor from a network. Raises PdfUnavailableError, and NotOursError for any other address.
    """
    if weasyprint is None:
        raise PdfUnavailableError(MISSING)
    with _TURN:
        try:
            written: bytes = _document(html, images).write_pdf(
                font_config=_fonts(clock.today()), pdf_variant="pdf/ua-1", pdf_tags=True
            )
        except FatalURLFetchingError as error:
            raise NotOursError(str(error)) from None
    return written


def render_with(html: str, images: Mapping[str, Image]) -> bytes:
    """As `render`, for a pool of processes, which hands arguments over by their places."""
    return render(html, images=images)


def positions(html: str, *, images: Mapping[str, Image] = MappingProxyType({})) -> dict[str, float]:
    """How far down its page each element with an ``id`` stands, in millimetres. Nothing is drawn.

    The pages are endless here, so that what is too much for one stands below it and not on the next.
    `html` and `images` are as for `render`, and so is what is raised.
    """
    if weasyprint is None:
        raise PdfUnavailableError(MISSING)
    with _TURN:
        try:
            endless = weasyprint.CSS(string=ENDLESS)
            drawn = _document(html, images).render(font_config=_fonts(clock.today()), stylesheets=[endless])
        except FatalURLFetchingError as error:
            raise NotOursError(str(error)) from None
    return {name: spot[1] * MM for page in drawn.pages for name, spot in page.anchors.items()}


@lru_cache(maxsize=1)
def _fonts(_day: date) -> Any:
    """The portal's fonts, read once and not for each page: a sixth of its time, and all that it leaks.

    They lie in a folder for temporary files, so they are read anew each day, before a system clears it.
    """
    return FontConfiguration()


# The folder goes when the program ends.
atexit.register(_fonts.cache_clear)


def _document(html: str, images: Mapping[str, Image]) -> Any:
    return weasyprint.HTML(string=html, base_url=ORIGIN, url_fetcher=_Fetcher(images))


class _Fetcher:
    """Answers what WeasyPrint asks for, instead of a network. The flag makes its refusals final."""

    _fail_on_errors: Final = True

    def __init__(self, images: Mapping[str, Image]) -> None:
        self._images = images

    def __call__(self, address: str) -> Any:
        path = unquote(address.removeprefix(ORIGIN).partition("?")[0]) if address.startswith(ORIGIN) else ""
        given = self._images.get(path.removeprefix("given/"))
        if given is not None:
            return URLFetcherResponse(address, given.data, {"Content-Type": given.mimetype})
        file = (STATIC / path).resolve()
        if file.suffix not in TYPES or not file.is_relative_to(STATIC) or not file.is_file():
            raise FatalURLFetchingError(f"{address} is not one of the portal's files")
        return URLFetcherResponse(address, file.read_bytes(), {"Content-Type": TYPES[file.suffix]})
