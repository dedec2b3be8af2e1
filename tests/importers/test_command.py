"""`flask --app wsgi import`: the receipt on paper, and an exit code that a timer can use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from conftest import settings_for
from importers.command import as_text, group
from importers.registry import ConfiguredImporter
from importers.standin.ads import demo_ads
from importers.standin.answering import Standin
from importers.standin.faults import Faults
from importers.standin.server import serve
from portal.app import create_app
from portal.db import db
from portal.jobs.incoming import Receipt
from still_clock import ONE_DAY

ADS = [ad for ad in demo_ads(ONE_DAY) if ad.klap and not ad.taken_in and not ad.external][:3]


@pytest.fixture
def jobnet(one_day: None) -> Iterator[Standin]:
    with serve(ADS) as standin:
        yield standin


@pytest.fixture
def app(portal_folder: Path) -> Iterator[Flask]:
    settings = settings_for(portal_folder)
    app = create_app(settings, importers=ConfiguredImporter(settings.feeds_file, contact="test@example.com"))
    app.cli.add_command(group)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def feeds(portal_folder: Path, jobnet: Standin) -> Path:
    path = portal_folder / "feeds.toml"
    path.write_text(
        f'[[source]]\nname = "jobnet"\nformat = "jobnet"\nurl = "{jobnet.url}"\nallow_http = true\n'
        'allow_private = true\noptions = { queries = [{ search = "KLAP" }] }\n'
    )
    return path


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=["import", *arguments])


def test_a_run_prints_its_progress_apart_from_its_receipt(app: Flask, feeds: Path) -> None:
    result = run(app, "run", "jobnet")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "jobnet: complete",
            "  3 received, 3 new, 0 changed, 0 unchanged, 0 closed, 0 held, 0 missing, 0 refused, 0 left out",
        ],
    )
    assert result.stderr == "“KLAP”: 3 of 3\nstored: 3\n"


def test_without_a_name_all_sources_run(app: Flask, feeds: Path) -> None:
    assert run(app, "run", "--quiet").stdout.startswith("jobnet: complete\n  3 received, 3 new")
    again = run(app, "run", "--quiet")
    assert (again.stderr, again.stdout.splitlines()[1]) == (
        "",
        "  3 received, 0 new, 0 changed, 3 unchanged, 0 closed, 0 held, 0 missing, 0 refused, 0 left out",
    )


def test_requests_say_who_asks_and_how_to_reach_us(app: Flask, feeds: Path, jobnet: Standin) -> None:
    run(app, "run", "--quiet")
    assert {asked.headers["user-agent"] for asked in jobnet.requests} == {
        "KLAPjob-portal/0.1 (test@example.com)"
    }


def test_a_failed_run_has_an_exit_code(app: Flask, feeds: Path, jobnet: Standin) -> None:
    jobnet.faults = Faults(status={"search": 403})
    result = run(app, "run", "jobnet", "--quiet")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "jobnet: failed")
    assert result.stdout.splitlines()[-1] == "  note: “KLAP”: the server answered 403"


def test_an_unknown_source_is_explained(app: Flask, feeds: Path) -> None:
    result = run(app, "run", "jobnat")
    assert (result.exit_code, result.stderr) == (1, "Error: No source is called 'jobnat'.\n")


def test_a_mistake_in_the_file_is_explained(app: Flask, feeds: Path) -> None:
    feeds.write_text("[[source]]\nname = 1")
    for command in (["run"], ["list"]):
        result = run(app, *command)
        assert (result.exit_code, result.stderr) == (1, f"Error: {feeds}: source 1: name must be a str\n")


def test_addresses_of_this_machine_are_refused_unless_the_source_says_so(
    app: Flask, feeds: Path, jobnet: Standin
) -> None:
    feeds.write_text(feeds.read_text().replace("allow_private = true\n", ""))
    result = run(app, "run", "--quiet")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == f"  note: “KLAP”: the port {jobnet.url[17:-4]} is not allowed"
    assert jobnet.requests == []


def test_sources_are_listed(app: Flask, feeds: Path, jobnet: Standin) -> None:
    assert run(app, "list").stdout == f"jobnet  jobnet  {jobnet.url}  keep = klap\n"


def test_without_sources_the_commands_say_where_to_name_them(app: Flask) -> None:
    for command in ("run", "list"):
        result = run(app, command)
        assert (result.exit_code, result.stdout) == (0, "No source is configured. FEEDS_FILE names them.\n")


def test_a_receipt_tells_reasons_notes_and_errors() -> None:
    receipt = Receipt(
        source="jobnet",
        status="failed",
        received=5,
        left_out=5,
        reasons=(("left out: no KLAP word", 5),),
        notes=("all: no answer in time",),
        error="failed: OSError",
    )
    assert as_text(receipt).splitlines() == [
        "jobnet: failed",
        "  5 received, 0 new, 0 changed, 0 unchanged, 0 closed, 0 held, 0 missing, 0 refused, 5 left out",
        "  5 left out: no KLAP word",
        "  note: all: no answer in time",
        "  error: failed: OSError",
    ]
