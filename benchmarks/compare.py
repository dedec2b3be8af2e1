"""Two commits, measured in turns: ``python -m benchmarks.compare HEAD~5 HEAD [ADS]``.

Each commit is checked out into a folder of its own, with the same Python and the same libraries.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.document import ROOT

TURNS: Final = 3


def main(arguments: Sequence[str]) -> int:
    """Prints the ratio of each page to the bare page, before and after."""
    before, after, ads = arguments[0], arguments[1], arguments[2] if len(arguments) > 2 else "300"
    found: dict[str, list[dict[str, float]]] = {before: [], after: []}
    with TemporaryDirectory(prefix="klapjob-compare-") as name:
        folders = {commit: _checked_out(commit, Path(name) / str(n)) for n, commit in enumerate(found)}
        try:
            for _ in range(TURNS):
                for commit, folder in folders.items():
                    found[commit].append(_measured(folder, ads))
        finally:
            for folder in folders.values():
                _git("worktree", "remove", "--force", str(folder))
    for page in found[after][0]:
        old, new = (median(turn.get(page, 0.0) for turn in found[commit]) for commit in (before, after))
        times = f"{new / old:.2f} times" if old else "new"
        sys.stdout.write(f"{page:28} {old:7.2f} {new:7.2f}  {times}\n")
    return 0


def _checked_out(commit: str, folder: Path) -> Path:
    _git("worktree", "add", "--detach", str(folder), commit)
    return folder


def _measured(folder: Path, ads: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.web", ads, "--rounds", "1", "--seconds", "2"]
    # It is our own module that runs, as it was at that commit.
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    kept: dict[str, Any] = json.loads((folder / "var" / "bench" / "web.json").read_text(encoding="utf-8"))
    return {line["target"]["name"]: median(line["ratios"]) for line in kept["reports"][0]["lines"]}


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603, S607 - git on the path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
