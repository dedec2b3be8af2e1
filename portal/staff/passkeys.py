"""Passkeys (WebAuthn level 3): made, and signed in with, as the only step.

The device checks its owner by finger, face or code, so a passkey is two factors in one (NIST SP 800-63B-4).
"""

from typing import Final
from urllib.parse import urlsplit

import webauthn
from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from portal import clock
from portal.db import db
from portal.models.sign_in import Passkey
from portal.models.staff import Staff
from portal.sessions import SignedIn
from portal.staff import actions, challenges, queries

SIGN_IN: Final = "sign in"
LONGEST_NAME: Final = 40
MOST: Final = 10
# A browser's answer is some hundred characters long.
LONGEST_ANSWER: Final = 20_000
_BAD: Final = (WebAuthnException, challenges.BadChallengeError, ValueError, KeyError, TypeError)


class PasskeyError(ValueError):
    """A browser's answer proves nothing, or the passkey is nobody's."""


def sign_in_options() -> str:
    """What a browser needs to ask for a passkey, as JSON. It names no account, so it tells of none."""
    options = webauthn.generate_authentication_options(
        rp_id=_host(),
        challenge=challenges.make(SIGN_IN),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(options)


def sign_in(answer: str, *, old_token: str | None) -> SignedIn:
    """Lets in who holds a passkey of an open account. Raises PasskeyError."""
    session = db.session()
    try:
        passkey, proof = _prove(session, answer)
    except _BAD:
        # A challenge that was answered stays spent.
        session.commit()
        raise PasskeyError("not a passkey of ours") from None
    passkey.sign_count, passkey.last_used_at = proof.new_sign_count, clock.now()
    signed_in = actions.let_in(session, passkey.staff, old_token)
    session.commit()
    return signed_in


def _prove(session: Session, answer: str) -> tuple[Passkey, VerifiedAuthentication]:
    if len(answer) > LONGEST_ANSWER:
        raise PasskeyError("too long")
    challenge = challenges.answered(session, SIGN_IN, answer)
    credential = webauthn.helpers.parse_authentication_credential_json(answer)
    passkey = _known(session, bytes_to_base64url(credential.raw_id))
    if passkey is None or not passkey.staff.active:
        raise PasskeyError("nobody's")
    proof = webauthn.verify_authentication_response(
        credential=credential,
        expected_challenge=challenge,
        expected_rp_id=_host(),
        expected_origin=_origin(),
        credential_public_key=passkey.public_key,
        credential_current_sign_count=passkey.sign_count,
        require_user_verification=True,
    )
    return passkey, proof


def _known(session: Session, credential_id: str) -> Passkey | None:
    return session.scalar(select(Passkey).where(Passkey.credential_id == credential_id))


def new_options(staff: Staff) -> str:
    """What a browser needs to make a passkey for `staff`, as JSON."""
    known = queries.passkeys(db.session(), staff)
    options = webauthn.generate_registration_options(
        rp_id=_host(),
        rp_name="KLAPjob",
        user_id=staff.id.encode(),
        user_name=staff.email,
        user_display_name=staff.name,
        challenge=challenges.make(_making(staff)),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(one.credential_id)) for one in known
        ],
    )
    return webauthn.options_to_json(options)


def add(session: Session, staff: Staff, answer: str, name: str) -> None:
    """Keeps a new passkey of `staff`. The caller commits. Raises PasskeyError."""
    if len(queries.passkeys(session, staff)) >= MOST or len(answer) > LONGEST_ANSWER:
        raise PasskeyError("too many")
    try:
        proof = _made(session, staff, answer)
    except _BAD:
        raise PasskeyError("not made here") from None
    credential_id = bytes_to_base64url(proof.credential_id)
    if _known(session, credential_id) is not None:
        raise PasskeyError("known")
    session.add(
        Passkey(
            credential_id=credential_id,
            staff_id=staff.id,
            public_key=proof.credential_public_key,
            sign_count=proof.sign_count,
            name=name[:LONGEST_NAME] or "Adgangsnøgle",
            created_at=clock.now(),
        )
    )
    session.flush()


def _made(session: Session, staff: Staff, answer: str) -> VerifiedRegistration:
    return webauthn.verify_registration_response(
        credential=answer,
        expected_challenge=challenges.answered(session, _making(staff), answer),
        expected_rp_id=_host(),
        expected_origin=_origin(),
        require_user_verification=True,
    )


def _making(staff: Staff) -> str:
    return f"make:{staff.id}"


def _origin() -> str:
    parts = urlsplit(current_app.config["SETTINGS"].base_url)
    return f"{parts.scheme}://{parts.netloc}"


def _host() -> str:
    """The name that passkeys are bound to; they work on this portal alone."""
    return urlsplit(current_app.config["SETTINGS"].base_url).hostname or ""
