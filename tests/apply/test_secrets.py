"""What people type is found in the open nowhere: not on disk, not in logs, not in addresses (P39, P41)."""

import logging
from pathlib import Path

import pytest
from flask import Flask

from apply.filling import QUESTION, answer, path_of, send, start
from strict_client import StrictClient

WORDS = {
    "dit-navn": {"helper_name": "Kanariemor Xylofon"},
    "dit-telefonnummer": {"helper_phone": "77 41 93 58"},
    "navn": {"name": "Kanarieperson Zebrafink"},
    "kontakt": {"phone": "68 52 97 31", "email": "kanariepost@example.com"},
    "sted": {"place": "3450 Allerød"},
    "foedselsaar": {"birth_year": "1986"},
    "din-skole": {"school": "Kanarieskolen i Allerød"},
    "din-mail": {"helper_mail": "kanariehjaelp@example.com"},
    "mere": {"more": "Kanariesang om Quetzal"},
}
CHOICES = {
    "hvem": {"who": "helper"},
    "har-du-faaet-ja": {"person_knows": "yes"},
    "kender-hinanden": {"helper_role": "family"},
    "kommune": {"municipality": "0201"},
    "hvad-passer": {"fits": "stu"},
    "hvem-faar-svar": {"answers_to": "both"},
    "naar-skolen-slutter": {"school_ends": "dont_know"},
    "arbejde": {"trades": ["office"]},
    "fortael-mere": {"tell_more": "yes"},
    "alder": {"age": "18_29"},
    "job-nu": {"job_now": "no"},
    "timer": {"hours": "6_10"},
    "vej-til-job": {"travel": ["bus"]},
    "hvad-er-vigtigt": {"considerations": ["quiet"]},
    "hvornaar-ringe": {"call_time": "any"},
    "skrive-eller-tale": {"more_how": "write"},
    "ja-til-at-gemme": {"consent": "yes"},
}
CANARIES = [
    word
    for typed in WORDS.values()
    for text in typed.values()
    for word in (text, *text.split())
    # A year says nothing, and stands in many places.
    if len(word) > 4 and word != "1986"
]


def bytes_on_disk(folder: Path) -> bytes:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") and path.stat().st_size for path in files)
    return b"".join(path.read_bytes() for path in files)


def test_typed_words_are_found_nowhere(
    app: Flask, client: StrictClient, portal_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    addresses = [path_of(start(client))]
    while addresses[-1] != "/ansoeg/tjek":
        slug = addresses[-1].removeprefix(f"{QUESTION}/")
        addresses.append(path_of(answer(client, slug, **(WORDS | CHOICES)[slug])))
    drafted = bytes_on_disk(portal_folder)
    addresses.append(path_of(send(client)))
    sent = bytes_on_disk(portal_folder)
    in_the_open = (drafted + sent).decode("utf-8", "replace") + caplog.text + " ".join(addresses)
    assert [word for word in CANARIES if word in in_the_open] == []
    cookie = client.get_cookie("klapjob")
    assert cookie is not None
    assert [word for word in CANARIES if word in cookie.decoded_value] == []


def test_the_canaries_would_be_seen_if_they_were_there(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "fortael-mere", tell_more="yes")
    answer(client, "skrive-eller-tale", more_how="write")
    answer(client, "mere", **WORDS["mere"])
    assert "Kanariesang" in client.get(f"{QUESTION}/mere").text


def test_page_titles_hold_no_answers(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    page = answer(client, "navn", name="Kanarieperson 010190-1234")
    assert "<title>Fejl: Hvad hedder du? - Ansøgning - KLAPjob</title>" in page.text
