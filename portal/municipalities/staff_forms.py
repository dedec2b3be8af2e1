"""What staff may type about a municipality: contact, figures, agreements, leaflets, what a job is worth."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField, ValidationError

from portal import cleaning, clock, reaching
from portal.easyread.privacy import has_cpr
from portal.models.agreement import Agreement, Cooperation
from portal.models.leaflet import Leaflet
from portal.models.municipality import MunicipalityFacts
from portal.municipalities import leaflet_texts
from portal.municipalities.agreements import Terms

LONGEST_LINE: Final = 120
LONGEST_TEXT: Final = 2000
FARTHEST: Final = timedelta(days=366 * 20)
AGAIN: Final = "Siden er gammel. Gem en gang til."
MONEY: Final = 100_000_000
FIRST_YEAR: Final = 2009
"""The year KLAPjob began."""
_DIGITS: Final = re.compile(r"[0-9]{1,12}")


class StaffForm(FlaskForm):  # type: ignore[misc]
    """A form whose problems stand above it, each with the id of its field."""

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form."""
        if "csrf_token" in self.errors:
            return [{"field": next(iter(self)).id, "text": AGAIN}]
        return [{"field": field.id, "text": text} for field in self for text in field.errors]


def _line(value: str | int | None) -> str:
    """A row may hold a number where a form has a line."""
    return "" if value is None else cleaning.line(str(value))


def _paragraphs(text: str | None) -> str:
    return cleaning.paragraphs(text or "")


def short(_form: Any, field: Field) -> None:
    """At most one line of 120 signs, and no CPR number."""
    if len(field.data or "") > LONGEST_LINE:
        raise ValidationError(f"{field.label.text}: Skriv højst {LONGEST_LINE} tegn.")
    nobodys(_form, field)


def nobodys(_form: Any, field: Field) -> None:
    """No CPR number."""
    if has_cpr(field.data or ""):
        raise ValidationError(f"{field.label.text}: Skriv uden CPR-nummer.")


def address(_form: Any, field: Field) -> None:
    """Nothing, or one mail address."""
    if field.data and reaching.mail(field.data) is None:
        raise ValidationError(f"{field.label.text}: Skriv mailen som navn@sted.dk.")


def number(_form: Any, field: Field) -> None:
    """Nothing, or a whole number of a size that can be."""
    if field.data and not (_DIGITS.fullmatch(field.data) and int(field.data) < MONEY):
        raise ValidationError(f"{field.label.text}: Skriv et helt tal.")


def year(form: Any, field: Field) -> None:
    """Nothing, or a year from the first of KLAPjob to this one."""
    number(form, field)
    if field.data and not FIRST_YEAR <= int(field.data) <= clock.today().year:
        raise ValidationError(f"{field.label.text}: Skriv et årstal fra {FIRST_YEAR} og frem til i år.")


def percent(form: Any, field: Field) -> None:
    """Nothing, or a whole number up to 100."""
    number(form, field)
    if field.data and int(field.data) > 100:
        raise ValidationError(f"{field.label.text}: Skriv højst 100.")


def telephone(_form: Any, field: Field) -> None:
    """Nothing, or a Danish telephone number."""
    if field.data and not reaching.phone(field.data):
        raise ValidationError(f"{field.label.text}: Skriv telefonnummeret med 8 tal.")


def needed(_form: Any, field: Field) -> None:
    """Something."""
    if not field.data:
        raise ValidationError(f"{field.label.text}: Skriv noget her.")


def day(_form: Any, field: Field) -> None:
    """Nothing, or a day that is not absurd."""
    if not field.data:
        return
    found = _day(field.data)
    if found is None or abs(found - clock.today()) > FARTHEST:
        raise ValidationError(f"{field.label.text}: Vælg en dag.")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


class FactsForm(StaffForm):
    """The municipality's contact and how many were hired."""

    contact_name = StringField("Navn", [short], filters=[_line])
    contact_role = StringField("Titel eller sted", [short], filters=[_line])
    contact_phone = StringField("Telefon", [short, telephone], filters=[_line])
    contact_email = StringField("Mail", [short, address], filters=[_line])
    hired = StringField("Antal ansat", [number], filters=[_line])
    hired_year = StringField("År", [year], filters=[_line])

    def validate_hired_year(self, field: Field) -> None:
        if bool(field.data) != bool(self.hired.data):
            raise ValidationError("Skriv både antal og år, eller ingen af dem.")

    def fill(self, facts: MunicipalityFacts) -> None:
        """Writes what was typed into the row."""
        facts.contact_name, facts.contact_role = self.contact_name.data, self.contact_role.data
        facts.contact_phone = reaching.phone(self.contact_phone.data) or self.contact_phone.data
        facts.contact_email = reaching.mail(self.contact_email.data) or ""
        facts.hired, facts.hired_year = _number(self.hired.data), _number(self.hired_year.data)


class AgreementForm(StaffForm):
    """One agreement."""

    kind = StringField("Slags")
    starts_on = StringField("Første dag", [day])
    ends_on = StringField("Sidste dag", [day])
    our_name = StringField("Navn hos os", [short], filters=[_line])
    our_email = StringField("Mail hos os", [short, address], filters=[_line])
    their_name = StringField("Navn i kommunen", [short], filters=[_line])
    their_role = StringField("Titel i kommunen", [short], filters=[_line])
    their_phone = StringField("Telefon i kommunen", [short, telephone], filters=[_line])
    their_email = StringField("Mail i kommunen", [short, address], filters=[_line])
    promised = TextAreaField("Hvad er aftalt?", [nobodys], filters=[_paragraphs])

    def validate_kind(self, field: Field) -> None:
        if field.data not in {kind.value for kind in Cooperation}:
            raise ValidationError("Vælg, hvilken slags aftale det er.")

    def validate_ends_on(self, field: Field) -> None:
        first, last = _day(self.starts_on.data), _day(field.data)
        if first and last and last < first:
            raise ValidationError("Den sidste dag skal komme efter den første.")

    def validate_promised(self, field: Field) -> None:
        if len(field.data) > LONGEST_TEXT:
            raise ValidationError(f"Teksten er for lang. Skriv højst {LONGEST_TEXT} tegn.")

    def terms(self) -> Terms:
        """What was typed; only after the form was found in order."""
        return Terms(
            kind=Cooperation(self.kind.data),
            starts_on=_day(self.starts_on.data),
            ends_on=_day(self.ends_on.data),
            our_name=self.our_name.data,
            our_email=reaching.mail(self.our_email.data) or "",
            their_name=self.their_name.data,
            their_role=self.their_role.data,
            their_phone=self.their_phone.data,
            their_email=reaching.mail(self.their_email.data) or "",
            promised=self.promised.data,
        )


def agreement_values(agreement: Agreement | None) -> dict[str, str]:
    """What the form shows before anything is typed."""
    if agreement is None:
        return {}
    names = ("our_name", "our_email", "their_name", "their_role", "their_phone", "their_email", "promised")
    days = {"starts_on": agreement.starts_on, "ends_on": agreement.ends_on}
    return (
        {name: getattr(agreement, name) for name in names}
        | {name: found.isoformat() if found else "" for name, found in days.items()}
        | {"kind": agreement.kind.value}
    )


class WorthForm(StaffForm):
    """What a job is worth, as published."""

    cost = StringField("Udgift for en person, kroner", [needed, number], filters=[_line])
    saving = StringField("Besparelse for en person, kroner", [needed, number], filters=[_line])
    years = StringField("Antal år", [needed, number], filters=[_line])
    before = StringField("Procent i arbejde før", [needed, percent], filters=[_line])
    after = StringField("Procent i arbejde efter", [needed, percent], filters=[_line])
    source = StringField("Kilde", [needed, short], filters=[_line])
    source_year = StringField("Kildens år", [needed, year], filters=[_line])
    caveat = TextAreaField("Forbehold", [needed, nobodys], filters=[_paragraphs])

    def validate_caveat(self, field: Field) -> None:
        if len(field.data) > 400:
            raise ValidationError("Forbeholdet er for langt. Skriv højst 400 tegn.")

    def values(self) -> dict[str, Any]:
        """The columns of a row; only after the form was found in order."""
        numbers = ("cost", "saving", "years", "before", "after", "source_year")
        return {name: int(self[name].data) for name in numbers} | {
            "source": self.source.data,
            "caveat": self.caveat.data,
        }


def leaflet_values(leaflet: Leaflet) -> dict[str, str]:
    """The words of each field, the standard ones where a version has none of its own."""
    return leaflet_texts.complete(leaflet.texts)


def typed_texts(form: Mapping[str, str]) -> dict[str, str]:
    """The words of a leaflet as they were typed, made clean; what is not sent has its standard words."""
    return {
        field.key: cleaning.paragraphs(form.get(field.key, field.standard))[:LONGEST_TEXT]
        for field in leaflet_texts.FIELDS
    }


def wrong_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """What no reader may ever see in the words of a leaflet, by field."""
    return {
        key: f"{leaflet_texts.BY_KEY[key].label}: Skriv uden CPR-nummer."
        for key, text in texts.items()
        if has_cpr(text)
    }


def typed_day(text: str) -> date | None:
    """A day as a browser writes it; None for anything else."""
    return _day(text)
