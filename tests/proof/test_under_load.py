"""Slow clients and a flood on the public pages stop nobody: P36 and P37 whole, against the real server."""

import os
import socket
import sqlite3
import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import requests

from apply.killing import Person
from conftest import settings_for
from factories import make_staff, sign_in
from live import serving
from portal.app import create_app
from portal.db import db
from trust.figures import note

SLOW_CLIENTS = 150
PROBE_SECONDS = 16.0
FLOOD_SECONDS = float(os.environ.get("FLOOD_SECONDS", "60"))
FLOOD_PER_SECOND = 200
FLOODERS = 8
PAGES = ("/", "/job", "/job?fag=butik", "/kommuner", "/kontakt")


def percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


@contextmanager
def slow_clients(address: str) -> Iterator[None]:
    """150 connections that send a header or a body, a byte every two seconds."""
    starts = (
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        b"POST /personale HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na",
    )
    port, over = urlsplit(address).port or 80, threading.Event()
    open_now = [socket.create_connection(("127.0.0.1", port)) for _ in range(SLOW_CLIENTS)]

    def drip() -> None:
        while not over.wait(2):
            for client in open_now:
                try:
                    client.send(b"a")
                except OSError:
                    continue

    for number, client in enumerate(open_now):
        client.sendall(starts[number % 2])
    dripping = threading.Thread(target=drip)
    dripping.start()
    yield
    over.set()
    dripping.join()
    for client in open_now:
        client.close()


def test_p36_slow_clients_keep_nobody_waiting(portal_folder: Path) -> None:
    times: list[float] = []
    tried = 0
    with serving(portal_folder) as address, slow_clients(address):
        end = time.monotonic() + PROBE_SECONDS
        while time.monotonic() < end:
            tried += 1
            try:
                answer = requests.get(f"{address}/healthz", timeout=5)
                times.append(answer.elapsed.total_seconds())
            except requests.RequestException:
                pass
            time.sleep(0.25)
    p99 = percentile(times, 99)
    note(36, f"{len(times)} of {tried} probes answered under {SLOW_CLIENTS} slow clients, p99 {p99:.2f} s")
    assert len(times) >= tried * 0.99
    assert p99 < 0.5


def flood(address: str, over: threading.Event) -> int:
    """One client's part of the flood; gives how many pages it got."""
    connection, asked, got = HTTPConnection(urlsplit(address).netloc, timeout=10), 0, 0
    began = time.monotonic()
    while not over.is_set():
        connection.request("GET", PAGES[asked % len(PAGES)])
        answer = connection.getresponse()
        answer.read()
        asked, got = asked + 1, got + (answer.status == 200)
        ahead = asked * FLOODERS / FLOOD_PER_SECOND - (time.monotonic() - began)
        time.sleep(max(0.0, ahead))
    connection.close()
    assert got == asked
    return got


def cookie_of_staff(folder: Path) -> dict[str, str]:
    """What a browser keeps in which somebody of the secretariat is signed in."""
    app = create_app(settings_for(folder))
    client = app.test_client()
    with app.app_context():
        sign_in(client, make_staff(db.session()))
        db.engine.dispose()
    cookie = client.get_cookie("klapjob")
    assert cookie is not None
    return {"klapjob": cookie.value}


def test_p37_a_flood_stops_neither_the_staff_nor_an_application(portal_folder: Path) -> None:
    over, times, people = threading.Event(), [], 0
    cookies = cookie_of_staff(portal_folder)
    with serving(portal_folder, TRUSTED_PROXIES="1") as address, ThreadPoolExecutor(FLOODERS) as pool:
        floods = [pool.submit(flood, address, over) for _ in range(FLOODERS)]
        end = time.monotonic() + FLOOD_SECONDS
        while time.monotonic() < end:
            for _ in range(5):
                answer = requests.get(f"{address}/personale", cookies=cookies, timeout=10)
                assert answer.status_code == 200
                times.append(answer.elapsed.total_seconds())
            # From ever new networks: one of them begins no more than so many forms an hour.
            person = Person(f"10.{people // 250}.{people % 250}.9")
            person.fill_in(address)
            people += person.thanked
        over.set()
        pages = sum(one.result() for one in floods)
    p95 = percentile(times, 95)
    with closing(sqlite3.connect(portal_folder / "portal.db")) as connection:
        (kept,) = connection.execute(
            "SELECT count(*) FROM application WHERE submitted_at IS NOT NULL"
        ).fetchone()
    note(
        37, f"{pages / FLOOD_SECONDS:.0f} pages/s: queue p95 {p95:.2f} s, {kept} of {people} applications in"
    )
    assert pages > 50 * FLOOD_SECONDS, "a flood, even on a machine that does much else"
    assert (kept, people > 0) == (people, True)
    assert p95 < 1
