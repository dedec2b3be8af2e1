"""What a leader types about consultants: how to reach them, days off, exceptions."""

from datetime import date
from typing import Final

from flask_wtf import FlaskForm
from wtforms import Field, StringField, ValidationError

from portal import cleaning, clock, reaching
from portal.models.consultant import Consultant
from portal.places import municipalities
from portal.sheets import values
from portal.sheets.table import WINDOWS_DAY_ZERO

LONGEST_LINE: Final = 100
DISTRICTS: Final = ("Østdanmark", "Vestdanmark")
FITS: Final = (
    ("stu", "Elever på STU"),
    ("fleksjob", "Fleksjob"),
    ("disability_pension", "Førtidspension"),
    ("clarify", "Er ved at blive afklaret"),
)
OLD_PAGE: Final = "Siden er gammel. Prøv en gang til."

Options = list[dict[str, str]]


def options(nothing: str, choices: list[tuple[str, str]]) -> Options:
    """Pairs of key and words as the macro `select` takes them, below a first line for no choice."""
    return [{"value": value, "words": shown} for value, shown in [("", nothing), *choices]]


def all_municipalities() -> list[tuple[str, str]]:
    """Code and name of every municipality, in the order of the alphabet."""
    return [(place.code, place.name) for place in municipalities.in_alphabet()]


def tidy(text: str | None) -> str:
    """One line without what cannot be seen."""
    return cleaning.line(text or "")[:LONGEST_LINE]


class PlainForm(FlaskForm):  # type: ignore[misc]
    """A form that tells what is wrong with it."""

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        if "csrf_token" in self.errors:
            return [{"field": next(iter(self)).id, "text": OLD_PAGE}]
        return [{"field": name, "text": text} for name, texts in self.errors.items() for text in texts]


class ContactForm(PlainForm):
    """How to reach a consultant, and the district."""

    phone = StringField(filters=[tidy])
    district = StringField(filters=[tidy])

    def district_options(self) -> Options:
        """The districts as a list to choose from."""
        return options("Vælg", [(name, name) for name in DISTRICTS])

    def validate_phone(self, field: Field) -> None:
        if field.data and reaching.phone(field.data) is None:
            raise ValidationError("Skriv et telefonnummer med 8 tal, fx 20 11 22 33.")

    def validate_district(self, field: Field) -> None:
        if field.data not in DISTRICTS:
            raise ValidationError("Vælg et distrikt.")


class AbsenceForm(PlainForm):
    """From when to when a consultant is away, and who stands in."""

    deputy = StringField(filters=[tidy])
    first = StringField(filters=[tidy])
    last = StringField(filters=[tidy])

    def __init__(self, colleagues: list[Consultant], *, fresh: bool = False) -> None:
        super().__init__(**({"formdata": None} if fresh else {}))
        self.colleagues = [(row.id, row.staff.name) for row in colleagues]

    def deputy_options(self) -> Options:
        """The colleagues as a list to choose from."""
        return options("Vælg", self.colleagues)

    def validate_deputy(self, field: Field) -> None:
        if field.data not in dict(self.colleagues):
            raise ValidationError("Vælg, hvem der er vikar.")

    def validate_first(self, field: Field) -> None:
        if day_of(field.data) is None:
            raise ValidationError("Skriv den første dag, fx 22-12-2026.")

    def validate_last(self, field: Field) -> None:
        first, last = day_of(self.first.data), day_of(field.data)
        if last is None:
            raise ValidationError("Skriv den sidste dag, fx 5-1-2027.")
        if last < max(first or last, clock.today()):
            raise ValidationError("Den sidste dag skal ligge efter den første og være i dag eller senere.")

    def days(self) -> tuple[date, date]:
        """The first and the last day; only after the form was found in order."""
        return day_of(self.first.data) or date.min, day_of(self.last.data) or date.min


class ExceptionForm(PlainForm):
    """Which people go to another consultant than the municipality's."""

    fits = StringField(filters=[tidy])
    municipality = StringField(filters=[tidy])
    consultant = StringField(filters=[tidy])

    def __init__(self, consultants: list[Consultant], *, fresh: bool = False) -> None:
        super().__init__(**({"formdata": None} if fresh else {}))
        self.known = [(row.id, row.staff.name) for row in consultants]

    def fits_options(self) -> Options:
        """What may fit a person, as a list to choose from."""
        return options("Vælg", list(FITS))

    def municipality_options(self) -> Options:
        """The municipalities as a list to choose from."""
        return options("Hele landet", all_municipalities())

    def consultant_options(self) -> Options:
        """The consultants as a list to choose from."""
        return options("Vælg", self.known)

    def validate_fits(self, field: Field) -> None:
        if field.data not in dict(FITS):
            raise ValidationError("Vælg, hvem det gælder.")

    def validate_municipality(self, field: Field) -> None:
        if field.data and municipalities.by_code(field.data) is None:
            raise ValidationError("Vælg en kommune på listen.")

    def validate_consultant(self, field: Field) -> None:
        if field.data not in dict(self.known):
            raise ValidationError("Vælg en konsulent.")


def day_of(text: str) -> date | None:
    """The date that was typed or picked; None where there is none, or where it is no date."""
    try:
        return values.day(text or "", day_zero=WINDOWS_DAY_ZERO)
    except values.CellError:
        return None
