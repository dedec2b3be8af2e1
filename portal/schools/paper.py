"""Draws the sheets for teachers as PDF, one at a time, and remembers the last ones.

Anybody may ask for a sheet, and drawing one takes the processor. So who comes while another is drawn gets the
same as a web page, to print from there: a crowd cannot keep the portal busy with paper.
"""

import threading
from functools import lru_cache
from typing import Final

from flask import Response

from portal import pdf

REMEMBERED: Final = 32
_ONE_AT_A_TIME: Final = threading.Lock()


class BusyError(Exception):
    """Another sheet is being drawn, or this machine can draw none."""


def answer(page: str, name: str) -> Response:
    """A page as a PDF to look at and keep, called ``klapjob-<name>.pdf``. Raises BusyError."""
    if not pdf.is_available():
        raise BusyError
    response = Response(_drawn(page), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="klapjob-{name}.pdf"'
    return response


@lru_cache(maxsize=REMEMBERED)
def _drawn(page: str) -> bytes:
    """The page as PDF; what raises is not remembered."""
    if not _ONE_AT_A_TIME.acquire(blocking=False):
        raise BusyError
    try:
        return pdf.render(page)
    finally:
        _ONE_AT_A_TIME.release()
