"""Reads the words of a PDF file, in a process of its own that may neither last nor grow.

A file that was made elsewhere may be odd, so the portal itself never takes it apart. The child runs this
module as a program and is given nothing but the file: no settings, no secrets, no other module of the portal.
Without pypdf (the extra ``pdf-text``) files are kept and served all the same; their words cannot be compared.
"""

import io
import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from typing import Any, Final

try:
    import pypdf
except ModuleNotFoundError:
    pypdf = None

SECONDS: Final = 20
MEMORY: Final = 512 * 1024 * 1024
MOST_PAGES: Final = 40
MOST_SIGNS: Final = 50_000


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a PDF holds: how many pages, and its lines of text; a scan has none."""

    pages: int
    lines: tuple[str, ...]


def read(data: bytes) -> Words | None:
    """The words of a PDF; None where it cannot be read, takes too long, or pypdf is missing."""
    if pypdf is None:
        return None
    child = [sys.executable, "-I", __file__]
    try:
        done = subprocess.run(child, input=data, capture_output=True, check=True, timeout=SECONDS, env={})  # noqa: S603 - this file
        told = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Words(pages=told["pages"], lines=tuple(_lines(told["text"])))


def _lines(text: str) -> list[str]:
    """The lines of a text, without empty ones and without signs that no page can show."""
    shown = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return [line for line in (" ".join(each.split()) for each in shown.split("\n")) if line]


def _take_apart(data: bytes) -> dict[str, Any]:
    file = pypdf.PdfReader(io.BytesIO(data))
    pages = file.pages[:MOST_PAGES]
    return {"pages": len(file.pages), "text": "\n".join(page.extract_text() for page in pages)[:MOST_SIGNS]}


def _answer() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.write(json.dumps(_take_apart(sys.stdin.buffer.read())))


if __name__ == "__main__":
    _answer()
