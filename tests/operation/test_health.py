"""What supervisors and machines read tells the truth and nothing personal (P61)."""

from datetime import timedelta
from typing import NamedTuple

import pytest
import time_machine
from flask import Flask
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from sqlalchemy.orm import Session

from conftest import settings_for
from factories import make_application, make_posting, make_source
from portal import clock, crypto, health, outbox
from portal.crypto import Keyring
from portal.models.backup import BackupRecord
from portal.models.pulse import Pulse
from strict_client import StrictClient

ALL_WELL = {"database": True, "field_keys": True, "migrations": True, "mail": True, "disk": True}
TOKEN = "a token for tests only, long enough to be one"
REFUSES_DELETION = {
    "sqlite": ["create trigger refuse before delete on pulse begin select raise(abort, 'no'); end"],
    "postgresql": [
        "create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'",
        "create trigger refuse before delete on pulse for each row execute function refuse()",
    ],
}


class Disk(NamedTuple):
    total: int
    used: int
    free: int


def measured(client: StrictClient, **headers: str) -> dict[str, float]:
    answer = client.get("/metrics", headers=headers)
    assert answer.status_code == 200
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_p61_a_process_that_runs_says_so_even_without_a_database(client: StrictClient, app: Flask) -> None:
    with app.app_context():
        app.extensions["sqlalchemy"].session.execute(text("drop table pulse"))
        app.extensions["sqlalchemy"].session.commit()
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_p61_all_is_well(client: StrictClient) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (200, ALL_WELL)


def test_p61_asking_changes_nothing(client: StrictClient, session: Session) -> None:
    session.add(Pulse(of="begun", at=clock.now()))
    session.commit()
    client.get("/readyz")
    session.expire_all()
    assert session.get(Pulse, "begun") is not None


def test_p61_a_database_that_cannot_be_written_is_not_ready(client: StrictClient, session: Session) -> None:
    for statement in REFUSES_DELETION[session.get_bind().dialect.name]:
        session.execute(text(statement))
    session.execute(text("insert into pulse values ('begun', '2026-11-22 10:00:00')"))
    session.commit()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (503, ALL_WELL | {"database": False})


def test_p61_tables_of_another_version_are_not_ready(client: StrictClient, session: Session) -> None:
    session.execute(text("update alembic_version set version_num = '0000'"))
    session.commit()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (503, ALL_WELL | {"migrations": False})


def test_p61_keys_that_do_not_open_are_not_ready(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise crypto.CannotOpenError

    monkeypatch.setattr(Keyring, "open", refuse)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (503, ALL_WELL | {"field_keys": False})


def test_p61_mail_that_waits_too_long_is_not_ready(client: StrictClient, session: Session) -> None:
    outbox.queue(session, "staff_reset", to="kim@example.com", minutes=30, link="https://x")
    session.commit()
    with time_machine.travel(clock.now() + timedelta(minutes=31), tick=False):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (503, ALL_WELL | {"mail": False})


@pytest.mark.parametrize(("free", "ready"), [(10, False), (11, True)])
def test_p61_a_disk_with_a_tenth_or_less_free_is_not_ready(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch, free: int, ready: bool
) -> None:
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: Disk(total=100, used=100 - free, free=free))
    assert client.get("/readyz").get_json() == ALL_WELL | {"disk": ready}


def test_p61_figures_are_right(client: StrictClient, session: Session) -> None:
    with time_machine.travel(clock.now(), tick=False) as traveller:
        now = clock.now().timestamp()
        make_application(session)
        make_posting(session)
        make_source(session, "jobnet").last_complete_at = clock.now()
        session.add(BackupRecord(name="x", made_at=clock.now(), proven_at=clock.now(), size=1, rows=1))
        outbox.queue(session, "staff_reset", to="kim@example.com", minutes=30, link="https://x")
        session.commit()
        traveller.shift(timedelta(seconds=90))
        found = measured(client)
    assert found["portal_cases received"] == 1
    assert found["portal_open_ads"] == 1
    assert (found["portal_outbox_waiting"], found["portal_outbox_oldest_seconds"]) == (1, 90)
    assert found["portal_import_complete_timestamp_seconds jobnet"] == pytest.approx(now)
    assert found["portal_restore_proven_timestamp_seconds"] == pytest.approx(now)
    assert found["portal_deletion_timestamp_seconds"] == 0


def test_p61_figures_name_nobody(client: StrictClient, session: Session) -> None:
    case = make_application(session)
    text_ = client.get("/metrics").text
    assert case.reference is not None
    secrets = ("Kim", "kim@example.com", "20 11 22 33", "4200", "0330", case.id, case.reference)
    assert [secret for secret in secrets if secret in text_] == []


@pytest.mark.parametrize(
    ("address", "host"),
    [("192.0.2.7", "localhost"), ("127.0.0.1", "jobs.example.com"), ("", "localhost"), ("x", "127.0.0.1")],
)
def test_p61_without_a_token_only_this_machine_gets_figures(
    app: Flask, client: StrictClient, address: str, host: str
) -> None:
    app.config["TRUSTED_HOSTS"] = ["localhost", "127.0.0.1", "jobs.example.com"]
    answer = client.get("/metrics", environ_base={"REMOTE_ADDR": address}, headers={"Host": host})
    assert answer.status_code == 404
    assert "portal_" not in answer.text


@pytest.mark.parametrize("sent", ["", "Bearer", f"Bearer {TOKEN}x", TOKEN, "Bearer å"])
def test_p61_with_a_token_nobody_gets_figures_without_it(app: Flask, client: StrictClient, sent: str) -> None:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir, metrics_token=TOKEN)
    answer = client.get("/metrics", headers={"Authorization": sent})
    assert (answer.status_code, "portal_" in answer.text) == (404, False)


def test_p61_whoever_has_the_token_gets_figures_from_anywhere(app: Flask, client: StrictClient) -> None:
    app.config["SETTINGS"] = settings_for(app.config["SETTINGS"].data_dir, metrics_token=TOKEN)
    answer = client.get(
        "/metrics",
        headers={"Authorization": f"Bearer {TOKEN}"},
        environ_base={"REMOTE_ADDR": "192.0.2.7"},
    )
    assert (answer.status_code, "portal_cases" in answer.text) == (200, True)
