"""What an administrator types about an account."""

from typing import Final

from flask_wtf import FlaskForm
from wtforms import Field, SelectMultipleField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice

from portal import cleaning, outbox
from portal.accounts.queries import ROLES
from portal.models.staff import Role

LONGEST_NAME: Final = 100
OLD_PAGE: Final = "Siden er gammel. Prøv en gang til."


def tidy(text: str | None) -> str:
    """One line without what cannot be seen."""
    return cleaning.line(text or "")


def roles_field() -> SelectMultipleField:
    """The roles to choose among."""
    return SelectMultipleField(choices=[SelectChoice(role.value, words) for role, words in ROLES.items()])


class RolesForm(FlaskForm):  # type: ignore[misc]
    """Which roles somebody has."""

    roles = roles_field()

    def validate_roles(self, field: Field) -> None:
        if not field.data:
            raise ValidationError("Vælg mindst én rolle.")

    def chosen(self) -> frozenset[Role]:
        """The roles; only after the form was found in order."""
        return frozenset(Role(value) for value in self.roles.data)

    def role_options(self) -> list[dict[str, str]]:
        """The roles as tiles to choose."""
        return [{"value": role.value, "words": words, "hint": HINTS[role]} for role, words in ROLES.items()]

    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form, each with the id of the field it is about."""
        if "csrf_token" in self.errors:
            return [{"field": "roles", "text": OLD_PAGE}]
        return [{"field": name, "text": text} for name, texts in self.errors.items() for text in texts]


HINTS: Final = {
    Role.SECRETARIAT: "Læser alle sager og svarer.",
    Role.LEADER: "Som sekretariatet. Siger også ja til fleksjob og indtaster tal.",
    Role.CONSULTANT: "Ser kun sager i sine egne kommuner.",
    Role.EDITOR: "Retter tekster og job. Ser ingen sager.",
    Role.ADMIN: "Styrer konti og kilder. Ser ingen sager.",
}


class InviteForm(RolesForm):
    """Whom to invite, and as what."""

    name = StringField(filters=[tidy])
    email = StringField(filters=[tidy])
    # Once more, and last: what is wrong is told in the order of the page.
    roles = roles_field()

    def validate_name(self, field: Field) -> None:
        if not 2 <= len(field.data) <= LONGEST_NAME:
            raise ValidationError("Skriv navnet.")

    def validate_email(self, field: Field) -> None:
        try:
            outbox.clean_address(field.data)
        except outbox.AddressError:
            raise ValidationError("Skriv en mailadresse, fx navn@klapjob.dk.") from None
