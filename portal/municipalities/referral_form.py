"""What a case worker may type to refer a citizen."""

from typing import Any, Final

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, SelectMultipleField, StringField, TextAreaField, ValidationError

from portal import cleaning, reaching
from portal.easyread.privacy import has_cpr
from portal.easyread.trades import TRADES
from portal.municipalities import referring
from portal.municipalities.referring import Referral

LONGEST_LINE: Final = 120
LONGEST_TEXT: Final = 500
CPR: Final = "Der står noget, som ligner et CPR-nummer. Skriv uden nummeret."
AGAIN: Final = "Siden er gammel. Send en gang til."


def _line(text: str | None) -> str:
    return cleaning.line(text or "")


def _paragraphs(text: str | None) -> str:
    return cleaning.paragraphs(text or "")


class ReferralForm(FlaskForm):  # type: ignore[misc]
    """Who refers, the citizen's yes, and easy facts: no CPR number and no case file."""

    by_name = StringField("Skriv dit navn.", filters=[_line])
    by_role = StringField("Vælg, hvor du arbejder.")
    by_workplace = StringField(filters=[_line])
    by_phone = StringField("Skriv dit telefonnummer.", filters=[_line])
    by_email = StringField("Skriv din mail.", filters=[_line])
    agreed = BooleanField()
    how = StringField("Vælg, hvordan borgeren har sagt ja.")
    name = StringField("Skriv borgerens navn.", filters=[_line])
    phone = StringField(filters=[_line])
    email = StringField(filters=[_line])
    place = StringField(filters=[_line])
    fits = StringField("Vælg, hvad der passer på borgeren.")
    trades = SelectMultipleField(choices=list(TRADES), validate_choice=False)
    more = TextAreaField(filters=[_paragraphs])

    def validate_by_name(self, field: Field) -> None:
        _check_line(field, needed=True)

    def validate_by_workplace(self, field: Field) -> None:
        _check_line(field)

    def validate_name(self, field: Field) -> None:
        _check_line(field, needed=True)

    def validate_place(self, field: Field) -> None:
        _check_line(field)

    def validate_by_phone(self, field: Field) -> None:
        _check_phone(field, needed=True)

    def validate_by_email(self, field: Field) -> None:
        _check_mail(field, needed=True)

    def validate_phone(self, field: Field) -> None:
        _check_phone(field)
        if not field.data and not self.email.data:
            raise ValidationError("Skriv borgerens telefonnummer eller mail. Borgeren skal selv sige ja.")

    def validate_email(self, field: Field) -> None:
        _check_mail(field)

    def validate_agreed(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Borgeren skal have sagt ja, før du henviser.")

    def validate_by_role(self, field: Field) -> None:
        _check_choice(field, referring.ROLES)

    def validate_how(self, field: Field) -> None:
        _check_choice(field, referring.HOW)

    def validate_fits(self, field: Field) -> None:
        _check_choice(field, referring.FITS)

    def validate_more(self, field: Field) -> None:
        if len(field.data) > LONGEST_TEXT:
            raise ValidationError(f"Teksten er for lang. Skriv højst {LONGEST_TEXT} tegn.")
        if has_cpr(field.data):
            raise ValidationError(CPR)

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        if "csrf_token" in self.errors:
            return [{"field": self.by_name.id, "text": AGAIN}]
        return [{"field": field.id, "text": text} for field in self for text in field.errors]

    def referral(self) -> Referral:
        """What was written; only after the form was found in order."""
        return Referral(
            by_name=self.by_name.data,
            by_role=self.by_role.data,
            by_workplace=self.by_workplace.data,
            by_phone=reaching.phone(self.by_phone.data) or "",
            by_email=reaching.mail(self.by_email.data) or "",
            how=self.how.data,
            name=self.name.data,
            phone=reaching.phone(self.phone.data) or "",
            email=reaching.mail(self.email.data) or "",
            place=self.place.data,
            fits=self.fits.data,
            trades=tuple(key for key in TRADES if key in (self.trades.data or ())),
            more=self.more.data,
        )


def _check_line(field: Field, *, needed: bool = False) -> None:
    if needed and not field.data:
        raise ValidationError(field.label.text)
    if len(field.data) > LONGEST_LINE:
        raise ValidationError(f"Det er for langt. Skriv højst {LONGEST_LINE} tegn.")
    if has_cpr(field.data):
        raise ValidationError(CPR)


def _check_phone(field: Field, *, needed: bool = False) -> None:
    if needed and not field.data:
        raise ValidationError(field.label.text)
    if field.data and reaching.phone(field.data) is None:
        raise ValidationError("Skriv telefonnummeret med 8 tal.")


def _check_mail(field: Field, *, needed: bool = False) -> None:
    if needed and not field.data:
        raise ValidationError(field.label.text)
    if field.data and reaching.mail(field.data) is None:
        raise ValidationError("Skriv mailen som navn@sted.dk.")


def _check_choice(field: Field, choices: Any) -> None:
    if field.data not in choices:
        raise ValidationError(field.label.text)
