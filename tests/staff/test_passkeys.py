"""Passkeys: made and signed in with as the only step; what proves nothing is refused (P2, P5)."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from authenticator import Authenticator
from factories import PASSWORD, make_staff, sign_in
from portal.models.sign_in import Passkey
from portal.models.staff import Role, Staff
from portal.staff import passkeys
from signing_in import (
    PASSKEY,
    SIGN_IN,
    give_passkey,
    give_password,
    hidden,
    is_in,
    make_passkey,
    passkey_form,
)
from strict_client import StrictClient


@pytest.fixture
def sanne(session: Session) -> Staff:
    return make_staff(session)


@pytest.fixture
def key(app: Flask, sanne: Staff) -> Authenticator:
    """The passkey that Sanne has made."""
    key = Authenticator()
    assert make_passkey(sign_in(app.test_client(), sanne), key).status_code in {200, 302}
    return key


def test_p2_a_passkey_is_the_only_step(client: StrictClient, key: Authenticator) -> None:
    assert give_passkey(client, key).location == "/personale"
    assert is_in(client)


def test_a_passkey_leads_to_the_page_that_was_wanted(client: StrictClient, key: Authenticator) -> None:
    assert give_passkey(client, key, next="/personale/post").location == "/personale/post"


def test_p31_a_passkey_leads_to_no_other_site(client: StrictClient, key: Authenticator) -> None:
    assert give_passkey(client, key, next="//evil.example").location == "/personale"


def test_p4_the_page_tells_a_browser_of_no_account_and_asks_for_none(
    client: StrictClient, key: Authenticator
) -> None:
    options = json.loads(str(passkey_form(client.get(SIGN_IN)).get("data-options")))
    assert options["rpId"] == "localhost"
    assert options["userVerification"] == "required"
    assert options.get("allowCredentials", []) == []
    # No mail is asked for before the passkey answers, so nothing can tell by its time whose it is.
    assert set(hidden(passkey_form(client.get(SIGN_IN)))) <= {"csrf_token", "credential", "next"}


def test_an_answer_works_once(app: Flask, key: Authenticator) -> None:
    first, second = app.test_client(), app.test_client()
    form = passkey_form(first.get(SIGN_IN))
    answer = key.sign(str(form.get("data-options")))
    assert first.post(PASSKEY, data=hidden(form) | {"credential": answer}).status_code == 302
    replayed = hidden(passkey_form(second.get(SIGN_IN))) | {"credential": answer}
    refused = second.post(PASSKEY, data=replayed)
    assert refused.status_code == 422
    assert "Vi kender ikke den adgangsnøgle." in refused.text
    assert not is_in(second)


def test_an_old_challenge_is_answered_in_vain(client: StrictClient, key: Authenticator) -> None:
    with time_machine.travel("2026-11-23 12:00:05", tick=False) as traveller:
        form = passkey_form(client.get(SIGN_IN))
        traveller.shift(timedelta(minutes=31))
        answer = key.sign(str(form.get("data-options")))
        assert client.post(PASSKEY, data=hidden(form) | {"credential": answer}).status_code == 422


def _elsewhere(key: Authenticator) -> None:
    key.origin = "https://evil.example"


def _other_site(key: Authenticator) -> None:
    key.host = "evil.example"


def _not_unlocked(key: Authenticator) -> None:
    key.flags = 0x01


def _copied(key: Authenticator) -> None:
    key.count = -1


def _other_key(key: Authenticator) -> None:
    key.key = Authenticator().key


def _unknown(key: Authenticator) -> None:
    key.id = b"x" * 32


@pytest.mark.parametrize(
    "spoil", [_elsewhere, _other_site, _not_unlocked, _copied, _other_key, _unknown], ids=lambda s: s.__name__
)
def test_what_proves_nothing_is_refused(
    app: Flask, key: Authenticator, spoil: Callable[[Authenticator], None]
) -> None:
    assert give_passkey(app.test_client(), key).status_code == 302
    spoil(key)
    client = app.test_client()
    assert give_passkey(client, key).status_code == 422
    assert not is_in(client)


def test_a_challenge_for_making_one_does_not_sign_in(
    app: Flask, client: StrictClient, sanne: Staff, key: Authenticator
) -> None:
    options = str(
        passkey_form(sign_in(app.test_client(), sanne).get("/personale/sikkerhed/noegle")).get("data-options")
    )
    form = passkey_form(client.get(SIGN_IN))
    assert client.post(PASSKEY, data=hidden(form) | {"credential": key.sign(options)}).status_code == 422


def test_a_closed_account_has_no_passkey(
    client: StrictClient, session: Session, sanne: Staff, key: Authenticator
) -> None:
    sanne.active = False
    session.commit()
    assert give_passkey(client, key).status_code == 422


def test_p5_a_passkey_works_while_strangers_try_passwords(
    app: Flask, client: StrictClient, sanne: Staff, key: Authenticator
) -> None:
    with time_machine.travel("2026-11-23 12:00:05", tick=False):
        answers = [
            give_password(app.test_client(), sanne.email, "helt forkert kode", f"10.0.{n}.1")
            for n in range(11)
        ]
        assert [answer.status_code for answer in answers] == [422] * 11
        assert give_password(app.test_client(), sanne.email, PASSWORD, "10.0.11.1").status_code == 422
        assert give_passkey(client, key).status_code == 302


def test_p17_without_the_token_of_the_form_no_passkey_lets_in(
    client: StrictClient, key: Authenticator
) -> None:
    assert give_passkey(client, key, csrf_token="").status_code == 422
    assert not is_in(client)


def test_the_same_passkey_is_not_made_twice(app: Flask, session: Session, key: Authenticator) -> None:
    lene = make_staff(session, Role.LEADER, name="Lene Leder")
    assert make_passkey(sign_in(app.test_client(), lene), key).status_code == 422
    assert len(session.scalars(select(Passkey)).all()) == 1


def test_a_passkey_can_be_taken_away(app: Flask, session: Session, sanne: Staff, key: Authenticator) -> None:
    here, there = sign_in(app.test_client(), sanne), sign_in(app.test_client(), sanne)
    (row,) = session.scalars(select(Passkey)).all()
    page = here.get("/personale/mit-log-ind")
    path = f"/personale/sikkerhed/noegle/{row.id}/fjern"
    here.post(path, data=here.form(page))
    assert give_passkey(app.test_client(), key).status_code == 422
    assert (is_in(here), is_in(there)) == (True, False)


def test_nobody_takes_away_a_colleagues_passkey(app: Flask, session: Session, key: Authenticator) -> None:
    lene = sign_in(app.test_client(), make_staff(session, Role.LEADER, name="Lene Leder"))
    (row,) = session.scalars(select(Passkey)).all()
    typed = lene.form(lene.get("/personale/mit-log-ind"))
    assert lene.post(f"/personale/sikkerhed/noegle/{row.id}/fjern", data=typed).status_code == 404
    assert give_passkey(app.test_client(), key).status_code == 302


def test_the_last_second_step_stays(app: Flask, session: Session, sanne: Staff, key: Authenticator) -> None:
    sanne.code_secret = ""
    session.commit()
    here = sign_in(app.test_client(), sanne)
    (row,) = session.scalars(select(Passkey)).all()
    typed = here.form(here.get("/personale/mit-log-ind"))
    here.post(f"/personale/sikkerhed/noegle/{row.id}/fjern", data=typed)
    assert "Du kan ikke fjerne den sidste adgangsnøgle." in here.get("/personale/mit-log-ind").text


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner)
)
NAMES = ("id", "rawId", "type", "response", "clientDataJSON", "authenticatorData", "signature", "challenge")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=300)
    | JSON.map(json.dumps)
    | st.dictionaries(st.sampled_from(NAMES), JSON).map(json.dumps)
)
def test_p20_whatever_a_browser_answers_is_refused_kindly(app: Flask, answer: str) -> None:
    with app.test_request_context(method="POST"), pytest.raises(passkeys.PasskeyError):
        passkeys.sign_in(answer, old_token=None)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_p20_a_good_answer_with_one_field_spoilt_is_refused(
    app: Flask, key: Authenticator, data: st.DataObject
) -> None:
    with app.test_request_context(method="POST"):
        answer = json.loads(key.sign(passkeys.sign_in_options()))
        part = data.draw(st.sampled_from([answer, answer["response"]]))
        name = data.draw(st.sampled_from([name for name in part if name != "clientExtensionResults"]))
        part[name] = data.draw(JSON.filter(lambda value: value != part[name]))
        with pytest.raises(passkeys.PasskeyError):
            passkeys.sign_in(json.dumps(answer), old_token=None)
