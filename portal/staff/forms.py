"""What a member of staff types to sign in, and to choose how."""

from typing import Final

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, PasswordField, StringField, ValidationError

from portal import outbox

LONGEST_EMAIL: Final = 254


def printable(text: str | None) -> str:
    """What of a typed line can be seen, cut to the length of an address."""
    return "".join(sign for sign in text or "" if sign.isprintable()).strip()[:LONGEST_EMAIL]


class EmailForm(FlaskForm):  # type: ignore[misc]
    """A mail address. Nothing is checked but the token: whatever is typed gets the same answer."""

    email = StringField(filters=[printable])

    def account(self) -> str:
        """The mail address as accounts hold it."""
        return str(self.email.data or "").lower()


class ForgottenForm(EmailForm):
    """Where to send the link. What is no address says so: that tells nobody which accounts there are."""

    def validate_email(self, field: Field) -> None:
        try:
            outbox.clean_address(field.data)
        except outbox.AddressError:
            raise ValidationError("Skriv din mailadresse, fx navn@klapjob.dk.") from None


class SignInForm(EmailForm):
    """Mail and password."""

    password = PasswordField()


class CodeForm(FlaskForm):  # type: ignore[misc]
    """One code, from the app or from the paper."""

    code = StringField(filters=[printable])


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """A new password."""

    password = PasswordField()


class PasskeyForm(FlaskForm):  # type: ignore[misc]
    """What a browser answers about a passkey, and what its owner calls it."""

    credential = HiddenField()
    name = StringField(filters=[printable])
