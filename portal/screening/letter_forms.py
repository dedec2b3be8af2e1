"""What staff may type for a decision that the person gets a letter about: what it tells, and its words."""

from typing import Final

from wtforms import Field, SelectMultipleField, TextAreaField, ValidationError

from portal.easyread.privacy import has_cpr
from portal.screening.decisions import Decision
from portal.screening.forms import DecisionForm, cut, named, tidy
from portal.screening.letter_reasons import details_of

LONGEST_LETTER: Final = 3000


class LetterForm(DecisionForm):
    """A decision with a letter. An empty letter is put together from the reason and the details."""

    details = SelectMultipleField(validate_choice=False)
    letter = TextAreaField(filters=[tidy])

    def validate_details(self, field: Field) -> None:
        known = {detail.key for detail in details_of(self.verb.details)}
        if not known.issuperset(field.data or ()):
            raise ValidationError("Vælg noget på listen.")

    def validate_letter(self, field: Field) -> None:
        if has_cpr(field.data):
            raise ValidationError("Der står noget, som ligner et CPR-nummer. Skriv brevet uden nummeret.")
        if len(field.data) > LONGEST_LETTER:
            raise ValidationError(f"Brevet er for langt. Skriv højst {LONGEST_LETTER} tegn.")

    def written(self) -> list[tuple[str, str]]:
        return [*super().written(), *named(("Dit brev", cut(self.letter.data, 2 * LONGEST_LETTER)))]

    def decision(self) -> Decision:
        return Decision(
            version=self.version_seen(),
            reason=self.reason.data if self.verb.reasons else "",
            note=self.note.data,
            details=tuple(self.details.data or ()),
            letter=self.letter.data,
        )
