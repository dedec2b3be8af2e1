"""P55: a run that is killed leaves whole ads behind, and the next run ends where one alone would have."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import live
from conftest import settings_for
from importers.config import load
from importers.run import BATCH, run_source
from importers.standin.ads import demo_ads
from importers.standin.faults import Faults
from importers.standin.server import serve
from jobnet_run import details
from portal import clock
from portal.app import create_app
from portal.db import db
from portal.jobs.incoming import Receipt

COMMAND = [sys.executable, "-m", "flask", "--app", "wsgi", "import", "run", "jobnet"]


def settings(folder: Path, url: str) -> dict[str, str]:
    (folder / "feeds.toml").write_text(
        f'[[source]]\nname = "jobnet"\nformat = "jobnet"\nurl = "{url}"\nallow_http = true\n'
        'allow_private = true\noptions = { queries = [{ search = "KLAP" }] }\n'
    )
    return live.environment(folder, 8000)


def rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "portal.db")) as connection:
        return connection.execute(statement).fetchall()


def board(folder: Path) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    ads = rows(
        folder, "SELECT reference, state, content_hash, listing_hash, easy_title FROM posting ORDER BY 1"
    )
    words = rows(
        folder,
        "SELECT reference, token, weight FROM posting_token JOIN posting ON posting.id = posting_id"
        " ORDER BY 1, 2",
    )
    return ads, words


def kill_in_the_middle(folder: Path, url: str, sign: str) -> None:
    process = subprocess.Popen(
        COMMAND,
        cwd=live.ROOT,
        env=settings(folder, url),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert process.stderr is not None
    with process.stderr:
        seen = next((line for line in process.stderr if line.startswith(sign)), None)
        process.kill()
        process.wait()
    assert seen is not None, "the run ended before it could be killed"


def run_alone(folder: Path, url: str) -> Receipt:
    """A whole run, in this process, into the portal in `folder`."""
    config = replace(load(folder / "feeds.toml")[0], url=url)
    app = create_app(settings_for(folder))
    with app.app_context():
        receipt = run_source(config, user_agent="test", progress=lambda _: None)
        db.session.remove()
        db.engine.dispose()
    return receipt


@pytest.mark.parametrize("sign", ["details: 20", f"stored: {BATCH}"])
def test_a_run_after_a_killed_one_ends_as_if_nothing_had_happened(
    portal_folder: Path, tmp_path: Path, sign: str
) -> None:
    alone = tmp_path / "alone"
    shutil.copytree(portal_folder, alone)
    ads = [ad for ad in demo_ads(clock.today()) if ad.klap][: BATCH + 10]
    with serve(ads) as jobnet:
        settings(alone, jobnet.url)
        run_alone(alone, jobnet.url)
        asked = details(jobnet)
        # After the sign the run comes no further, however late it is killed.
        for_ever = asked[30:] if sign == "details: 20" else asked[-3:]
        jobnet.faults = Faults(delay_seconds={f"detail:{one}": 60 for one in for_ever})
        kill_in_the_middle(portal_folder, jobnet.url, sign)
        stored = len(board(portal_folder)[0])
        assert stored == (0 if sign == "details: 20" else BATCH)
        jobnet.faults = Faults()
        wait_until_the_place_is_free(portal_folder)
        receipt = run_alone(portal_folder, jobnet.url)
    assert (receipt.new, receipt.changed, receipt.unchanged) == (len(ads) - stored, 0, stored)
    assert board(portal_folder) == board(alone)
    assert len(board(alone)[0]) == len(ads)
    states = rows(portal_folder, "SELECT status FROM feed_run ORDER BY started_at")
    assert states == [("incomplete",), ("complete",)]


def wait_until_the_place_is_free(folder: Path) -> None:
    """As three minutes would: the place of a run that does not say it is alive is free again."""
    with closing(sqlite3.connect(folder / "portal.db")) as connection, connection:
        connection.execute("UPDATE source SET running_until = '2000-01-01 00:00:00.000000'")
