"""A portal's folder with many made-up ads, the same every time: ``python -m benchmarks.board 30000 FOLDER``.

The texts are those of the stand-in Jobnet, read once; each ad has a place, dates and an employer of its own.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Table, insert

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
AT_ONCE: Final = 10_000
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
    if db.engine.dialect.name == "sqlite":
        # A power cut may cost made-up data; what is measured later syncs as ever, over other connections.
        with closing(db.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA synchronous = OFF")
            connection.cursor().execute("PRAGMA cache_size = -200000")
    index = Index()
    _write(Posting, ads(count, today, index))
    _write(PostingToken, index.rows())


def _write(model: type[Base], rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, AT_ONCE)):
        db.session.connection().execute(insert(_table(model)), some)
        db.session.commit()


class Index:
    """Which words stand in which ads: those of its text, and those of its place, which many ads share.

    Millions of rows, so they are made word by word, in the order of the table's key: then each is written
    behind the last one, and no page of the database twice.
    """

    def __init__(self) -> None:
        self._words: defaultdict[str, dict[Hashable, int]] = defaultdict(dict)
        self._ads: defaultdict[Hashable, list[str]] = defaultdict(list)

    def add(self, posting_id: str, shared: Hashable, words: Mapping[str, int]) -> None:
        """An ad has these words, as all ads that share this with it."""
        if shared not in self._ads:
            for word, weight in words.items():
                self._words[word][shared] = weight
        self._ads[shared].append(posting_id)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the table of search words."""
        for word in sorted(self._words):
            found: dict[str, int] = {}
            for shared, weight in self._words[word].items():
                for posting_id in self._ads[shared]:
                    found[posting_id] = max(weight, found.get(posting_id, 0))
            for posting_id in sorted(found):
                yield {"posting_id": posting_id, "token": word, "weight": found[posting_id]}


def _table(model: type[Base]) -> Table:
    return model.metadata.tables[model.__tablename__]


def ads(count: int, today: date, index: Index) -> Iterator[dict[str, Any]]:
    """The columns of each ad; its words go into the index."""
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
        index.add(row["id"], number % len(known), prepared.tokens)
        index.add(row["id"], place, dict.fromkeys(_words_of(place), 2))
        yield row


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
