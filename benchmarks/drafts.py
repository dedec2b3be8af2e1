"""Filled-in drafts that only wait for Send, each in a browser of its own: made-up people, written as rows.

More comes in than on any real day, so the portal asks for proofs of work (promise 34). The proofs here are
made with the portal's own secret, which a browser does not have; checking one costs the portal the same.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

import altcha
from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf
from sqlalchemy import insert

from portal import browser, clock, crypto
from portal.apply import engine, proving, queries
from portal.apply.kinds import Answer, Value
from portal.apply.questions import FORM_VERSION
from portal.db import db
from portal.models.application import Application, CameBy, State

WORKS: Final = (
    "Jeg kan godt lide at sætte varer på plads og at feje. "
    "Jeg er nummer {number} og har prøvet det i en butik en hel sommer."
)
VALUES: Final[Mapping[str, Value]] = {
    "who": "self",
    "name": "Kim Prøve",
    "contact": {"phone": "20112233", "email": "kim@example.com"},
    "place": "4200 Slagelse",
    "municipality": "0330",
    "fits": "disability_pension",
    "trades": ["shop", "outdoors"],
    "tell_more": "yes",
    "age": "30_49",
    "birth_year": "1986",
    "job_now": "no",
    "hours": "6_10",
    "travel": ["bike", "bus"],
    "considerations": ["quiet", "same_tasks"],
    "call_time": "morning",
    "more_how": "write",
    "more": WORKS,
    "consent": "yes",
}


@dataclass(frozen=True, kw_only=True)
class Ready:
    """What a browser sends when Send is pressed, and whose draft it is."""

    draft: str
    cookie: str
    body: bytes


def make(app: Flask, count: int, first: int = 0) -> list[Ready]:
    """Writes so many whole drafts, numbered from `first`, and gives what their browsers send."""
    made, rows = [], []
    for number in range(first, first + count):
        row, ready = _one(app, number)
        rows.append(row)
        made.append(ready)
    with app.app_context():
        db.session.execute(insert(Application), rows)
        db.session.commit()
    return made


def _one(app: Flask, number: int) -> tuple[Mapping[str, Any], Ready]:
    token, now = crypto.token(), clock.now()
    draft = Application(token_hash=crypto.token_hash(token))
    draft.answers = _answers(number)
    row = {
        "id": draft.id,
        "token_hash": draft.token_hash,
        "state": State.DRAFT,
        "came_by": CameBy.WEB,
        "form_version": FORM_VERSION,
        "created_at": now,
        "updated_at": now,
        "state_since": now,
        "answers_sealed": draft.answers_sealed,
    }
    with app.test_request_context():
        browser.remember(token)
        fields = {"csrf_token": generate_csrf(), "draft": draft.id, "jobs": "", "proof": _proof()}
        signer = SecureCookieSessionInterface().get_signing_serializer(app)
        assert signer is not None, "The portal has a secret."
        cookie = signer.dumps(dict(session))
    return row, Ready(draft=draft.id, cookie=f"klapjob={cookie}", body=urlencode(fields).encode())


@cache
def _answered() -> Mapping[str, Answer]:
    """The whole form, answered question by question in the words that are shown."""
    answers: dict[str, Answer] = {}
    while (step := engine.first_open(engine.walk(answers))) is not None:
        asked = step.asked
        value = VALUES[asked.key]
        words = engine.text_of(asked, value)
        assert words is not None, f"{asked.key} has other choices now."
        answers[asked.key] = Answer(key=asked.key, question=asked.heading, value=value, text=words)
    return answers


def _answers(number: int) -> str:
    """The answers of one of many people: each has a name, a telephone and a story of her own."""
    name = "Kim Prøve" + "".join("abefgklmno"[int(digit)] for digit in str(number))
    phone, email = f"{20_000_000 + number}", f"kim{number}@example.com"
    story = WORKS.format(number=number)
    known = _answered()
    own = (
        replace(known["name"], value=name, text=name),
        replace(known["contact"], value={"phone": phone, "email": email}, text=f"{phone}\n{email}"),
        replace(known["more"], value=story, text=story),
    )
    return queries.as_stored({**known, **{answer.key: answer for answer in own}}.values())


def _proof() -> str:
    """A solved task. It names the number that solves it, which spares the search and nothing else."""
    made = altcha.create_challenge(
        "PBKDF2/SHA-256",
        proving.COST,
        counter=1,
        expires_at=clock.now() + proving.LASTS,
        hmac_secret=proving._secret(),  # noqa: SLF001 - what a browser searches for is computed
    )
    solution = altcha.solve_challenge(made)
    assert solution is not None
    payload = {"challenge": made.to_dict(), "solution": solution.to_dict()}
    return base64.b64encode(json.dumps(payload).encode()).decode()
