"""An ad out of the named texts of a feed: which name means which field, and how its text is read. Pure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from importers import dates, markup
from importers.collecting import Place, reference
from importers.dates import DateOrder
from portal.jobs.incoming import Entry

NAMES: Final = frozenset(
    [
        *("reference", "title", "employer", "cvr", "body_html", "url", "apply_url", "condition"),
        *("published_on", "deadline", "expires_on"),
        *("address", "postal_code", "town", "country", "municipality"),
    ]
)
"""The fields that an option `fields` may give a name to."""

Names = Mapping[str, tuple[str, ...]]
"""For each field the names it may have in the feed, the best one first."""


def names(table: Mapping[str, Any], usual: Names, written: Callable[[str], str]) -> Names:
    """The `usual` names, behind those of the option `fields` in `table`, which are put into the form of the
    feed by `written`. Raises ValueError.
    """
    stated = table.get("fields", {})
    if not isinstance(stated, dict):
        raise ValueError("fields must be a table")  # noqa: TRY004 - said to people
    for field, name in stated.items():
        if field not in NAMES:
            raise ValueError(f"fields: an ad has no {field!r}, only {', '.join(sorted(NAMES))}")
        if not isinstance(name, str) or not name:
            raise ValueError(f"fields: {field} must be the name of an element")
    own = {field: (written(name),) for field, name in stated.items()}
    return {field: (*own.get(field, ()), *usual.get(field, ())) for field in {**usual, **own}}


def entry(values: Mapping[str, str], known_as: Names, *, base: str, order: DateOrder) -> Entry:
    """The ad that `values` state. `base` is the address that links are relative to."""

    def stated(field: str) -> str:
        return _first(values, known_as.get(field, ()))

    place = Place(
        address=markup.line(stated("address")),
        postal_code=markup.line(stated("postal_code")),
        town=markup.line(stated("town")),
        country=markup.line(stated("country")),
    ).as_danish()
    return Entry(
        reference=reference(stated("reference")),
        title=markup.line(stated("title")),
        employer=markup.line(stated("employer")),
        cvr="".join(sign for sign in stated("cvr") if sign.isdecimal()),
        body_html=markup.body(stated("body_html")),
        url=markup.link(stated("url"), base),
        apply_url=markup.link(stated("apply_url"), base),
        conditions=_lines(values.get(name, "") for name in known_as.get("condition", ())),
        published_on=dates.day(stated("published_on"), order),
        deadline=dates.day(stated("deadline"), order),
        expires_on=dates.day(stated("expires_on"), order),
        address=place.address,
        postal_code=place.postal_code,
        town=place.town,
        municipality=markup.line(stated("municipality")),
    )


def received(values: Mapping[str, str], known_as: Names) -> dict[str, str]:
    """What a refused ad is kept with: only what is read, because names of persons stand beside it."""
    read = (name for names_of_field in known_as.values() for name in names_of_field)
    return {name: values[name] for name in read if values.get(name)}


def _first(values: Mapping[str, str], alternatives: Iterable[str]) -> str:
    return next((values[name] for name in alternatives if values.get(name, "").strip()), "")


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for line in map(markup.line, texts) if line))
