"""A portal's folder with many made-up ads, the same every time: ``python -m benchmarks.board 30000 FOLDER``.

The texts are those of the stand-in Jobnet, read once; each ad has a place, dates and an employer of its own.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Table, insert, text

from importers.standin.klapjobs import klapjobs
from portal import clock, crypto
from portal.app import create_app
from portal.config import Settings
from portal.danish import search_tokens
from portal.db import db
from portal.jobs.incoming import Entry
from portal.jobs.preparing import Prepared, prepare
from portal.models.base import Base
from portal.models.feed import Source
from portal.models.posting import Posting, PostingToken
from portal.places import areas, municipalities
from portal.places.postcodes import Postcode, by_number

SECRET: Final = "not a secret, it guards made-up data only"  # noqa: S105 - as it says
AT_ONCE: Final = 5000
SOURCE: Final = "bench"
OLDEST: Final = 60
"""Ads are spread over so many days back, and end within as many days to come."""


def settings_of(folder: Path, **changes: Any) -> Settings:
    """The settings of the portal that lives in `folder`."""
    values: dict[str, Any] = {
        "env": "demo",
        "data_dir": folder,
        "secret_key": SECRET,
        "field_keys_file": folder / "field-keys.json",
        "feeds_file": folder / "feeds.toml",
        "form_seconds": 0,
    }
    return Settings(**(values | changes))


def make(folder: Path, count: int, **changes: Any) -> Flask:
    """A portal with so many open ads; made anew where the folder is empty, else as it is."""
    fresh = not (folder / "field-keys.json").exists()
    folder.mkdir(parents=True, exist_ok=True)
    if fresh:
        crypto.create_key_file(folder / "field-keys.json")
    app = create_app(settings_of(folder, **changes))
    with app.app_context():
        upgrade()
        if fresh:
            fill(count)
        db.engine.dispose()
    return app


def fill(count: int) -> None:
    """Writes the ads and their search words, many at once."""
    session, today = db.session(), clock.today()
    session.add(Source(name=SOURCE, format="jobnet"))
    session.commit()
    if session.connection().dialect.name == "sqlite":
        session.commit()
        # A power cut may cost made-up data; what is measured later syncs as ever.
        session.execute(text("PRAGMA cache_size = -200000"))
    rows, words = [], []
    for row, tokens in ads(count, today):
        rows.append(row)
        words += [{"posting_id": row["id"], "token": t, "weight": w} for t, w in tokens.items()]
        if len(rows) == AT_ONCE:
            _write(rows, words)
    _write(rows, words)


def _write(rows: list[dict[str, Any]], words: list[dict[str, Any]]) -> None:
    connection = db.session.connection()
    if rows:
        connection.execute(insert(_table(Posting)), rows)
        # In the order of the key, as a table without row numbers likes it.
        words.sort(key=lambda word: (word["token"], word["posting_id"]))
        connection.execute(insert(_table(PostingToken)), words)
    db.session.commit()
    rows.clear()
    words.clear()


def _table(model: type[Base]) -> Table:
    return model.metadata.tables[model.__tablename__]


def ads(count: int, today: date) -> Iterator[tuple[dict[str, Any], dict[str, int]]]:
    """The columns and the search words of each ad."""
    chance = random.Random(9)  # noqa: S311 - the same ads every time
    known = [_read(ad, today) for ad in klapjobs(today)]
    places = [place for number in range(1000, 9991) if (place := by_number(number))]
    for number in range(count):
        prepared, own = known[number % len(known)]
        place = chance.choice(places)
        day = today - timedelta(days=chance.randrange(OLDEST))
        row = {
            **prepared.values,
            **_place_values(place),
            "id": f"{number * 7919 % 10**9:09}z",
            "source": SOURCE,
            "reference": f"{number:08}",
            "employer": f"{own} {number % 97}",
            "apply_key": "",
            "twin_key": "",
            "published_on": day,
            "deadline": today + timedelta(days=1 + chance.randrange(OLDEST)),
            "listing_hash": "",
            "content_hash": f"{number:064}",
            "first_seen_at": clock.now(),
            "changed_at": clock.now(),
        }
        yield row, dict(prepared.tokens) | dict.fromkeys(_words_of(place), 2)


def _read(ad: Any, today: date) -> tuple[Prepared, str]:
    """What the portal reads out of a text, without its place: each ad gets one of its own."""
    entry = Entry(
        reference=ad.id,
        title=ad.title.replace(ad.town, "").strip() or ad.title,
        employer=ad.employer,
        body_html=ad.body,
        conditions=("Fleksjob",) if ad.announcement == "Fleksjob" else ("Skånejob",),
        hours_min=ad.hours_min,
        hours_max=ad.hours_max,
        deadline=today + timedelta(days=30),
    )
    prepared = prepare(entry)
    values = {name: value for name, value in prepared.values.items() if name != "employer"}
    return replace(prepared, values=values), ad.employer


def _place_values(place: Postcode) -> dict[str, Any]:
    municipality = municipalities.by_code(place.municipality_code)
    return {
        "postal_code": place.number,
        "town": place.town,
        "municipality_code": place.municipality_code,
        "area": municipality.area if municipality else None,
        "lat": place.lat,
        "lon": place.lon,
        "place_known_by": "postal_code",
    }


def _words_of(place: Postcode) -> frozenset[str]:
    municipality = municipalities.by_code(place.municipality_code)
    area = areas.by_slug(municipality.area) if municipality else None
    named = [place.name for place in (municipality, area) if place]
    return search_tokens("\n".join((place.town, place.number, *named)))


if __name__ == "__main__":
    make(Path(sys.argv[2]), int(sys.argv[1]))
