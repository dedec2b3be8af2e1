"""Draws PDF files with WeasyPrint, which alone takes 30 MiB: loaded by `portal.pdf` for the first sheet."""

import atexit
import threading
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from portal import clock
from portal.pdf import ORIGIN, STATIC, TYPES, Image, NotOursError

ENDLESS: Final = "@page { size: 297mm 5000mm !important }"
MM: Final = 25.4 / 96
"""Millimetres in a pixel of CSS."""

# Fontconfig and Pango keep state that threads share, so one page is laid out at a time.
_TURN: Final = threading.Lock()


def written(html: str, images: Mapping[str, Image]) -> bytes:
    """A document as a tagged file; as `portal.pdf.render`."""
    with _TURN:
        try:
            made: bytes = _document(html, images).write_pdf(
                font_config=_fonts(clock.today()), pdf_variant="pdf/ua-1", pdf_tags=True
            )
        except FatalURLFetchingError as error:
            raise NotOursError(str(error)) from None
    return made


def positions(html: str, images: Mapping[str, Image]) -> dict[str, float]:
    """Where what has an id stands; as `portal.pdf.positions`."""
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
