"""Ads for tests of the board, taken in as the importer does it, and what a reader sees of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from factories import make_source
from portal import clock, crypto
from portal.jobs.incoming import Entry
from portal.jobs.preparing import prepare
from portal.models.posting import Posting, PostingToken
from strict_client import parse

BODY = "<p>Opgaver:</p><ul><li>Pakke brød</li><li>Tømme skraldespande</li></ul>"
PLACE = {"postal_code", "town", "municipality", "address"}


def make_ad(session: Session, **stated: Any) -> Posting:
    """An open ad as a feed would state it: Bilka in Slagelse wants somebody in the bakery.

    What is no column of an entry (`state`, `first_seen_at` ...) is set on the row.
    """
    place = {} if PLACE & stated.keys() else {"postal_code": "4200", "town": "Slagelse"}
    values = {
        "reference": crypto.unmistakable(8),
        "title": "Bilka Slagelse - medarbejder i bageren",
        "employer": "Bilka",
        "body_html": BODY,
        "conditions": ("skånejob",),
    }
    own = {name: value for name, value in stated.items() if name in Entry.__dataclass_fields__}
    prepared = prepare(Entry(**(values | place | own)))
    ad = Posting(
        source=make_source(session).name,
        reference=crypto.unmistakable(8),
        first_seen_at=clock.now(),
        changed_at=clock.now(),
        published_on=stated.get("published_on", clock.today()),
        **(prepared.values | {name: value for name, value in stated.items() if name not in own}),
    )
    session.add(ad)
    session.flush()
    session.add_all(
        PostingToken(posting_id=ad.id, token=token, weight=weight)
        for token, weight in prepared.tokens.items()
    )
    session.commit()
    return ad


def shown_titles(html: str) -> list[str]:
    """The titles on the cards of a page, in order."""
    return [_words(link) for link in parse(html).findall(".//li[@class='kj-job']//h3/a")]


def shown_employers(html: str) -> list[str]:
    """The employers on the cards of a page, in order."""
    return [_words(line) for line in parse(html).findall(".//p[@class='kj-job__employer']")]


def links(html: str) -> dict[str, str]:
    """The links of `main` by their words."""
    return {_words(link): link.get("href", "") for link in parse(html).findall(".//main//a")}


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """The statements that a block sends to the database."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)
