"""Column types that several tables use."""

from enum import StrEnum

from sqlalchemy import ColumnClause, Enum, literal_column


def choice(kind: type[StrEnum]) -> Enum:
    """A column that keeps a StrEnum as its plain text, with no constraint to migrate when a word is added."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda e: [m.value for m in e],
    )


def written(word: str) -> ColumnClause[str]:
    """A word of the program's own, such as a state, as part of a query's text.

    A long query that is kept has hundreds of them; as parameters all are handed over each time it is asked.
    Raises ValueError for anything but small letters, `_` and `-`: what people type is always a parameter.
    """
    if not word.replace("_", "").replace("-", "").isalpha() or not word.isascii():
        raise ValueError(f"{word!r} may not stand in the text of a query")
    return literal_column(f"'{word}'")
