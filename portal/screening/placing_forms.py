"""What staff type about where a case goes: a trial, a hire, or another consultant."""

from datetime import date
from typing import Any, Final

from wtforms import Field, StringField, ValidationError

from portal import cleaning, routing
from portal.db import db
from portal.easyread.privacy import has_cpr
from portal.models.placement import PlacementKind
from portal.screening.choices import Option
from portal.screening.decisions import Decision
from portal.screening.forms import DecisionForm, named, options
from portal.screening.placing import Place
from portal.sheets import values
from portal.sheets.table import WINDOWS_DAY_ZERO

LONGEST_LINE: Final = 100
JOB_TYPES: Final = (("skaanejob", "Skånejob"), ("fleksjob", "Fleksjob"), ("other", "Et andet job"))


def tidy_line(text: str | None) -> str:
    """One line without what cannot be seen, cut to its longest; "" where nothing was sent."""
    return cleaning.line(text or "")[:LONGEST_LINE]


def day_of(text: str) -> date | None:
    """The date that was typed or picked; None where there is none. Raises ValidationError."""
    try:
        return values.day(text, day_zero=WINDOWS_DAY_ZERO)
    except values.CellError as error:
        raise ValidationError(str(error)) from None


class WorkplaceForm(DecisionForm):
    """Where, and from when."""

    workplace = StringField(filters=[tidy_line])
    starts = StringField(filters=[tidy_line])

    def validate_workplace(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Skriv, hvor personen arbejder.")
        if has_cpr(field.data):
            raise ValidationError("Der står noget, som ligner et CPR-nummer. Skriv kun arbejdspladsen.")

    def validate_starts(self, field: Field) -> None:
        if day_of(field.data) is None:
            raise ValidationError("Skriv den første dag, fx 22-11-2026.")

    def written(self) -> list[tuple[str, str]]:
        place = ("Arbejdsplads", self.workplace.data), ("Første dag", self.starts.data)
        return [*super().written(), *named(*place)]

    def _decided(self, **more: Any) -> Decision:
        place = Place(workplace=self.workplace.data, starts_on=day_of(self.starts.data) or date.min, **more)
        return Decision(version=self.version_seen(), note=self.note.data, placement=place)


class TrialForm(WorkplaceForm):
    """A trial: where, from when, to when."""

    ends = StringField(filters=[tidy_line])

    def validate_ends(self, field: Field) -> None:
        last = day_of(field.data)
        if last is None:
            raise ValidationError("Skriv den sidste dag, fx 18-12-2026.")
        first = day_of(self.starts.data)
        if first is not None and last < first:
            raise ValidationError("Den sidste dag skal ligge efter den første.")

    def written(self) -> list[tuple[str, str]]:
        return [*super().written(), *named(("Sidste dag", self.ends.data))]

    def decision(self) -> Decision:
        return self._decided(kind=PlacementKind.TRIAL, ends_on=day_of(self.ends.data))


class HireForm(WorkplaceForm):
    """A hire: where, from when, how many hours, and what kind of job."""

    hours = StringField(filters=[tidy_line])
    job_type = StringField()

    def job_type_options(self) -> tuple[Option, ...]:
        """The kinds of job as a list to choose from."""
        return options("Vælg", JOB_TYPES)

    def validate_hours(self, field: Field) -> None:
        if _hours(field.data) is None:
            raise ValidationError("Skriv timer om ugen med et tal, fx 12.")

    def validate_job_type(self, field: Field) -> None:
        if field.data not in dict(JOB_TYPES):
            raise ValidationError("Vælg, hvad det er for et job.")

    def written(self) -> list[tuple[str, str]]:
        return [*super().written(), *named(("Timer om ugen", self.hours.data))]

    def decision(self) -> Decision:
        return self._decided(
            kind=PlacementKind.HIRE, hours=_hours(self.hours.data), job_type=self.job_type.data
        )


def _hours(text: str) -> float | None:
    try:
        return values.hours(text)[1]
    except values.CellError:
        return None


class ConsultantForm(DecisionForm):
    """Another consultant than the rules name, and why; or back to the rules."""

    consultant = StringField()

    def consultant_options(self) -> tuple[Option, ...]:
        """The consultants who work here now, as a list to choose from."""
        return options("Den, som reglerne siger", self._known())

    def _known(self) -> list[tuple[str, str]]:
        return [(row.id, row.staff.name) for row in routing.at_work(db.session())]

    def validate_consultant(self, field: Field) -> None:
        if field.data and field.data not in dict(self._known()):
            raise ValidationError("Vælg en konsulent på listen.")

    def validate_note(self, field: Field) -> None:
        super().validate_note(field)
        if self.consultant.data and not field.data:
            raise ValidationError("Skriv kort, hvorfor det skal være en anden.")

    def decision(self) -> Decision:
        chosen = {"consultant_id": self.consultant.data or None}
        return Decision(version=self.version_seen(), note=self.note.data, facts=chosen)
