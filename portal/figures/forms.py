"""What a leader enters: one figure of one year, and where it comes from."""

import re
from typing import Final

from flask_wtf import FlaskForm
from wtforms import Field, StringField, ValidationError

from portal import cleaning, clock
from portal.figures import words

FIRST_YEAR: Final = 2009
HIGHEST: Final = 1_000_000
LONGEST: Final = 150
# A point parts thousands only: 93.5 may be meant as 93,5, and must not become 935.
_NUMBER: Final = re.compile(r"(?:[0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]{1,3})?")


def tidy(text: str | None) -> str:
    """One line without what cannot be seen."""
    return cleaning.line(text or "")[:LONGEST]


class FigureForm(FlaskForm):  # type: ignore[misc]
    """One figure."""

    year = StringField(filters=[tidy])
    key = StringField(filters=[tidy])
    value = StringField(filters=[tidy])
    source = StringField(filters=[tidy])

    def key_options(self) -> list[dict[str, str]]:
        """The figures as a list to choose from."""
        return [{"value": key, "words": shown} for key, shown in (("", "Vælg"), *words.FIGURES.items())]

    def validate_year(self, field: Field) -> None:
        written = field.data
        if not (written.isascii() and written.isdecimal() and len(written) == 4):
            raise ValidationError("Skriv årstallet med 4 tal, fx 2025.")
        if not FIRST_YEAR <= int(written) <= clock.today().year:
            raise ValidationError(f"Skriv et år fra {FIRST_YEAR} til nu.")

    def validate_key(self, field: Field) -> None:
        if field.data not in words.FIGURES:
            raise ValidationError("Vælg, hvad tallet viser.")

    def validate_value(self, _field: Field) -> None:
        if self.number() is None:
            raise ValidationError("Skriv et tal, fx 649 eller 93,5.")

    def validate_source(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Skriv, hvor tallet kommer fra.")

    def number(self) -> float | None:
        """The figure; None where it is none."""
        if not _NUMBER.fullmatch(self.value.data):
            return None
        value = float(self.value.data.replace(".", "").replace(",", "."))
        return value if value <= HIGHEST else None

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        if "csrf_token" in self.errors:
            return [{"field": "year", "text": "Siden er gammel. Prøv en gang til."}]
        return [{"field": name, "text": text} for name, texts in self.errors.items() for text in texts]
