"""What it may cost to take in an application, in statements; seconds are for `make bench`."""

import pytest
from flask import Flask

from apply.filling import KIM, fill_in
from portal.db import db
from statements import statements
from strict_client import StrictClient

MOST_READ = 5
MOST_WRITTEN = 7
READS = ("SELECT", "COMMIT")


@pytest.fixture
def asked(app: Flask, client: StrictClient) -> list[str]:
    """What is asked when somebody presses Send."""
    fill_in(client, KIM)
    form = client.form(client.get("/ansoeg/tjek"))
    with statements(app, commits=True) as asked:
        client.post("/ansoeg/send", data=form)
    return asked


def test_sending_takes_few_statements(asked: list[str]) -> None:
    read = [told for told in asked if told.startswith("SELECT")]
    written = [told for told in asked if not told.startswith(READS)]
    assert (len(read) <= MOST_READ, len(written) <= MOST_WRITTEN, asked) == (True, True, asked)


def test_all_that_is_written_is_one_transaction_so_the_disk_is_waited_for_once(asked: list[str]) -> None:
    (first, *_, last) = [place for place, told in enumerate(asked) if not told.startswith(READS)]
    assert "COMMIT" not in asked[first:last]


def test_what_can_be_read_before_holds_up_nobody_who_writes(app: Flask, asked: list[str]) -> None:
    """SQLite lets one at a time write: the draft and all about it is read before."""
    before = asked[: asked.index("COMMIT")]
    with app.app_context():
        is_sqlite = db.engine.dialect.name == "sqlite"
    assert all(told.startswith("SELECT") for told in before) == is_sqlite


def test_what_all_who_send_wait_for_is_written_last(asked: list[str]) -> None:
    """The counters of a busy hour are the same rows for everybody: on PostgreSQL they hold each other up."""
    counting = [place for place, told in enumerate(asked, 2) if told.startswith("INSERT INTO attempt")]
    assert counting == [len(asked)]
