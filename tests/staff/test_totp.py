"""Codes of an app, against the figures of RFC 6238."""

import base64
from datetime import UTC, datetime

import pytest

from portal import totp

RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "eight_digits"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
    ],
)
def test_codes_are_those_of_the_rfc(seconds: int, eight_digits: str) -> None:
    assert totp.code(RFC_SECRET, datetime.fromtimestamp(seconds, UTC)) == eight_digits[-6:]


def test_a_camera_reads_the_secret_and_whose_it_is() -> None:
    address = totp.address("ABCD", "sanne@example.com")
    assert (
        address == "otpauth://totp/KLAPjob:sanne%40example.com?secret=ABCD&issuer=KLAPjob&digits=6&period=30"
    )


def test_secrets_have_160_bits_and_differ() -> None:
    secrets = {totp.new_secret() for _ in range(50)}
    assert len(secrets) == 50
    assert {len(base64.b32decode(secret)) for secret in secrets} == {20}


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "½½½½½½", "\x00"])
def test_what_is_no_code_fits_no_step(typed: str) -> None:
    assert totp.step_of(RFC_SECRET, typed, datetime.fromtimestamp(59, UTC), after=None) is None
