"""What pages for staff cost with many cases, through the real server: ``python -m benchmarks.staff``.

5,000 open and 50,000 closed cases; the measure is a bare Flask page for somebody who is signed in with
Flask-Login, on the same server in the same rounds: once with its one row in memory, and once as most are
written, with Flask-SQLAlchemy on the same database. ``--write`` puts the table into docs/performance.md,
``--postgres`` measures on PostgreSQL, ``--cases 50 50`` says how many are open and closed.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from statistics import median
from textwrap import fill
from typing import Any, Final
from urllib.parse import urlencode

from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf

from benchmarks import bare, databases, document, queue, servers
from benchmarks.load import CLIENTS, Measured
from benchmarks.targets import Target
from benchmarks.web import in_turns
from portal import clock
from portal.db import db
from portal.models.application import Application, State

FOLDER: Final = document.ROOT / "var" / "bench" / "staff"
ADS: Final = 300
MOST_TIMES: Final = 10.0
IN_MEMORY: Final = "bare page, row in memory"
IN_DATABASE: Final = "bare page, row in the database"
BARE: Final = (IN_MEMORY, IN_DATABASE)

Found = Mapping[str, tuple[Target, Sequence[Measured]]]


def main(arguments: Sequence[str]) -> int:
    """Measures, prints, and says by its exit code whether every request was answered."""
    parser = databases.options("staff")
    parser.add_argument("--cases", nargs=2, type=int, default=(queue.OPEN, queue.CLOSED))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    chosen = parser.parse_args(arguments)
    with databases.new_home(FOLDER, chosen, ADS) as home, ExitStack() as stack:
        asked = _targets(home.app, tuple(chosen.cases))
        running = {
            "bare": stack.enter_context(servers.bare()),
            "database": stack.enter_context(servers.bare_database(home.folder, home.url)),
            "staff": stack.enter_context(servers.portal(home.folder, database_url=home.url)),
        }
        found = in_turns(asked, running, chosen.rounds, chosen.seconds)
    databases.show("staff", chosen, _table(found, databases.chosen_in(chosen), chosen))
    return 1 if any(each.failed for _, rounds in found.values() for each in rounds) else 0


def _targets(app: Flask, cases: tuple[int, int]) -> list[Target]:
    token = queue.signed_in(app)
    with app.app_context():
        queue.fill(db.session(), cases)
        received = db.session.query(Application.id).where(Application.state == State.RECEIVED).limit(20)
        ids = [row.id for row in received]
        db.engine.dispose()
    with app.test_request_context():
        form = generate_csrf()
        # The session has what the form is checked against.
        cookie = _cookie(app, {**session, "_user_id": token, "_fresh": True}, "klapjob")
    plain = _cookie(bare.app, {"_user_id": "1", "_fresh": False}, "session")
    posted = cookie | {"Content-Type": "application/x-www-form-urlencoded"}
    search = urlencode({"text": "kim prø", "csrf_token": form})
    pages = {
        "queue, first page": ("/personale",),
        "one group, third page": ("/personale?gruppe=i-gang&side=3",),
        "a case": tuple(f"/personale/sag/{number}" for number in ids),
    }
    return [
        Target(name=IN_MEMORY, server="bare", paths=("/me",), headers=plain),
        Target(name=IN_DATABASE, server="database", paths=("/me",), headers=plain),
        *(Target(name=name, server="staff", paths=paths, headers=cookie) for name, paths in pages.items()),
        Target(
            name="search for a name", server="staff", paths=("/personale/soeg",), headers=posted, body=search
        ),
    ]


def _cookie(app: Flask, values: Mapping[str, Any], name: str) -> dict[str, str]:
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None, "Both have a secret."
    return {"Cookie": f"{name}={signer.dumps(dict(values))}"}


def _table(found: Found, database: str, chosen: argparse.Namespace) -> Iterator[str]:
    opened, closed = chosen.cases
    said = f"""{opened:,} open and {closed:,} closed cases in {database}, through the portal's own server:
    medians of {chosen.rounds} rounds of {chosen.seconds:g} s in turns, {CLIENTS} clients ({clock.today()}).
    Both bare pages say hello to who is signed in; one has that row in memory, the other reads it from
    {database} through Flask-SQLAlchemy. A case is noted in the audit trail each time it is opened, a list
    each time it is read. At most {MOST_TIMES:g} times the p95 of a bare page is asked for."""
    yield fill(" ".join(said.split()), 110)
    yield ""
    yield (
        f"| page | req/s | p50 ms | p95 ms | times {IN_MEMORY} | of the rounds | kept "
        f"| times {IN_DATABASE} | of the rounds | kept | failed |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for target, rounds in found.values():
        beside = " | ".join(_times(target, rounds, found[name][1]) for name in BARE)
        yield (
            f"| {target.name} | {median(each.rate for each in rounds):,.0f} "
            f"| {median(each.p50 for each in rounds):.1f} | {median(each.p95 for each in rounds):.1f} "
            f"| {beside} | {sum(each.failed for each in rounds) or ''} |"
        )


def _times(target: Target, rounds: Sequence[Measured], beside: Sequence[Measured]) -> str:
    """How a page compares with a bare one: the median, its rounds, and whether that is within the limit."""
    times = [one.p95 / other.p95 for one, other in zip(rounds, beside, strict=True)]
    kept = "" if target.name in BARE else "yes" if median(times) <= MOST_TIMES else "**no**"
    return f"{median(times):.1f} | {min(times):.1f} to {max(times):.1f} | {kept}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
