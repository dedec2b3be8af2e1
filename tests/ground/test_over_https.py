"""Over https the cookie is bound to the host (P6, P51), and forms are sent with a referrer (P17)."""

from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from conftest import settings_for
from factories import PASSWORD, make_staff
from portal import crypto
from portal.app import create_app
from portal.db import db
from portal.models.application import Application
from strict_client import StrictClient

HOME = "https://localhost"


@pytest.fixture
def app(portal_folder: Path) -> Iterator[Flask]:
    app = create_app(settings_for(portal_folder, base_url=HOME))
    app.testing, app.test_client_class = True, StrictClient
    app.config["PREFERRED_URL_SCHEME"] = "https"
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def secure(app: Flask) -> StrictClient:
    """A browser whose every request comes over https."""
    client: StrictClient = app.test_client()
    return client


def cookie_of(answer: TestResponse) -> tuple[str, dict[str, object]]:
    """The name of the cookie that is set, and what is said about it beside its value."""
    ((name, morsel),) = SimpleCookie(answer.headers["Set-Cookie"]).items()
    return name, {key: value for key, value in morsel.items() if value}


@pytest.mark.parametrize("path", ["/ansoeg", "/personale/log-ind"])
def test_p6_the_cookie_is_bound_to_this_host_and_hidden_from_scripts(secure: StrictClient, path: str) -> None:
    name, said = cookie_of(secure.get(path))
    assert name == "__Host-klapjob"
    assert said == {"path": "/", "secure": True, "httponly": True, "samesite": "Lax"}


def test_p6_a_token_has_256_random_bits(session: Session) -> None:
    tokens = {crypto.token() for _ in range(100)}
    # 32 bytes in base64 are 43 signs without their filling.
    assert (len(tokens), {len(token) for token in tokens}) == (100, {43})


@pytest.mark.parametrize(
    ("referrer", "begun"),
    [(f"{HOME}/ansoeg", 1), (f"{HOME}/", 1), ("https://evil.example/ansoeg", 0), ("http://localhost/", 0)],
)
def test_p17_p51_a_form_is_taken_from_our_own_pages_over_https(
    secure: StrictClient, session: Session, referrer: str, begun: int
) -> None:
    page = secure.get("/ansoeg")
    assert page.headers["Referrer-Policy"] == "same-origin", "no-referrer would refuse every form"
    sent = secure.post("/ansoeg", data=secure.form(page, do="start"), headers={"Referer": referrer})
    assert sent.status_code == (303 if begun else 400)
    session.rollback()
    assert len(session.scalars(select(Application)).all()) == begun


def test_p6_the_password_step_sets_no_other_cookie(secure: StrictClient, session: Session) -> None:
    staff = make_staff(session)
    page = secure.get("/personale/log-ind")
    typed = secure.form(page, email=staff.email, password=PASSWORD)
    answer = secure.post("/personale/log-ind", data=typed, headers={"Referer": f"{HOME}/personale/log-ind"})
    assert answer.status_code == 302
    assert [cookie_of(answer)[0], len(answer.headers.getlist("Set-Cookie"))] == ["__Host-klapjob", 1]
