"""What staff may type in a note: a few words, for whom, and after a call when to call next."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from flask_wtf import FlaskForm
from wtforms import Field, StringField, TextAreaField, ValidationError

from portal import clock
from portal.easyread.privacy import has_cpr
from portal.models.note import NoteKind
from portal.screening.forms import tidy
from portal.screening.noting import Written

LONGEST: Final = 1000
FARTHEST: Final = timedelta(days=366)
OUTCOMES: Final = (
    (NoteKind.REACHED.value, "Vi talte sammen"),
    (NoteKind.NOT_REACHED.value, "Ingen svarede"),
)


class NoteForm(FlaskForm):  # type: ignore[misc]
    """A note; `colleagues` are those who may be mentioned, (id, name)."""

    text = TextAreaField(filters=[tidy])
    mention = StringField(default="")

    def __init__(self, colleagues: Sequence[tuple[str, str]] = (), prefix: str = "note", **more: Any) -> None:
        super().__init__(prefix=prefix, **more)
        self.colleagues = colleagues

    def validate_text(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Skriv noten.")
        if len(field.data) > LONGEST:
            raise ValidationError(f"Noten er for lang. Skriv højst {LONGEST} tegn.")
        if has_cpr(field.data):
            raise ValidationError("Der står noget, som ligner et CPR-nummer. Skriv noten uden nummeret.")

    def validate_mention(self, field: Field) -> None:
        if field.data and field.data not in dict(self.colleagues):
            raise ValidationError("Vælg en kollega på listen.")

    def mention_options(self) -> list[dict[str, str]]:
        """The colleagues as a list to choose from."""
        return _options("Ingen", self.colleagues)

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        if "csrf_token" in self.errors:
            return [{"field": self.text.id, "text": "Siden er gammel. Gem en gang til."}]
        return [{"field": field.id, "text": text} for field in self for text in field.errors]

    def written(self) -> Written:
        """What was written; only after the form was found in order."""
        return Written(kind=NoteKind.NOTE, text=self.text.data, mentions_id=self.mention.data or None)


class CallForm(NoteForm):
    """A call: how it went, and when to call next (empty: no more calls)."""

    outcome = StringField(default="")
    call_on = StringField(default="")

    def __init__(self, colleagues: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(colleagues, prefix="opkald", **more)

    def validate_text(self, field: Field) -> None:
        # Where nobody answered there is nothing more to tell.
        if field.data or self.outcome.data != NoteKind.NOT_REACHED:
            super().validate_text(field)

    def validate_outcome(self, field: Field) -> None:
        if field.data not in dict(OUTCOMES):
            raise ValidationError("Vælg, hvordan det gik.")

    def validate_call_on(self, field: Field) -> None:
        if not field.data:
            return
        day = self._day()
        if day is None or not clock.today() <= day <= clock.today() + FARTHEST:
            raise ValidationError("Vælg en dag fra i dag og højst et år frem.")

    def outcome_options(self) -> list[dict[str, str]]:
        """How a call can go, as a list to choose from."""
        return _options("Vælg", OUTCOMES)

    def written(self) -> Written:
        return Written(
            kind=NoteKind(self.outcome.data),
            text=self.text.data,
            mentions_id=self.mention.data or None,
            call_on=self._day(),
        )

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(str(self.call_on.data))
        except ValueError:
            return None


def _options(nothing: str, choices: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"value": value, "words": shown} for value, shown in (("", nothing), *choices)]
