"""Pages for staff are laid together from frames that hold nothing of anybody (promises 17 and 51)."""

import re

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import make_application, make_staff, sign_in
from portal import clock
from portal.models.alarm import Alarm, AlarmKind
from portal.models.staff import Role
from strict_client import StrictClient

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def people(app: Flask, session: Session, *names: str) -> list[StrictClient]:
    return [sign_in(app.test_client(), make_staff(session, name=name)) for name in names]


def kept_by(app: Flask) -> str:
    """All that frames and stamps hold."""
    drawn = (*app.extensions["frames"].values(), *app.extensions["stamps"].values())
    return "".join(part.decode() for frame in drawn for part in frame.parts)


def test_two_colleagues_get_the_same_frame_with_their_own_names_and_tokens(
    app: Flask, session: Session
) -> None:
    clients = people(app, session, "Sanne Sekretær", "Bente Sekretær")
    pages = [client.get("/personale").text for client in clients]
    names = [re.findall("(Sanne|Bente) Sekretær", page) for page in pages]
    tokens = [set(TOKEN.findall(page)) for page in pages]
    kept = [key for key in app.extensions["frames"] if key[0] == "screening/queue.html"]
    assert (names, len(kept)) == ([["Sanne"], ["Bente"]], 1)
    assert ([len(own) for own in tokens], tokens[0] & tokens[1]) == ([1, 1], set())


@pytest.mark.parametrize("path", ["/personale", "/personale?gruppe=nye", "/personale/sag/{id}"])
def test_what_is_kept_holds_no_name_no_token_and_no_case(app: Flask, session: Session, path: str) -> None:
    application = make_application(session)
    sanne = people(app, session, "Sanne Sekretær")[0]
    page = sanne.get(path.format(id=application.id)).text
    own = ["Sanne", "Kim", application.id, *TOKEN.findall(page)]
    assert [word for word in own if word not in page] == []
    assert [word for word in own if word in kept_by(app)] == []


def test_other_roles_get_another_menu(app: Flask, session: Session) -> None:
    sanne = people(app, session, "Sanne Sekretær")[0]
    both = make_staff(session, Role.SECRETARIAT, Role.ADMIN, name="Bo Begge")
    bo = sign_in(app.test_client(), both)
    pages = [client.get("/personale").text for client in (sanne, bo, sanne)]
    assert [">Konti<" in page for page in pages] == [False, True, False]


def test_a_new_alarm_is_told_at_the_next_request(app: Flask, session: Session) -> None:
    sanne = people(app, session, "Sanne Sekretær")[0]
    before = sanne.get("/personale").text
    session.add(Alarm(kind=AlarmKind.MAIL_WAITS, about="", since=clock.now()))
    session.commit()
    after = sanne.get("/personale").text
    assert ["Noget er galt med portalen" in page for page in (before, after)] == [False, True]


def test_what_was_done_is_told_once(app: Flask, session: Session) -> None:
    sanne = people(app, session, "Sanne Sekretær")[0]
    with sanne.session_transaction() as cookie:
        cookie["_flashes"] = [("message", "Det er <gemt>.")]
    pages = [sanne.get("/personale").text for _ in range(2)]
    assert ["Det er &lt;gemt&gt;." in page for page in pages] == [True, False]
