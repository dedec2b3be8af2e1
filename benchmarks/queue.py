"""What the queue costs with many cases: a table, and whether the promises hold.

``python -m benchmarks.queue`` prints it; with ``--write`` it goes into docs/performance.md too. 5,000 open
and 50,000 closed cases of made-up people lie in a fresh SQLite database. The measure is an empty page of the
same application to the same person, signed in the same way.
"""

import gc
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from benchmarks import document
from portal import clock, crypto, same_person, sessions
from portal.access import staff_only
from portal.app import create_app
from portal.config import Settings
from portal.db import db
from portal.models.application import Application, FilledBy, State
from portal.models.candidate import Candidate, CandidateKey
from portal.models.staff import Role, Staff, StaffRole

OPEN: Final = 5_000
CLOSED: Final = 50_000
FEW: Final = 50
AT_ONCE: Final = 5_000
ROUNDS: Final = 15
FIRST: Final = ("Kim", "Bo", "Eva", "Ida", "Jens", "Lone", "Mads", "Nina", "Ole", "Pia")
LAST: Final = ("Prøve", "Eksempel", "Afprøvning", "Forsøg", "Opdigtet", "Tænkt", "Mulig", "Påfund")
STATES: Final = (State.RECEIVED, State.SCREENING, State.NEEDS_INFO, State.AWAITING_CONSENT, State.HANDED_OVER)
PLACES: Final = ("0330", "0751", "0461", "0101", "0851", "0370", "0561", "0615")
ANSWERS: Final = (
    '[{"key": "fits", "question": "Hvad passer på dig?", "value": "disability_pension", "text": "Ja"}]'
)


def main() -> int:
    """Measures, prints, and says by its exit code whether every promise is kept."""
    with TemporaryDirectory() as folder:
        app, token = _prepare(Path(folder))
        few = _measure(app, token, cases=(FEW, 0))
        many = _measure(app, token, cases=(OPEN - FEW, CLOSED))
        text, kept = _report(few, many)
        with app.app_context():
            db.engine.dispose()
    sys.stdout.write(f"{text}\n")
    if "--write" in sys.argv:
        document.write("queue", text)
    return 0 if kept else 1


def _prepare(folder: Path) -> tuple[Flask, str]:
    """The portal on an empty database, with an empty page of its own; and a session of one of the staff."""
    settings = Settings(
        env="development",
        data_dir=folder,
        secret_key="a secret for measuring, and for nothing else",  # noqa: S106 - not one
        field_keys_file=folder / "field-keys.json",
        feeds_file=folder / "feeds.toml",
    )
    crypto.create_key_file(settings.field_keys_file)
    app = create_app(settings)
    app.add_url_rule("/personale/tom-side", "bench.empty", staff_only(Role.SECRETARIAT)(lambda: "tom"))
    with app.app_context():
        upgrade()
    return app, signed_in(app)


def signed_in(app: Flask) -> str:
    """Somebody of the secretariat, new; gives the token of a session."""
    with app.app_context():
        staff = Staff(name="Sanne", email="sanne@example.com", password_hash="", created_at=clock.now())
        staff.role_rows = [StaffRole(role=Role.SECRETARIAT)]
        db.session.add(staff)
        db.session.commit()
    with app.test_request_context(method="POST"):
        token = sessions.start(db.session(), db.session.query(Staff).one()).token
        db.session.commit()
    return token


def _measure(app: Flask, token: str, *, cases: tuple[int, int]) -> dict[str, float]:
    """Fills in so many open and closed cases, and measures milliseconds and queries."""
    with app.app_context():
        fill(db.session(), cases)
    # As `serve` does.
    gc.freeze()
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    token_field = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/personale/soeg").text)
    wanted = {"text": "kim prø", "csrf_token": token_field[1] if token_field else ""}
    return {
        "empty": _median(client, lambda c: c.get("/personale/tom-side")),
        "queue": _median(client, lambda c: c.get("/personale")),
        "group": _median(client, lambda c: c.get("/personale?gruppe=i-gang&side=3")),
        "first": _once(client, lambda c: c.post("/personale/soeg", data=wanted)),
        "search": _median(client, lambda c: c.post("/personale/soeg", data=wanted), rounds=5),
        "queries": _queries(app, client),
    }


def _once(client: FlaskClient, ask: Callable[[FlaskClient], Any]) -> float:
    begun = time.perf_counter()
    answer = ask(client)
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.request.path}: {answer.status_code}")
    return (time.perf_counter() - begun) * 1000


def _median(client: FlaskClient, ask: Callable[[FlaskClient], Any], rounds: int = ROUNDS) -> float:
    return statistics.median([_once(client, ask) for _ in range(rounds + 2)][2:])


def _queries(app: Flask, client: FlaskClient) -> int:
    with app.app_context():
        engine = db.engine
    with _counted(engine) as statements:
        client.get("/personale")
    return len(statements)


@contextmanager
def _counted(engine: Any) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def fill(session: Session, cases: tuple[int, int]) -> None:
    """Writes so many open and so many closed cases, each of a made-up person."""
    open_cases, closed = cases
    numbers = range(open_cases + closed)
    for start in range(0, len(numbers), AT_ONCE):
        rows = [_rows(number, ended=number >= open_cases) for number in numbers[start : start + AT_ONCE]]
        session.execute(insert(Candidate), [person for person, _, _ in rows])
        session.execute(insert(CandidateKey), [key for _, _, keys in rows for key in keys])
        session.execute(insert(Application), [case for _, case, _ in rows])
        session.commit()


def _rows(number: int, *, ended: bool) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    """One case with its person and keys, as rows; every person has a number of the telephone of her own."""
    sent = clock.now() - timedelta(hours=number % 2000)
    person = Candidate(created_at=sent, municipality_code=PLACES[number % len(PLACES)])
    person.name = f"{FIRST[number % 10]} {LAST[number // 10 % 8]}{_in_letters(number // 80)}"
    person.phone = f"{20_000_000 + _spread(number)}"
    person.place = "4200 Slagelse"
    case = Application(
        token_hash=crypto.token_hash(crypto.token()),
        reference=_reference(number),
        state=State.CLOSED if ended else STATES[number % len(STATES)],
        form_version=2,
        created_at=sent,
        updated_at=sent,
        submitted_at=sent,
        state_since=sent,
        answer_by=sent + timedelta(days=7),
        filled_by=FilledBy.SELF,
        fits="disability_pension",
        municipality_code=person.municipality_code,
        candidate_id=person.id,
    )
    case.answers = ANSWERS
    keys = same_person.keys_of(person, "")
    return _columns(person), _columns(case), [{"candidate_id": person.id, **key} for key in keys]


def _in_letters(number: int) -> str:
    """A number as the end of a name, which has no digits."""
    return "".join("abefgklmno"[int(digit)] for digit in str(number))


def _spread(number: int) -> int:
    """A number that no other case has, spread over all telephones."""
    return number * 7919 % 9_999_991 + number


def _reference(number: int) -> str:
    """A code that no other case has: by chance two of 55,000 would be the same in one run of 25."""
    letters = crypto.UNMISTAKABLE
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in range(8))


def _columns(row: Any) -> dict[str, Any]:
    values = {column.key: getattr(row, column.key) for column in row.__table__.columns}
    defaults = {
        column.key: column.default.arg for column in row.__table__.columns if column.default is not None
    }
    return {
        key: defaults.get(key) if value is None and not callable(defaults.get(key)) else value
        for key, value in values.items()
    }


def _report(few: dict[str, float], many: dict[str, float]) -> tuple[str, bool]:
    times = many["queue"] / many["empty"]
    promises = (
        ("first page of the queue, in times an empty signed-in page", f"{times:.1f}", "5", times < 5),
        (
            f"queries of the first page, with {FEW} and with all cases",
            f"{few['queries']:.0f} and {many['queries']:.0f}",
            "the same",
            few["queries"] == many["queries"],
        ),
        ("first search, which opens the names, ms", f"{many['first']:.0f}", "1000", many["first"] < 1000),
    )
    lines = [
        f"{OPEN:,} open and {CLOSED:,} closed cases in SQLite, one process, medians of {ROUNDS} requests",
        f"(Python {platform.python_version()} on {platform.machine()}, {clock.today()}).",
        "",
        "| page | ms with few cases | ms with all |",
        "|---|---|---|",
        *(f"| {name} | {few[key]:.1f} | {many[key]:.1f} |" for key, name in _PAGES),
        "",
        "| promise | measured | at most | kept |",
        "|---|---|---|---|",
        *(
            f"| {said} | {found} | {most} | {'yes' if kept else '**no**'} |"
            for said, found, most, kept in promises
        ),
        "",
        "The first search in five minutes opens the names of the open cases, at most 10,000; so long they",
        "stay in memory.",
    ]
    return "\n".join(lines), all(kept for *_, kept in promises)


_PAGES: Final = (
    ("empty", "empty page"),
    ("queue", "queue, first page"),
    ("group", "one group, third page"),
    ("first", "first search for a name in five minutes"),
    ("search", "search for a name"),
)

if __name__ == "__main__":
    sys.exit(main())
