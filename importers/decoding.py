"""Bytes of a feed or page as text, whatever they claim to be. Pure.

What is stated is often wrong: UTF-8 is declared and cp1252 sent, or nothing is said at all. Text that is
valid UTF-8 is taken as such; no Danish text in another encoding looks like it by accident.
"""

import codecs
import re
import zlib
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_SINGLE_BYTE: Final = {
    **dict.fromkeys(("iso-8859-15", "iso8859-15", "latin-9", "latin9"), "iso-8859-15"),
    **dict.fromkeys(("windows-1250", "cp1250"), "cp1250"),
    **dict.fromkeys(("macintosh", "mac-roman"), "mac-roman"),
    **dict.fromkeys(("cp850", "ibm850"), "cp850"),
}
"""Other names, ISO-8859-1 among them, mean cp1252, as in browsers: it is the same with more letters."""
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""")
_STATED = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
_HEAD: Final = 1024
_GZIP: Final = b"\x1f\x8b"
MOST_UNPACKED: Final = 20 * 1024 * 1024
"""Bytes of a compressed file; as much as an answer may have (promise 23)."""


class PackedError(ValueError):
    """A compressed file cannot be read, or is too big."""


def unpacked(body: bytes) -> bytes:
    """What is in `body` if it is a gzip file (RFC 1952), as sitemaps named .xml.gz are; else `body` itself.

    Raises PackedError where it is cut or broken, holds another gzip file, or more than MOST_UNPACKED.
    """
    if not body.startswith(_GZIP):
        return body
    reader = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        found = reader.decompress(body, MOST_UNPACKED + 1)
    except zlib.error:
        raise PackedError("the gzip file is broken") from None
    if len(found) > MOST_UNPACKED:
        raise PackedError("the gzip file is too big")
    if not reader.eof or found.startswith(_GZIP):
        raise PackedError("the gzip file is cut, or holds another one")
    return found


def text(body: bytes, content_type: str = "") -> str:
    """The text in `body`, without a byte order mark; signs that cannot be read become U+FFFD.

    `content_type` is the header of that name.
    """
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body.decode(codec, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(_codec(body, content_type), "replace")


def _codec(body: bytes, content_type: str) -> str:
    declared = _DECLARED.search(body[:_HEAD])
    stated = _STATED.search(content_type)
    name = declared[1].decode("ascii") if declared else stated[1] if stated else ""
    return _SINGLE_BYTE.get(name.lower(), "cp1252")
