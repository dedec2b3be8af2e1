"""What is asked for, of which server, and the least it should do in times the bare Flask page."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote_plus

from flask import Flask
from sqlalchemy import event

from portal.db import db
from portal.municipalities import places

PACKED: Final = {"Accept-Encoding": "gzip"}
"""As every browser asks; only what comes from memory is compressed."""
CSS: Final = "/static/css/portal.css"
LEAFLET: Final = "/kommuner/slagelse/folder.pdf"
TOWNS: Final = (
    "Aarhus",
    "Odense",
    "2635",
    "Vejle",
    "Esbjerg",
    "4200",
    "Randers",
    "Kolding",
    "Horsens",
    "9000",
)
WORDS: Final = (
    "opvask",
    "lager",
    "butik",
    "have",
    "rengøring",
    "kantine",
    "bageri",
    "kontor",
    "skole",
    "bil",
)
WORDS_IN_PAIRS: Final = ("butik odense", "lager vejle", "mad aarhus", "have fyn", "opvsk", "rengøring kontor")
FILTERS: Final = (
    *("omraade=fyn", "fag=butik", "omraade=oestjylland&fag=lager", "timer=10-15", "type=skaanejob&bus=ja"),
    *("omraade=sjaelland&timer=0-9", "fag=koekken&type=fleksjob", "omraade=nordjylland"),
)


@dataclass(frozen=True, kw_only=True)
class Target:
    """One kind of page. `server` is "cold" (pages are made each time), "warm", "bare" or "nginx"."""

    name: str
    server: str
    paths: tuple[str, ...]
    aim: float | None = None
    beside: str = "bare"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    queries: int = 0


def targets(app: Flask, etag: str) -> list[Target]:
    """The kinds of pages, with addresses of ads that are there and the queries that each takes.

    `etag` is that of the running portal's list.
    """
    jobs = _addresses(app)
    lists = tuple(f"/job?side={number}" for number in random.Random(3).sample(range(1, 16), 15))  # noqa: S311
    cold = [
        Target(name="list", server="cold", paths=lists, aim=0.5),
        Target(name="filtered list", server="cold", paths=_searches(FILTERS), aim=0.5),
        Target(name="job", server="cold", paths=jobs, aim=0.5),
        Target(name="search, nearest", server="cold", paths=_with("sted", TOWNS), aim=0.35),
        Target(name="search, newest", server="cold", paths=_with("orden=nyeste&q", WORDS), aim=0.35),
        Target(name="search, relevance", server="cold", paths=_with("q", WORDS_IN_PAIRS), aim=0.1),
        Target(name="municipality", server="cold", paths=_municipalities(), aim=0.5),
        Target(name="front page", server="cold", paths=("/",), aim=0.5),
    ]
    return [
        Target(name="bare Flask", server="bare", paths=("/",)),
        *(_counted(app, target) for target in cold),
        Target(name="list, from memory", server="warm", paths=lists[:3], aim=1.5, headers=PACKED),
        Target(name="job, from memory", server="warm", paths=jobs[:20], aim=1.5, headers=PACKED),
        Target(
            name="list, unchanged (304)",
            server="warm",
            paths=("/job",),
            aim=1.5,
            headers={"If-None-Match": etag},
        ),
        Target(name="plain static file", server="bare", paths=(CSS,)),
        Target(name="static file", server="warm", paths=(CSS,), aim=0.5, beside="plain static file"),
        Target(name="leaflet", server="warm", paths=(LEAFLET,), aim=0.5, beside="plain static file"),
        Target(name="static file, nginx", server="nginx", paths=(CSS,)),
    ]


def _searches(queries: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"/job?{query}" for query in queries)


def _with(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"/job?{name}={quote_plus(value)}" for value in values)


def _municipalities() -> tuple[str, ...]:
    return tuple(f"/kommuner/{slug}" for slug in places.SLUGS.values())


def _addresses(app: Flask) -> tuple[str, ...]:
    """The addresses of some hundred ads, from the first pages of the list."""
    client = app.test_client()
    found: dict[str, None] = {}
    for page in range(1, 11):
        text = client.get(f"/job?side={page}").text
        found.update(dict.fromkeys(re.findall(r'class="kj-card-link" href="(/job/[^"]+)"', text)))
    return tuple(found)


def _counted(app: Flask, target: Target) -> Target:
    """With the queries that its last page takes; the first one after a change takes some more."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    client = app.test_client()
    client.get(target.paths[0])
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    client.get(target.paths[-1])
    event.remove(engine, "before_cursor_execute", note)
    asked = [statement for statement in statements if not statement.startswith("BEGIN")]
    return Target(**{**vars(target), "queries": len(asked)})
