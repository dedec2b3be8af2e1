"""Outside judges of the public pages: the HTML checker vnu, and Lighthouse as on a telephone."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import requests
from find_chromium import installed
from tools import java, npm_package

SCORES = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 0.95, "accessibility": 1, "best-practices": 1, "seo": 1}
TRIES = 2
"""What else the machine does can only make a page slower, so the better of two tries counts; and it may keep
Lighthouse from reaching its browser, which says nothing about the page."""
PAGES = (
    "/",
    "/job",
    "/job?q=rumraket",
    "/job?sted=4200&km=20&fag=butik",
    "/job?side=2",
    "{job}",
    "/del/{id}",
    "/job/print",
    "/job/print/{id}",
    "/gemte",
    "/gemte/{id}",
    "/gemte/{id}?q=brød",
    "/gemte/{id}/print",
    "/besked?fag=butik",
    "/besked/sendt",
    "/ord",
    "/laesning?gemt=ja",
    "/kontakt",
    "/kontakt?sted=nykøbing",
    "/virksomhed",
    "/was",
    "/privatliv",
    "/cookies",
    "/ansoeg",
    "/ansoeg/{id}",
    "/ansoeg/papir",
    "/ring-mig-op",
    "/kan-jeg",
    "/min-ansoegning",
    "/indlejr?kommune=0330",
    "/indlejr/kode?kommune=0330",
    "/personale/log-ind",
    "/findes-ikke",
)


@pytest.fixture
def job(portal: str) -> str:
    """The path of one job's page."""
    found = re.search(r'href="(/job/[a-z0-9]{10}-[^"]*)"', requests.get(f"{portal}/job", timeout=30).text)
    assert found
    return found[1]


def test_vnu_finds_neither_errors_nor_warnings(portal: str, job: str, tmp_path: Path) -> None:
    jar = npm_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    addresses = [page.format(job=job, id=job[5:15]) for page in PAGES]
    for number, address in enumerate(addresses):
        answer = requests.get(f"{portal}{address}", timeout=30)
        (tmp_path / f"{number}.html").write_bytes(answer.content)
    assert _vnu(jar, *sorted(tmp_path.glob("*.html"))) == []
    (tmp_path / "bad.html").write_text("<!DOCTYPE html><p>no title", encoding="utf-8")
    assert _vnu(jar, tmp_path / "bad.html") != [], "the checker checks"


def _vnu(jar: Path, *files: Path) -> list[str]:
    command = [java(), "-jar", f"{jar}", "--format", "json", "--stdout", *map(str, files)]
    told = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)["messages"]
    return [f"{message['url'].rpartition('/')[2]}: {message['message']}" for message in told]


@pytest.mark.parametrize("kind", ["front", "list", "job"])
def test_lighthouse_on_a_telephone(portal: str, job: str, kind: str, tmp_path: Path) -> None:
    address = portal + {"front": "/", "list": "/job", "job": job}[kind]
    reports = (_lighthouse(address, tmp_path / f"{number}.json") for number in range(TRIES))
    tried = [report for report in reports if report]
    assert tried, "Lighthouse gave no report; its words stand above."
    best = max(tried, key=lambda report: float(report["categories"]["performance"]["score"]))
    scores = {name: best["categories"][name]["score"] for name in SCORES}
    print(
        kind, scores, {name: best["audits"][name]["displayValue"] for name in ("largest-contentful-paint",)}
    )
    assert {name: score for name, score in scores.items() if score < LEAST[name]} == {}, _lost(best)


def _lighthouse(address: str, report: Path) -> dict[str, Any]:
    """The report, or {} where it gave none."""
    command = [
        *(shutil.which("node") or "node", f"{npm_package('lighthouse') / 'cli' / 'index.js'}", address),
        *("--quiet", "--output=json", f"--output-path={report}", f"--only-categories={','.join(SCORES)}"),
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    chosen = os.environ | {"CHROME_PATH": installed() or ""}
    ran = subprocess.run(command, env=chosen, capture_output=True, text=True, check=False, timeout=180)
    if ran.returncode:
        print(ran.stderr)
        return {}
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return told


def _lost(report: dict[str, Any]) -> list[str]:
    return [
        f"{name}: {audit['title']}" for name, audit in report["audits"].items() if audit.get("score") == 0
    ]
