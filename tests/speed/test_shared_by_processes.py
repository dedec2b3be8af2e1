"""Beside the pages, processes on one database share who is signed in and what has been counted."""

from datetime import timedelta

from flask import Flask

from factories import make_staff, sign_in
from portal import limits
from portal.db import db
from strict_client import parse

Processes = tuple[Flask, Flask]
COOKIE = "klapjob"


def test_who_signs_in_at_one_process_is_signed_in_at_the_other_and_signed_out_at_both(
    processes: Processes,
) -> None:
    here, there = (app.test_client() for app in processes)
    with processes[0].app_context():
        sign_in(here, make_staff(db.session()))
    cookie = here.get_cookie(COOKIE)
    assert cookie
    there.set_cookie(COOKIE, cookie.value)
    page = there.get("/personale")
    token = str(parse(page.text).find(".//input[@name='csrf_token']").get("value"))
    there.post("/personale/log-ud", data={"csrf_token": token})
    assert (page.status_code, here.get("/personale").status_code) == (200, 302)


def test_what_is_tried_at_several_processes_is_counted_together(processes: Processes) -> None:
    counted = []
    for app in (*processes, *processes):
        with app.app_context():
            counted.append(limits.count(db.session(), "prøve", "nogen", window=timedelta(hours=1)))
            db.session.commit()
    assert counted == [1, 2, 3, 4]
