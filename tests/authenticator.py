"""A passkey in software: makes and signs as a telephone does (WebAuthn level 3), without a browser."""

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT_AND_VERIFIED = 0x05
NEW_KEY = 0x40


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One passkey. `flags` say that its owner was there and unlocked it."""

    origin: str = "http://localhost:8000"
    host: str = "localhost"
    flags: int = PRESENT_AND_VERIFIED
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: os.urandom(32))
    count: int = 0

    def make(self, options: str) -> str:
        """The answer of a browser that has made a passkey, as JSON."""
        said = json.loads(options)
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": self._data(new=True)})
        response = {
            "clientDataJSON": _text(self._client_data("webauthn.create", said["challenge"])),
            "attestationObject": _text(attestation),
        }
        return self._credential(response)

    def sign(self, options: str) -> str:
        """The answer of a browser that was asked for a passkey, as JSON."""
        self.count += 1
        client_data = self._client_data("webauthn.get", json.loads(options)["challenge"])
        data = self._data()
        signature = self.key.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": _text(client_data),
            "authenticatorData": _text(data),
            "signature": _text(signature),
        }
        return self._credential(response)

    def _credential(self, response: dict[str, str]) -> str:
        answer: dict[str, Any] = {"id": _text(self.id), "rawId": _text(self.id), "type": "public-key"}
        return json.dumps(answer | {"response": response, "clientExtensionResults": {}})

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _data(self, *, new: bool = False) -> bytes:
        flags = self.flags | (NEW_KEY if new else 0)
        head = hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)
        return head + (bytes(16) + len(self.id).to_bytes(2) + self.id + self._public_key() if new else b"")

    def _public_key(self) -> bytes:
        """In COSE (RFC 9053): an EC2 key for ES256 on P-256."""
        point = self.key.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)})
