"""Passwords: how they are kept, and which are refused (P1)."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_staff
from portal import passwords
from portal.common_passwords import is_common
from portal.models.staff import Staff

ARGON2 = re.compile(r"\$argon2id\$v=19\$m=(19456|[2-9]\d{4,}),t=([2-9]|\d\d+),")
COMMON = """
password1234 Password123! P@ssw0rd1234 Adgangskode1 adgangskode2026 Velkommen2026! Sommer2026!! vinter202627
qwertyuiop12 qwerty123456 123456789012 111111111111 1q2w3e4r5t6y abcdefghijkl iloveyou2026 welcome12345
letmein12345 admin1234567 administrator hemmelig1234 kodeord12345 Fodbold2026! brøndby20262 danmark12345
københavn123 skatskatskat aaaaaaaaaaaa abcabcabcabc
""".split()


def test_p1_every_stored_hash_is_argon2id_with_enough_memory(session: Session) -> None:
    make_staff(session)
    hashes = [
        passwords.hash_new("fire andre ord hist", email="x@example.com"),
        *session.scalars(select(Staff.password_hash)),
    ]
    assert [one for one in hashes if not ARGON2.match(one)] == []


@pytest.mark.parametrize("password", COMMON)
def test_p1_a_common_password_is_refused(password: str) -> None:
    with pytest.raises(passwords.PasswordRefusedError, match="for let at gætte"):
        passwords.hash_new(password, email="sanne@example.com")


@pytest.mark.parametrize(
    "password", ["fire tilfældige ord her", "hestbilkaffelampe", "grøn cykel på bakken", "xkvqtrwzmlpfhy"]
)
def test_p1_words_that_nobody_expects_are_welcome(password: str) -> None:
    assert passwords.is_right(passwords.hash_new(password, email="sanne@example.com"), password)


@pytest.mark.parametrize("password", ["sanne spiser grød", "vi bor i KLAPjob huset"])
def test_p1_ones_own_mail_and_the_name_of_the_site_are_refused(password: str) -> None:
    with pytest.raises(passwords.PasswordRefusedError):
        passwords.hash_new(password, email="sanne@example.com")


def test_p1_a_mail_of_one_letter_forbids_no_word() -> None:
    assert passwords.hash_new("fire tilfældige ord her", email="o@example.com")


@pytest.mark.parametrize("length", [0, 11, 129, 100_000])
def test_p1_too_short_and_too_long_are_refused_before_hashing(
    monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    # Whoever hashed now would fail with another error.
    monkeypatch.setattr(passwords, "_hasher", None)
    with pytest.raises(passwords.PasswordRefusedError, match="mellem 12 og 128 tegn"):
        passwords.hash_new("æ1ghj" * (length // 5) + "x" * (length % 5), email="sanne@example.com")


def test_p1_what_is_far_too_long_is_wrong_without_hashing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = passwords.hash_new("fire andre ord hist", email="x@example.com")
    monkeypatch.setattr(passwords, "_hasher", None)
    assert not passwords.is_right(stored, "x" * 129)


def test_p1_128_signs_are_not_too_many() -> None:
    password = "".join(chr(97 + n % 26) for n in range(0, 128 * 7, 7))
    assert passwords.is_right(passwords.hash_new(password, email="sanne@example.com"), password)
    assert not passwords.is_right(passwords.hash_new(password, email="sanne@example.com"), password + "x")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_judged(password: str) -> None:
    assert is_common(password) in {True, False}
