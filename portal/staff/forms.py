"""What a member of staff types to sign in."""

from typing import Final

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

LONGEST_EMAIL: Final = 254


def printable(text: str | None) -> str:
    """What of a typed line can be seen, cut to the length of an address."""
    return "".join(sign for sign in text or "" if sign.isprintable()).strip()[:LONGEST_EMAIL]


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Mail and password. Nothing is checked but the token: whatever is wrong gets the same answer."""

    email = StringField(filters=[printable])
    password = PasswordField()

    def account(self) -> str:
        """The mail address as accounts hold it."""
        return str(self.email.data or "").lower()
