"""What bandit finds at medium or above has a written reason each, and every reason its finding (P64)."""

import json
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REASONS = tomllib.loads(Path(__file__).with_name("bandit_reasons.toml").read_text(encoding="utf-8"))[
    "finding"
]


def findings(*paths: str) -> Counter[tuple[str, str]]:
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "--quiet", "--recursive", "-ll", "--format", "json", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)
    assert found["errors"] == []
    return Counter((one["test_id"], one["filename"]) for one in found["results"])


def test_p64_every_finding_of_bandit_has_its_reason_and_every_reason_its_finding() -> None:
    assert findings("portal", "importers", "wsgi.py") == Counter(
        {(one["test"], one["file"]): one["count"] for one in REASONS}
    )
    assert [one for one in REASONS if len(one["why"].split()) < 5] == []


@pytest.mark.parametrize(
    ("hole", "test"),
    [
        ("import subprocess\n\ndef run(x: str) -> None:\n    subprocess.call(x, shell=True)\n", "B602"),
        ("import pickle\n\ndef read(x: bytes) -> object:\n    return pickle.loads(x)\n", "B301"),
    ],
)
def test_p64_bandit_is_not_blind(tmp_path: Path, hole: str, test: str) -> None:
    (tmp_path / "hole.py").write_text(hole)
    assert [found for found, _ in findings(str(tmp_path))] == [test]
