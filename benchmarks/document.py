"""Puts what a command found between its marks in docs/performance.md."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
REPORT: Final = ROOT / "docs" / "performance.md"


def write(name: str, text: str, path: Path = REPORT) -> None:
    """Writes the part called `name`; it is put at the end where it is not there yet."""
    begin, end = f"<!-- {name}: written by make bench -->", f"<!-- {name}: end -->"
    old = path.read_text(encoding="utf-8") if path.exists() else "# Performance\n"
    if begin not in old:
        old = f"{old.rstrip()}\n\n{begin}\n{end}\n"
    before, _, rest = old.partition(begin)
    after = rest.partition(end)[2]
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")
