"""What staff may type about a case: a choice, a short note, the version they had in front of them."""

import re
from collections.abc import Iterable
from typing import Any, Final

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, StringField, TextAreaField, ValidationError

from portal import cleaning
from portal.easyread.privacy import has_cpr
from portal.screening import choices, words
from portal.screening.choices import Option
from portal.screening.decisions import Decision
from portal.screening.verbs import Verb

LONGEST_NOTE: Final = 500
SHORTEST_SEARCH: Final = 2
LONGEST_SEARCH: Final = 100
OLD_PAGE: Final = "Siden er gammel. Læs sagen igen, og prøv en gang til."


def tidy(text: str | None) -> str:
    """Typed text without what cannot be seen; "" where nothing was sent."""
    return cleaning.paragraphs(text or "")


def cut(text: str | None, longest: int) -> str:
    """The beginning of what somebody typed; who sends a book gets no book back."""
    return (text or "")[:longest]


def named(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    """Those texts that hold something, with their names."""
    return [(name, text) for name, text in texts if text]


def options(nothing: str, among: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Pairs of key and words as the macro `select` takes them, below a first line for no choice."""
    return choices.options((("", nothing), *among))


# Put together once: there are 98 municipalities.
_MUNICIPALITIES: Final = options("Vælg kommune", words.MUNICIPALITIES)
_ALL_MUNICIPALITIES: Final = options("Alle kommuner", words.MUNICIPALITIES)
_FITS: Final = options("Det ved vi ikke", words.FITS.items())
_ALL_FITS: Final = options("Alle ordninger", words.FITS.items())


class DecisionForm(FlaskForm):  # type: ignore[misc]
    """The form of one verb; its names begin with the verb's key, since a page holds several of them."""

    version = HiddenField()
    reason = StringField()
    note = TextAreaField(filters=[tidy])

    def __init__(self, verb: Verb, **values: Any) -> None:
        super().__init__(prefix=verb.key, **values)
        self.verb = verb

    def validate_version(self, _field: Field) -> None:
        if self.version_seen() < 0:
            raise ValidationError(OLD_PAGE)

    def validate_reason(self, field: Field) -> None:
        if self.verb.reasons and field.data not in dict(self.verb.reasons):
            raise ValidationError(f"Vælg et svar: {self.verb.question}")

    def validate_note(self, field: Field) -> None:
        if has_cpr(field.data):
            raise ValidationError("Der står noget, som ligner et CPR-nummer. Skriv noten uden nummeret.")
        if len(field.data) > LONGEST_NOTE:
            raise ValidationError(f"Noten er for lang. Skriv højst {LONGEST_NOTE} tegn.")

    def version_seen(self) -> int:
        """The version of the case that stood on the page; -1 where somebody has changed the number."""
        written = str(self.version.data or "")
        return int(written) if re.fullmatch("[0-9]{1,9}", written) else -1

    def reason_options(self) -> tuple[Option, ...]:
        """The reasons as a list to choose from."""
        return options("Vælg", self.verb.reasons)

    def chosen(self) -> str:
        """The reason that was chosen, in words; "" where there is none."""
        return dict(self.verb.reasons).get(self.reason.data or "", "")

    def written(self) -> list[tuple[str, str]]:
        """What was chosen and typed, each below its name, for a page that shows it once more."""
        return named((self.verb.question, self.chosen()), ("Din note", cut(self.note.data, 4 * LONGEST_NOTE)))

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        visible = {
            field.id: field.errors for field in self if field.type not in {"HiddenField", "CSRFTokenField"}
        }
        told = [{"field": name, "text": text} for name, errors in visible.items() for text in errors]
        return told or [{"field": self.verb.key, "text": OLD_PAGE}]

    def decision(self) -> Decision:
        """What was decided; only after the form was found in order."""
        reason = self.reason.data if self.verb.reasons else ""
        return Decision(version=self.version_seen(), reason=reason, note=self.note.data)


class FactsForm(DecisionForm):
    """Corrects what decides where a case goes: the municipality, and what fits the person."""

    municipality = StringField()
    fits = StringField()

    def municipality_options(self) -> tuple[Option, ...]:
        """The municipalities as a list to choose from."""
        return _MUNICIPALITIES

    def fits_options(self) -> tuple[Option, ...]:
        """What may fit a person, as a list to choose from."""
        return _FITS

    def validate_municipality(self, field: Field) -> None:
        if field.data and field.data not in dict(words.MUNICIPALITIES):
            raise ValidationError("Vælg en kommune på listen.")

    def validate_fits(self, field: Field) -> None:
        if field.data and field.data not in words.FITS:
            raise ValidationError("Vælg en ordning på listen.")

    def decision(self) -> Decision:
        facts = {"municipality_code": self.municipality.data or None, "fits": self.fits.data or ""}
        return Decision(version=self.version_seen(), note=self.note.data, facts=facts)


class SearchForm(FlaskForm):  # type: ignore[misc]
    """Whom to find, and in which municipality and scheme."""

    text = StringField(filters=[tidy])
    municipality = StringField(default="")
    fits = StringField(default="")

    def municipality_options(self) -> tuple[Option, ...]:
        """The municipalities as a list to choose from."""
        return _ALL_MUNICIPALITIES

    def fits_options(self) -> tuple[Option, ...]:
        """What may fit a person, as a list to choose from."""
        return _ALL_FITS

    def validate_text(self, field: Field) -> None:
        if not SHORTEST_SEARCH <= len(field.data) <= LONGEST_SEARCH:
            raise ValidationError("Skriv et navn, et telefonnummer, en mail eller et sagsnummer.")
        if has_cpr(field.data):
            raise ValidationError("Det ligner et CPR-nummer. Søg på navn eller telefon.")

    def validate_municipality(self, field: Field) -> None:
        if field.data and field.data not in dict(words.MUNICIPALITIES):
            raise ValidationError("Vælg en kommune på listen.")

    def validate_fits(self, field: Field) -> None:
        if field.data and field.data not in words.FITS:
            raise ValidationError("Vælg en ordning på listen.")

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        if "csrf_token" in self.errors:
            return [{"field": self.text.id, "text": "Siden er gammel. Prøv en gang til."}]
        return [{"field": name, "text": text} for name, texts in self.errors.items() for text in texts]
