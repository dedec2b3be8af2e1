"""Programs that fill in the form, each in its own way, and people beside them, to see who reaches the queue.

Nobody opens more pages than needed: a token once, the answers, and Send. `hours` pass between the forms.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

import altcha
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import QUESTION, start
from conftest import settings_for
from portal import clock
from portal.models.application import Application, State
from strict_client import StrictClient, parse

# The shortest way that a program can take, and a text at its end.
ANSWERS: dict[str, dict[str, Any]] = {
    "hvem": {"who": "self"},
    "kontakt": {"phone": "20112233", "email": "a@example.com"},
    "sted": {"place": ""},
    "hvad-passer": {"fits": "dont_know"},
    "arbejde": {"trades": []},
    "fortael-mere": {"tell_more": "yes"},
    "skrive-eller-tale": {"more_how": "write"},
}
SKIPPED = ("alder", "foedselsaar", "job-nu", "timer", "vej-til-job", "hvad-er-vigtigt", "hvornaar-ringe")
AD = "Buy now https://a.example https://b.example https://c.example"
SAME = "Vi kan skaffe jer flere kunder. Svar på denne besked i dag, og få et godt tilbud."
_numbers = count()


@dataclass(frozen=True, kw_only=True)
class Way:
    """How somebody fills in: how long it takes, what is written, from where, and what else is sent."""

    seconds: float
    text: str
    network: Callable[[int], str]
    trap: str = ""
    solves: bool = False


def one_network(_number: int) -> str:
    return "198.51.100.7"


def own_network(number: int) -> str:
    return f"10.{number // 250 % 250}.{number % 250}.9"


BOTS = {
    "fills in every field": Way(seconds=30, text="Hej", network=own_network, trap="https://spam.example"),
    "is done at once": Way(seconds=0.2, text="Hej med jer", network=own_network),
    "advertises": Way(seconds=20, text=AD, network=own_network),
    "says the same again and again": Way(seconds=20, text=SAME, network=one_network),
    "is patient and comes from everywhere": Way(seconds=60, text="Hej {}", network=own_network),
}
PERSON = Way(seconds=180, text="Jeg er nummer {} og vil gerne arbejde.", network=own_network, solves=True)
STUDENT = Way(seconds=180, text="Jeg er elev nummer {}.", network=one_network, solves=True)


def fill_in(app: Flask, way: Way, traveller: time_machine.Traveller) -> None:
    """Fills in one form and sends it."""
    number = next(_numbers)
    client = app.test_client()
    assert isinstance(client, StrictClient)
    client.environ_base = client.environ_base | {"REMOTE_ADDR": way.network(number)}
    start(client)
    form = client.form(client.get(f"{QUESTION}/hvem"))
    for slug, typed in _answers(number, way):
        answered = client.post(f"{QUESTION}/{slug}", data=form | typed)
        assert answered.status_code == 303, slug
    traveller.shift(timedelta(seconds=way.seconds))
    page = client.get("/ansoeg/tjek")
    proof = _solved(page.text) if way.solves else ""
    sent = client.post("/ansoeg/send", data=client.form(page, website=way.trap, proof=proof))
    assert sent.location == "/ansoeg/tak"


def _answers(number: int, way: Way) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "hvem", ANSWERS["hvem"]
    yield "navn", {"name": f"Navn {number}"}
    for slug in ("kontakt", "sted", "hvad-passer", "arbejde", "fortael-mere"):
        yield slug, ANSWERS[slug]
    for slug in SKIPPED:
        yield slug, {}
    yield "skrive-eller-tale", ANSWERS["skrive-eller-tale"]
    yield "mere", {"more": way.text.format(number)}
    yield "ja-til-at-gemme", {"consent": "yes"}


def _solved(html: str) -> str:
    form = parse(html).find(".//form[@id='send']")
    task = form.get("data-task", "") if form is not None else ""
    if not task:
        return ""
    challenge = altcha.Challenge.from_dict(json.loads(task))
    solution = altcha.solve_challenge(challenge)
    assert solution is not None
    return altcha.Payload(challenge, solution).to_base64()


def reached_the_queue(app: Flask, session: Session, ways: list[Way], *, hours: float) -> list[bool]:
    """Whether each form, sent one after the other over some hours, joined the queue."""
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir, form_seconds=3)
    pause = timedelta(hours=hours) / len(ways)
    with time_machine.travel(clock.now().replace(hour=6), tick=False) as traveller:
        for way in ways:
            fill_in(app, way, traveller)
            traveller.shift(pause)
    session.rollback()
    states = session.scalars(select(Application.state).order_by(Application.submitted_at)).all()
    assert len(states) == len(ways)
    return [state is State.RECEIVED for state in states]
