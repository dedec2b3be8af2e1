"""P34 in a real browser: under attack the task is solved by itself, and the form joins the queue."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser
from steps import answer, begin, go

from apply.filling import KIM
from live import serving
from portal import limits
from portal.apply import suspicion
from portal.db import db


def _attack(app: Flask) -> None:
    with app.app_context():
        for _ in range(suspicion.MANY_SUSPECT):
            limits.count_all(db.session(), [suspicion.SUSPECTS])
        db.session.commit()


@pytest.mark.parametrize(("javascript", "state"), [(True, "received"), (False, "quarantined")])
def test_p34_a_browser_solves_the_task_without_a_click(
    app: Flask, portal_folder: Path, chromium: Browser, *, javascript: bool, state: str
) -> None:
    _attack(app)
    with serving(portal_folder) as address:
        context = chromium.new_context(base_url=address, java_script_enabled=javascript)
        page = context.new_page()
        begin(page)
        for answers in KIM.values():
            answer(page, answers)
        go(page.locator("#send button"))
        assert page.get_by_role("heading", level=1).inner_text() == "Tak. Vi har fået dine svar."
        context.close()
    with closing(sqlite3.connect(portal_folder / "portal.db")) as connection:
        assert connection.execute("SELECT state FROM application").fetchall() == [(state,)]
