"""Two web processes and two workers on one PostgreSQL; one of each is killed under load."""

import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import psycopg
import pytest
import requests

import live
from apply.filling import KIM, QUESTION
from apply.killing import SENT as SENT_PAGE
from apply.killing import Person
from conftest import settings_for
from factories import make_posting
from importers.standin.ads import demo_ads
from importers.standin.server import serve
from portal import clock, crypto, postings
from portal.app import create_app
from portal.db import db
from portal.models.posting import ClosedReason
from postbox import listening
from postgres import create_database

AD = "aaaaaaaaaa"
PEOPLE = 4
ROUNDS = 3
SENT = PEOPLE * ROUNDS
FEED = """[[source]]
name = "jobnet"
format = "jobnet"
url = "{url}"
allow_http = true
allow_private = true
options = {{ queries = [{{ search = "KLAP" }}] }}
"""


class Roaming(Person):
    """Somebody whose every request goes to the next web process, as a balancer sends it. One that does not
    answer is left out from then on, as a balancer does."""

    def __init__(self, addresses: list[str]) -> None:
        super().__init__()
        self._alive = list(addresses)

    def fill_in(self, address: str = "") -> None:
        self._post(f"{address}/ansoeg", f"{address}/ansoeg", {"do": "start"})
        for slug, typed in KIM.items():
            self._post(f"{address}{QUESTION}/{slug}", f"{address}{QUESTION}/{slug}", typed)
            self.saved.append(slug)
        self._post(f"{address}/ansoeg/tjek", f"{address}/ansoeg/send", {})
        self.thanked = True

    def _post(self, page: str, to: str, typed: dict[str, object]) -> None:
        while True:
            self._alive.append(self._alive.pop(0))
            base = self._alive[-1]
            try:
                super()._post(base + page, base + to, typed)
            except requests.RequestException:
                self._alive.remove(base)
                # What was saved before its answer was lost is not sent again.
                if to.endswith("/send") and self._was_sent():
                    return
            else:
                return

    def _was_sent(self) -> bool:
        return SENT_PAGE in self.browser.get(f"{self._alive[0]}/ansoeg/tak", timeout=10).text


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is there in the end: the people, the answers a reader got, the mails, and the database.

    `next_requests` are the answers of each web process for an ad: before another process brings it in, right
    after that, and right after it was taken down.
    """

    next_requests: list[list[int]]
    people: list[Roaming]
    seen: Counter[str]
    mails: list[str]
    database: str

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        return _execute(self.database, statement)


@pytest.fixture(scope="module")
def outcome(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Four hosts share one database; under load a web process and a worker are killed without a word."""
    folder = tmp_path_factory.mktemp("hosts")
    database = create_database(postgres, "many-processes")
    crypto.create_key_file(folder / "field-keys.json")
    live.run(live.environment(folder, 8000, DATABASE_URL=database), "db", "upgrade")
    ads = [ad for ad in demo_ads(clock.today()) if ad.klap][:40]
    with ExitStack() as stack:
        postbox = stack.enter_context(listening())
        feed = FEED.format(url=stack.enter_context(serve(ads)).url)
        hosts = [_host(folder, name, feed) for name in "abcd"]
        common = {"DATABASE_URL": database, "SMTP_URL": postbox.url}
        webs = [stack.enter_context(live.killed(host, **common)) for host in hosts[:2]]
        workers = [stack.enter_context(_worker(host, common)) for host in hosts[2:]]
        addresses = [address for address, _ in webs]
        next_requests = _next_requests(hosts[3], database, addresses)
        people, seen = _under_load(addresses, [webs[0][1], workers[0].kill])
        _end_leases(database)
        live.run(live.environment(hosts[3], 8000, **common), "worker", "--once")
        _wait_for_runs(database)
        mails = [mail.content.decode(errors="replace") for mail in postbox.mails]
    return Outcome(next_requests=next_requests, people=people, seen=seen, mails=mails, database=database)


def _next_requests(host: Path, database: str, addresses: list[str]) -> list[list[int]]:
    def answers() -> list[int]:
        return [requests.get(f"{base}/job/{AD}", timeout=10).status_code for base in addresses]

    found = [answers()]
    app = create_app(settings_for(host, env="demo", database_url=database))
    with app.app_context():
        ad = make_posting(db.session(), id=AD)
        found.append(answers())
        postings.close(db.session(), [ad], ClosedReason.TAKEN_DOWN)
        db.session.commit()
        found.append(answers())
        db.session.remove()
        db.engine.dispose()
    return found


def _under_load(addresses: list[str], kills: list[Callable[[], None]]) -> tuple[list[Roaming], Counter[str]]:
    done, seen, people = threading.Event(), Counter[str](), []
    reader = threading.Thread(target=_read_on, args=(addresses, seen, done))
    threads = [threading.Thread(target=_fill_in, args=(addresses, people)) for _ in range(PEOPLE)]
    for thread in (reader, *threads):
        thread.start()
    while not any(person.thanked for person in people):
        time.sleep(0.05)
    for kill in kills:
        kill()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    return people, seen


def _end_leases(database: str) -> None:
    """What a killed worker held is free when its lease ends; here the rows grow old instead of the test."""
    for table, lease, held in (
        ("outbox_message", "leased_until", "leased_until IS NOT NULL"),
        ("job", "leased_until", "state = 'running'"),
        ("source", "running_until", "running_until IS NOT NULL"),
    ):
        _execute(database, f"UPDATE {table} SET {lease} = now() - interval '1 minute' WHERE {held}")


def _wait_for_runs(database: str) -> None:
    """The worker that lives may still be bringing the feed in."""
    latest = time.monotonic() + 60
    while _execute(database, "SELECT 1 FROM feed_run WHERE status = 'running'") and time.monotonic() < latest:
        time.sleep(0.1)


def _host(folder: Path, name: str, feed: str) -> Path:
    """A folder as one host has it: the same keys and feeds as the others, all else its own."""
    own = folder / name
    own.mkdir()
    shutil.copy2(folder / "field-keys.json", own)
    (own / "feeds.toml").write_text(feed)
    return own


@contextmanager
def _worker(host: Path, settings: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]
    with (host / "worker.log").open("w") as log:
        environment = live.environment(host, 8000, **settings)
        process = subprocess.Popen(command, cwd=live.ROOT, env=environment, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _read_on(addresses: list[str], seen: Counter[str], done: threading.Event) -> None:
    """A reader of the board, at one process after the other."""
    for base in cycle(addresses):
        if done.is_set():
            return
        try:
            seen[str(requests.get(f"{base}/job", timeout=10).status_code)] += 1
        except requests.RequestException:
            seen["gone"] += 1
        time.sleep(0.02)


def _fill_in(addresses: list[str], people: list[Roaming]) -> None:
    for _ in range(ROUNDS):
        person = Roaming(addresses)
        people.append(person)
        person.fill_in()


def _execute(database: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(database.replace("+psycopg", ""), autocommit=True) as connection:
        done = connection.execute(statement)
        return done.fetchall() if done.description else []


def test_each_process_shows_at_the_next_request_what_another_has_changed(outcome: Outcome) -> None:
    assert outcome.next_requests == [[404, 404], [200, 200], [410, 410]]


def test_every_person_got_through_and_was_sent_once(outcome: Outcome) -> None:
    assert [person.saved for person in outcome.people] == [list(KIM)] * SENT
    assert outcome.rows("SELECT count(*) FROM application WHERE submitted_at IS NOT NULL") == [(SENT,)]


def test_each_has_one_receipt_and_it_went_out(outcome: Outcome) -> None:
    counted = "SELECT count(*), count(DISTINCT application_id), count(sent_at) FROM outbox_message"
    assert outcome.rows(f"{counted} WHERE kind = 'receipt'") == [(SENT, SENT, SENT)]


def test_a_mail_comes_twice_only_where_its_acknowledgement_died_with_the_worker(outcome: Outcome) -> None:
    marks = [
        line for mail in outcome.mails for line in mail.splitlines() if line.lower().startswith("message-id:")
    ]
    assert len(marks) == len(outcome.mails)
    assert len(set(marks)) <= len(marks) <= len(set(marks)) + 1


def test_the_feed_was_brought_in_once_and_every_ad_is_there_once(outcome: Outcome) -> None:
    runs = dict(outcome.rows("SELECT status, count(*) FROM feed_run GROUP BY status"))
    # The killed worker may have been at it: then its run is incomplete, and one other brought all in.
    assert runs in ({"complete": 1}, {"complete": 1, "incomplete": 1})
    [(ads, references)] = outcome.rows("SELECT count(*), count(DISTINCT reference) FROM posting")
    assert ads == references > 0


def test_the_board_stayed_up(outcome: Outcome) -> None:
    assert set(outcome.seen) <= {"200", "gone"}
    assert outcome.seen["200"] > 20
