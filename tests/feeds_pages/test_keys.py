"""A partner who sends its ads itself gets a source, and keys that are shown once and can be closed."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories import make_source
from portal import crypto
from portal.models.feed import Source
from portal.models.partner import PartnerKey
from pushing import posting
from source_pages import OVERVIEW, audited, press, words_of
from strict_client import StrictClient, parse

NEW = "/personale/kilder/partner"
PARTNER = "/personale/kilder/kilde/testmarked"


@pytest.fixture
def partner(session: Session) -> None:
    make_source(session, "testmarked").format = "push"
    session.commit()


def key_on(page: str) -> str:
    field = parse(page).find(".//textarea[@id='key']")
    assert field is not None
    return field.text or ""


def make_key(admin: StrictClient) -> str:
    token = admin.form(admin.get(NEW))["csrf_token"]
    return key_on(admin.post(f"{PARTNER}/noegle", data={"csrf_token": token}).text)


def test_a_partner_is_made_by_its_name(admin: StrictClient, session: Session) -> None:
    words = press(admin, NEW, "Opret partneren", partner="  Testmarked  Ærø ")
    assert "Partneren er klar. Lav en nøgle, og giv den til partneren." in words
    assert "Partneren har ingen nøgle. Den kan ikke sende job." in words
    assert session.get_one(Source, "testmarked-aeroe").format == "push"
    assert audited(session) == [("add", "source", "testmarked-aeroe")]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "Skriv partnerens navn."),
        ("!!!", "Skriv et navn med bogstaver, højst 40 tegn."),
        ("x" * 41, "Skriv et navn med bogstaver, højst 40 tegn."),
        ("\x00", "Skriv partnerens navn."),
        ("Jobnet", "Der er allerede en kilde med det navn. Vælg et andet."),
        ("Testmarked", "Der er allerede en kilde med det navn. Vælg et andet."),
    ],
)
def test_a_name_that_cannot_be_used_comes_back_with_what_was_typed(
    admin: StrictClient, partner: None, name: str, problem: str
) -> None:
    typed = admin.form(admin.get(NEW), partner=name)
    answer = admin.post(NEW, data=typed)
    assert answer.status_code == 422
    tree = parse(answer.text)
    assert [link.text for link in tree.findall(".//a[@href='#partner']")] == [problem]
    assert tree.find(".//title").text.startswith("Fejl: ")  # type: ignore[union-attr]


def test_a_stale_form_comes_back(admin: StrictClient) -> None:
    answer = admin.post(NEW, data={"partner": "Ny"})
    assert answer.status_code == 422
    assert "Siden var gammel. Prøv en gang til." in words_of(answer.text)


def test_a_key_is_shown_once_and_lets_the_partner_in(
    app: Flask, admin: StrictClient, session: Session, partner: None
) -> None:
    key = make_key(admin)
    row = session.scalars(select(PartnerKey)).one()
    assert row.token_hash == crypto.token_hash(key)
    assert ("create", "partner key", row.id) in audited(session)
    assert key not in admin.get(PARTNER).text
    answer = app.test_client().post(
        "/api/v1/partners/testmarked/postings",
        json={"postings": [posting()]},
        headers={"Authorization": f"Bearer {key}"},
    )
    assert answer.get_json()["results"][0]["status"] == "new"
    assert "Sidst brugt" in words_of(admin.get(PARTNER).text)
    assert "1 job på tavlen" in words_of(admin.get(OVERVIEW).text)


def test_a_closed_key_lets_nobody_in(
    app: Flask, admin: StrictClient, session: Session, partner: None
) -> None:
    key = make_key(admin)
    assert "Nøglen er lukket. Den virker ikke mere." in press(admin, PARTNER, "Luk nøgle 1")
    answer = app.test_client().delete(
        "/api/v1/partners/testmarked/postings/a", headers={"Authorization": f"Bearer {key}"}
    )
    assert answer.status_code == 401
    assert audited(session)[-1][:2] == ("revoke", "partner key")


def test_a_source_that_is_fetched_has_no_keys(admin: StrictClient, session: Session) -> None:
    make_source(session)
    session.commit()
    token = admin.form(admin.get(NEW))["csrf_token"]
    answer = admin.post("/personale/kilder/kilde/jobnet/noegle", data={"csrf_token": token})
    assert answer.status_code == 404


def test_the_key_of_another_source_is_not_found(admin: StrictClient, session: Session, partner: None) -> None:
    make_key(admin)
    make_source(session, "another").format = "push"
    session.commit()
    key = session.scalars(select(PartnerKey)).one()
    token = admin.form(admin.get(NEW))["csrf_token"]
    path = f"/personale/kilder/kilde/another/noegle/{key.id}/luk"
    assert admin.post(path, data={"csrf_token": token}).status_code == 404
    session.refresh(key)
    assert key.revoked_at is None
