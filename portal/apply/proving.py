"""Proof of work: a task that a browser solves by itself in a second, and a program a thousand times does not.

Asked for only under attack (promise 34). Nobody clicks, nothing is sent to anybody else, and each solution
counts once. The scheme is Altcha's second version: a key derived by PBKDF2 must begin with a zero byte.
"""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import altcha
from sqlalchemy.orm import Session

from portal import clock, crypto, limits

# A page may stand open for a while; who comes later is read by staff first, as all are without scripts.
LASTS: Final = timedelta(days=1)
COST: Final = 1000
LONGEST: Final = 4000


def task() -> str:
    """A new task as JSON, signed, as the script in the page takes it."""
    made = altcha.create_challenge(
        "PBKDF2/SHA-256", COST, expires_at=clock.now() + LASTS, hmac_secret=_secret()
    )
    return json.dumps(made.to_dict())


@dataclass(frozen=True, kw_only=True)
class Solved:
    """A task of ours that was solved, by the number it has, and how long it counts."""

    number: str
    until: datetime


def solved(proof: str) -> Solved | None:
    """The task that this is the solution of; None where it is none of ours, or no solution."""
    if not proof or len(proof) > LONGEST:
        return None
    if not altcha.verify_solution(proof, _secret()).verified:
        return None
    parameters = _parameters(proof)
    return Solved(number=parameters["nonce"], until=datetime.fromtimestamp(parameters["expiresAt"], UTC))


def is_new(session: Session, task: Solved) -> bool:
    """Whether nobody has used this solution before; uses it up. The caller commits."""
    return limits.is_first(session, "proof", task.number, until=task.until)


def _parameters(proof: str) -> dict[str, Any]:
    """What was signed in a solution that has been verified."""
    found: dict[str, Any] = json.loads(base64.b64decode(proof))["challenge"]["parameters"]
    return found


def _secret() -> str:
    return crypto.keyring().keyed_hash("altcha", purpose="proof of work")
