"""A portal that is killed at any moment while somebody fills in the form, and what is there afterwards."""

import random
import re
import threading
import time
from pathlib import Path

import requests

from apply.filling import KIM, QUESTION
from live import killed

TOKEN = re.compile(r'name="(csrf_token|draft|jobs)" value="([^"]*)"')
SENT = "Tak. Vi har fået dine svar."


class Person:
    """Somebody with a browser, who remembers which answers the portal said it had saved.

    A trusted proxy says from which `address` the requests come, where one is given.
    """

    def __init__(self, address: str = "") -> None:
        self.browser = requests.Session()
        self.browser.headers.update({"X-Forwarded-For": address} if address else {})
        self.saved: list[str] = []
        self.thanked = False

    def fill_in(self, address: str) -> None:
        """Starts, answers every question, sends; raises ConnectionError where the portal is gone."""
        self._post(f"{address}/ansoeg", f"{address}/ansoeg", {"do": "start"})
        for slug, typed in KIM.items():
            page = f"{address}{QUESTION}/{slug}"
            self._post(page, page, typed)
            self.saved.append(slug)
        self._post(f"{address}/ansoeg/tjek", f"{address}/ansoeg/send", {})
        self.thanked = SENT in self.browser.get(f"{address}/ansoeg/tak", timeout=10).text

    def _post(self, page: str, to: str, typed: dict[str, object]) -> None:
        shown = self.browser.get(page, timeout=10)
        hidden = dict(TOKEN.findall(shown.text.rpartition('method="post"')[2]))
        answered = self.browser.post(to, data=hidden | typed, timeout=10, allow_redirects=False)
        assert answered.status_code == 303, (to, answered.status_code)

    def finds(self, address: str) -> list[str]:
        """The questions whose answers are there now; all of them where it was sent."""
        page = self.browser.get(f"{address}/ansoeg/videre", timeout=10)
        if SENT in page.text:
            return list(KIM)
        where = page.url.rpartition("/")[2]
        return list(KIM) if where == "tjek" else list(KIM)[: list(KIM).index(where)] if where in KIM else []


def fill_in_and_be_killed(folder: Path, *, after: float) -> Person:
    """Lets a person fill in over and over until the portal dies, `after` seconds on; gives the last one."""
    people: list[Person] = []
    with killed(folder) as (address, kill):
        timer = threading.Timer(after * random.uniform(0.8, 1.2), kill)
        timer.start()
        ends = time.monotonic() + after + 30
        try:
            while time.monotonic() < ends:
                people.append(Person())
                people[-1].fill_in(address)
        except requests.RequestException:
            timer.join()
    return people[-1]
