"""PDF files that staff hand in, made elsewhere. What is not plainly harmless is refused. Pure."""

import re
import zlib
from typing import Final

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_UNPACKED: Final = 64 * 1024 * 1024
# What makes a PDF act by itself, carry other files, or hide what it holds.
_ACTIVE: Final = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|AA|RichMedia|XFA|Encrypt)\b"
)
# A name may be written with its letters as numbers: /J#61vaScript.
_HIDDEN_LETTER: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM: Final = re.compile(rb"/(?:ObjStm|Type\s*/ObjStm)\b.{0,400}?stream\r?\n", re.DOTALL)


class RefusedError(ValueError):
    """The file cannot be used; the message says in Danish what to do."""


def check_pdf(data: bytes) -> None:
    """Raises RefusedError for what is no PDF, is too large, or could do more than be read."""
    if len(data) > MOST_BYTES:
        raise RefusedError("Filen er for stor. Den må højst fylde 10 MB.")
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        raise RefusedError("Filen er ikke en PDF. Gem den som PDF, og prøv igen.")
    if _is_active(data) or any(_is_active(part) for part in _packed_objects(data)):
        raise RefusedError(
            "PDF-filen er låst, eller den indeholder mere end tekst og billeder. Gem den på ny."
        )


def _is_active(data: bytes) -> bool:
    plain = _HIDDEN_LETTER.sub(lambda found: bytes([int(found[1], 16)]), data)
    return bool(_ACTIVE.search(plain))


def _packed_objects(data: bytes) -> list[bytes]:
    """The objects of a PDF that lie packed in streams, at most 64 MiB of them."""
    left, found = MOST_UNPACKED, []
    for begin in _STREAM.finditer(data):
        try:
            part = zlib.decompressobj().decompress(data[begin.end() :], left)
        except zlib.error:
            continue
        left -= len(part)
        found.append(part)
        if left <= 0:
            raise RefusedError("PDF-filen er for stor, når den pakkes ud.")
    return found
