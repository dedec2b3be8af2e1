"""What may be typed: a teacher's wish for a visit; what staff know of schools, gatherings and visits."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField, ValidationError
from wtforms.validators import StopValidation

from portal import cleaning, clock, reaching
from portal.easyread.privacy import has_cpr
from portal.models.gathering import Gathering, GatheringKind
from portal.models.school import School
from portal.places.municipalities import MUNICIPALITIES
from portal.places.postcodes import locate
from portal.schools.gatherings import Plan
from portal.schools.register import Facts
from portal.schools.visits import Wish

LONGEST_LINE: Final = 120
LONGEST_TEXT: Final = 1000
FARTHEST: Final = timedelta(days=366 * 3)
AGAIN: Final = "Siden er gammel. Send en gang til."
CODES: Final = frozenset(place.code for place in MUNICIPALITIES)


def _line(value: str | None) -> str:
    return cleaning.line(value or "")


def _paragraphs(value: str | None) -> str:
    return cleaning.paragraphs(value or "")


def needed(_form: Any, field: Field) -> None:
    """Something."""
    if not field.data:
        raise ValidationError(f"{field.label.text}: Skriv noget her.")


def harmless(_form: Any, field: Field) -> None:
    """Not too long, and no CPR number."""
    most = LONGEST_TEXT if isinstance(field, TextAreaField) else LONGEST_LINE
    if len(field.data or "") > most:
        raise ValidationError(f"{field.label.text}: Skriv højst {most} tegn.")
    if has_cpr(field.data or ""):
        raise ValidationError(f"{field.label.text}: Skriv uden CPR-nummer.")


def mail(_form: Any, field: Field) -> None:
    """Nothing, or one mail address."""
    if field.data and reaching.mail(field.data) is None:
        raise ValidationError(f"{field.label.text}: Skriv mailen som navn@sted.dk.")


def telephone(_form: Any, field: Field) -> None:
    """Nothing, or a telephone number."""
    if field.data and reaching.phone(field.data) is None:
        raise ValidationError(f"{field.label.text}: Skriv nummeret med 8 tal.")


def is_day(_form: Any, field: Field) -> None:
    """Nothing, or a day within some years."""
    found = _day(field.data)
    if field.data and (found is None or abs(found - clock.today()) > FARTHEST):
        raise ValidationError(f"{field.label.text}: Vælg en dag.")


def coming(_form: Any, field: Field) -> None:
    """Nothing, or a day after today; of one that is not, nothing more is said."""
    found = _day(field.data)
    if found is not None and found <= clock.today():
        raise StopValidation(f"{field.label.text}: Vælg en dag efter i dag.")


def not_over(_form: Any, field: Field) -> None:
    """Nothing, or today or a later day: a visit of long ago would be forgotten the next night."""
    found = _day(field.data)
    if found is not None and found < clock.today():
        raise StopValidation(f"{field.label.text}: Vælg en dag, der ikke er gået.")


def is_hour(_form: Any, field: Field) -> None:
    """Nothing, or a time of day."""
    if field.data and _hour(field.data) is None:
        raise ValidationError(f"{field.label.text}: Skriv tiden som 10:00.")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _hour(text: str | None) -> time | None:
    try:
        found = time.fromisoformat((text or "").replace(".", ":"))
    except ValueError:
        return None
    return found.replace(tzinfo=None, microsecond=0)


def _moment(on: Field, at: Field) -> datetime:
    """The moment of two fields that were found in order, as clocks in Copenhagen show it."""
    return datetime.combine(date.fromisoformat(on.data), _hour(at.data) or time(), tzinfo=clock.COPENHAGEN)


class Form(FlaskForm):  # type: ignore[misc]
    """A form whose problems stand above it, each with the id of its field."""

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form."""
        if "csrf_token" in self.errors:
            return [{"field": next(iter(self)).id, "text": AGAIN}]
        return [{"field": field.id, "text": text} for field in self for text in field.errors]


class VisitForm(Form):
    """A teacher asks for a visit."""

    school = StringField("Skole", [needed, harmless], filters=[_line])
    place = StringField("Postnummer eller by", [harmless], filters=[_line])
    day = StringField("Dag", [needed, coming, is_day])
    hour = StringField("Klokken", [needed, is_hour])
    name = StringField("Dit navn", [needed, harmless], filters=[_line])
    phone = StringField("Dit telefonnummer", [needed, telephone], filters=[_line])
    email = StringField("Din mail", [needed, harmless, mail], filters=[_line])
    more = TextAreaField("Andet", [harmless], filters=[_paragraphs])

    def wish(self) -> Wish:
        """What was typed; only after the form was found in order."""
        places = locate(self.place.data) if self.place.data else ()
        codes = {place.municipality_code for place in places}
        return Wish(
            school=self.school.data,
            municipality_code=codes.pop() if len(codes) == 1 else "",
            starts_at=_moment(self.day, self.hour),
            name=self.name.data,
            phone=reaching.phone(self.phone.data) or "",
            email=reaching.mail(self.email.data) or "",
            more=self.more.data,
        )


class SettleForm(Form):
    """Staff agree on a time, or call the visit off."""

    day = StringField("Dag", [needed, not_over, is_day])
    hour = StringField("Klokken", [needed, is_hour])

    def starts_at(self) -> datetime:
        """The time that was agreed on."""
        return _moment(self.day, self.hour)


class SchoolForm(Form):
    """What staff know of a school."""

    name = StringField("Navn", [needed, harmless], filters=[_line])
    municipality_code = StringField("Kommune")
    place = StringField("By", [harmless], filters=[_line])
    contact_name = StringField("Kontaktperson", [harmless], filters=[_line])
    contact_phone = StringField("Telefon", [telephone], filters=[_line])
    contact_email = StringField("Mail", [harmless, mail], filters=[_line])
    starts_on = StringField("Aftalens første dag", [is_day])
    ends_on = StringField("Aftalens sidste dag", [is_day])
    promised = TextAreaField("Hvad er aftalt?", [harmless], filters=[_paragraphs])

    def validate_municipality_code(self, field: Field) -> None:
        if field.data and field.data not in CODES:
            raise ValidationError("Kommune: Vælg en kommune.")

    def validate_ends_on(self, field: Field) -> None:
        first, last = _day(self.starts_on.data), _day(field.data)
        if last and not first:
            raise ValidationError("Aftalens første dag mangler.")
        if first and last and last < first:
            raise ValidationError("Den sidste dag skal komme efter den første.")

    def facts(self) -> Facts:
        """What was typed; only after the form was found in order."""
        return Facts(
            name=self.name.data,
            municipality_code=self.municipality_code.data or "",
            place=self.place.data,
            contact_name=self.contact_name.data,
            contact_phone=reaching.phone(self.contact_phone.data) or "",
            contact_email=reaching.mail(self.contact_email.data) or "",
            starts_on=_day(self.starts_on.data),
            ends_on=_day(self.ends_on.data),
            promised=self.promised.data,
        )


def school_values(school: School | None) -> dict[str, str]:
    """What the form shows before anything is typed."""
    if school is None:
        return {}
    names = (
        "name",
        "municipality_code",
        "place",
        "contact_name",
        "contact_phone",
        "contact_email",
        "promised",
    )
    days = {"starts_on": school.starts_on, "ends_on": school.ends_on}
    return {name: getattr(school, name) for name in names} | {
        name: found.isoformat() if found else "" for name, found in days.items()
    }


class GatheringForm(Form):
    """A job caravan or an information meeting."""

    kind = StringField("Slags")
    title = StringField("Overskrift", [needed, harmless], filters=[_line])
    place = StringField("Sted", [needed, harmless], filters=[_line])
    day = StringField("Dag", [needed, is_day])
    hour = StringField("Fra klokken", [needed, is_hour])
    until = StringField("Til klokken", [needed, is_hour])
    about = TextAreaField("Hvad sker der?", [harmless], filters=[_paragraphs])

    def validate_kind(self, field: Field) -> None:
        if field.data not in {kind.value for kind in GatheringKind}:
            raise ValidationError("Vælg, hvad det er.")

    def validate_until(self, field: Field) -> None:
        first, last = _hour(self.hour.data), _hour(field.data)
        if first and last and last <= first:
            raise ValidationError("Sluttiden skal komme efter starttiden.")

    def plan(self) -> Plan:
        """What was typed; only after the form was found in order."""
        return Plan(
            kind=GatheringKind(self.kind.data),
            title=self.title.data,
            place=self.place.data,
            about=self.about.data,
            starts_at=_moment(self.day, self.hour),
            ends_at=_moment(self.day, self.until),
        )


def gathering_values(row: Gathering | None) -> dict[str, str]:
    """What the form shows before anything is typed."""
    if row is None:
        return {}
    first, last = clock.to_local(row.starts_at), clock.to_local(row.ends_at)
    return {
        "kind": row.kind.value,
        "title": row.title,
        "place": row.place,
        "about": row.about,
        "day": first.date().isoformat(),
        "hour": f"{first:%H:%M}",
        "until": f"{last:%H:%M}",
    }
