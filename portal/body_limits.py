"""How much a request may carry: little, but for the few routes in one table (promise 21).

A form of people has no more than 256 KiB. A request that is larger is answered 413 before anything of it is
read. A value in an address is cut at 200 characters (promise 19). An address with the sign number 0 in it is
nobody's: PostgreSQL cannot even be asked for it.
"""

from collections.abc import Mapping
from typing import Final

from flask import Flask, abort, request
from werkzeug.datastructures import ImmutableMultiDict

MIB: Final = 1024 * 1024
MOST_BYTES: Final = MIB // 4
MOST_PARTS: Final = 100
MOST_CHARACTERS: Final = 200
LARGER: Final[Mapping[str, int]] = {
    # What surrounds a file of 5 MiB in its form needs some room too.
    "feeds.upload_sheet": 5 * MIB + MIB // 4,
    "arrivals.upload": 5 * MIB + MIB // 4,
    "municipalities.keep_photo": 10 * MIB + MIB // 4,
    "consultants.keep_photo": 10 * MIB + MIB // 4,
    "municipalities.upload_leaflet": 10 * MIB + MIB // 4,
    "api.push": 2 * MIB,
    "speaking.answer": 3 * MIB + MIB // 16,
    "adding.add": 3 * MIB + MIB // 16,
}
"""Endpoints that may be sent more, with their bytes."""
MOST_OF_ALL: Final = max(LARGER.values())


def init_app(app: Flask) -> None:
    """Sets the limits before anything reads a form; the check of its token does."""
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_BYTES, MAX_FORM_MEMORY_SIZE=MOST_BYTES, MAX_FORM_PARTS=MOST_PARTS
    )
    app.before_request(_refuse_nul)
    app.before_request(_cut_long_values)
    app.before_request(_widen)


def _refuse_nul() -> None:
    """PostgreSQL stores none. No page has such an address; in a question it counts as not typed."""
    if "\0" in request.path:
        abort(404)
    if b"%00" in request.query_string or b"\0" in request.query_string:
        request.query_string = request.query_string.replace(b"%00", b"").replace(b"\0", b"")
        request.__dict__.pop("args", None)


def _cut_long_values() -> None:
    """No page needs a longer value; a star list travels in the path."""
    if len(request.query_string) > MOST_CHARACTERS:
        short = [(name, value[:MOST_CHARACTERS]) for name, value in request.args.items(multi=True)]
        # Where Werkzeug keeps what it has read.
        request.__dict__["args"] = ImmutableMultiDict(short)


def _widen() -> None:
    if larger := LARGER.get(request.endpoint or ""):
        request.max_content_length = larger
