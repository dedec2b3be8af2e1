"""What it may cost to take in an application, in statements; seconds are for `make bench`."""

from flask import Flask
from sqlalchemy import event

from apply.filling import KIM, fill_in
from portal.db import db
from strict_client import StrictClient

MOST = 13
"""Four that read, nine that write; and one transaction, so the disk is waited for once."""


def test_sending_takes_few_statements_and_one_transaction(app: Flask, client: StrictClient) -> None:
    fill_in(client, KIM)
    form = client.form(client.get("/ansoeg/tjek"))
    statements: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda _c, _u, told, *_: statements.append(told))
        event.listen(db.engine, "commit", lambda _connection: statements.append("COMMIT"))
    client.post("/ansoeg/send", data=form)
    asked = [told for told in statements if not told.startswith(("BEGIN", "COMMIT"))]
    assert (len(asked) <= MOST, asked) == (True, asked)
    assert statements.count("COMMIT") == 1


def test_what_all_who_send_wait_for_is_written_last(app: Flask, client: StrictClient) -> None:
    """The counters of a busy hour are the same rows for everybody: on PostgreSQL they hold each other up."""
    fill_in(client, KIM)
    form = client.form(client.get("/ansoeg/tjek"))
    written: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda _c, _u, told, *_: written.append(told))
    client.post("/ansoeg/send", data=form)
    counting = [place for place, told in enumerate(written, 1) if told.startswith("INSERT INTO attempt")]
    assert counting == [len(written)]
