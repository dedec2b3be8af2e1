"""What stands first for what people type and choose, the same on SQLite and on PostgreSQL."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from flask_migrate import upgrade

from board_ads import shown_employers, shown_titles
from conftest import settings_for
from importers.config import SourceConfig
from importers.run import run_source
from importers.standin.ads import demo_ads
from importers.standin.server import serve
from portal.app import create_app
from portal.db import db
from strict_client import StrictClient, parse

DAY = date(2026, 11, 23)
EXPECTED = tomllib.loads((Path(__file__).parent / "relevance.toml").read_text(encoding="utf-8"))


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[StrictClient]:
    """A portal on each kind of database with all the stand-in's KLAPjobs, taken in as always."""
    url = request.getfixturevalue("empty_postgres") if request.param == "postgresql" else ""
    keys = migrated / "field-keys.json"
    app = create_app(settings_for(tmp_path, database_url=url, field_keys_file=keys))
    app.testing = True
    app.test_client_class = StrictClient
    with time_machine.travel("2026-11-23 10:00+01:00"), app.app_context():
        upgrade()
        with serve([ad for ad in demo_ads(DAY) if ad.klap]) as jobnet:
            run_source(jobnet_at(jobnet.url), user_agent="test", progress=lambda _: None)
        yield app.test_client()
        db.session.remove()
        db.engine.dispose()


def jobnet_at(url: str) -> SourceConfig:
    return SourceConfig(
        name="jobnet",
        format="jobnet",
        url=url,
        hosts=frozenset({"127.0.0.1"}),
        allow_http=True,
        allow_private=True,
        options={"queries": [{"search": ""}]},
    )


def first_results(client: StrictClient, question: str) -> list[str]:
    page = client.get(f"/job?{question}").text
    if "Vi fandt ingen jobs" in page:
        return []
    places = parse(page).findall(".//ul[@class='kj-job__facts']/li[1]/span")
    towns = [(place.text or "").split(", ")[0] for place in places]
    cards = zip(shown_titles(page), shown_employers(page), towns, strict=True)
    return [f"{title} ({employer}, {town})" for title, employer, town in cards][:3]


def test_there_are_enough_questions() -> None:
    assert len(EXPECTED) >= 80


def test_what_people_look_for_stands_first(filled: StrictClient) -> None:
    assert {question: first_results(filled, question) for question in EXPECTED} == EXPECTED
