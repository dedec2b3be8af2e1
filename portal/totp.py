"""Codes of an app (TOTP, RFC 6238): six digits, new every 30 seconds, SHA-1, as all apps know them. Pure."""

import base64
import hmac
import os
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

STEP_SECONDS: Final = 30
DIGITS: Final = 6
SECRET_BYTES: Final = 20
ISSUER: Final = "KLAPjob"


def new_secret() -> str:
    """A secret for a person's app: 160 random bits, base32."""
    return base64.b32encode(os.urandom(SECRET_BYTES)).decode()


def address(secret: str, email: str) -> str:
    """What a telephone's camera reads: the secret, and whose it is."""
    words = urlencode({"secret": secret, "issuer": ISSUER, "digits": DIGITS, "period": STEP_SECONDS})
    return f"otpauth://totp/{ISSUER}:{quote(email)}?{words}"


def code(secret: str, moment: datetime) -> str:
    """What the app shows at `moment`."""
    return _code(secret, _step(moment))


def step_of(secret: str, typed: str, moment: datetime, *, after: int | None) -> int | None:
    """The step whose code was `typed`: this one or one beside it, and later than `after`; None for no such.

    Whoever keeps the step and gives it as `after` next time lets no code in twice.
    """
    here = _step(moment)
    steps = [step for step in (here - 1, here, here + 1) if after is None or step > after]
    fits = [step for step in steps if hmac.compare_digest(_code(secret, step).encode(), typed.encode())]
    return fits[0] if fits else None


def _step(moment: datetime) -> int:
    return int(moment.timestamp()) // STEP_SECONDS


def _code(secret: str, step: int) -> str:
    # Other apps take secrets of other lengths; ours is always 160 bits.
    totp = TOTP(base64.b32decode(secret), DIGITS, SHA1(), STEP_SECONDS)  # noqa: S303 - RFC 6238
    return totp.generate(step * STEP_SECONDS).decode()
