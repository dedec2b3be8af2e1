"""The units for systemd start the portal's own commands and lock everything else away."""

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest
from flask import Flask

from deploying import COMMAND, ROOT, known_commands, settings_named, settings_there_are

FOLDER = ROOT / "deploy" / "systemd"
SERVICES = sorted(FOLDER.glob("*.service"))
LOCKS = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectKernelModules": "yes",
    "RestrictSUIDSGID": "yes",
    "RestrictNamespaces": "yes",
    "LockPersonality": "yes",
    "CapabilityBoundingSet": "",
    "UMask": "0027",
    "User": "klapjob",
}


def service(path: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path)
    return dict(parser["Service"])


def test_there_are_units_for_web_worker_and_backup() -> None:
    assert [path.stem for path in SERVICES] == ["klapjob-backup", "klapjob-web", "klapjob-worker"]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_unit_starts_a_command_of_the_portal_that_is_locked_in(app: Flask, path: Path) -> None:
    unit = service(path)
    command = COMMAND.fullmatch(unit["ExecStart"].removeprefix("/opt/klapjob/.venv/bin/"))
    assert command is not None
    assert command[1] in known_commands(app)
    assert {name: unit.get(name) for name in LOCKS} == LOCKS
    assert unit["EnvironmentFile"] == "/etc/klapjob/portal.env"


@pytest.mark.parametrize("folder", ["systemd", "compose"])
def test_the_example_of_settings_names_only_settings_that_exist(folder: str) -> None:
    named = settings_named(ROOT / "deploy" / folder / "portal.env.example")
    assert sorted(set(named) - settings_there_are()) == []
    needed = {"PORTAL_ENV", "SECRET_KEY", "BASE_URL", "FIELD_KEYS_FILE", "TRUSTED_PROXIES", "ALARM_EMAIL"}
    assert needed - set(named) == set()
    assert [name for name in ("SECRET_KEY", "METRICS_TOKEN", "BACKUP_RECIPIENT") if named[name]] == []


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_systemd_finds_the_units_little_exposed(path: Path, tmp_path: Path) -> None:
    """Of 100, where systemd is installed: it calls up to 20 well locked, and one without locks 96."""
    analyze = shutil.which("systemd-analyze") or "true"
    command = [analyze, "security", "--offline=true", "--no-pager", "--threshold=16", f"{path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    if analyze != "true":
        (tmp_path / path.name).write_text("[Service]\nExecStart=/bin/true\n")
        planted = [*command[:-1], f"{tmp_path / path.name}"]
        assert subprocess.run(planted, capture_output=True, check=False).returncode != 0, "the judge judges"


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    """Where systemd is installed; the reading above holds everywhere."""
    analyze = shutil.which("systemd-analyze")
    for path in [*SERVICES, *FOLDER.glob("*.timer")]:
        text = path.read_text().replace("/opt/klapjob", str(ROOT))
        (tmp_path / path.name).write_text(text)
    command = [analyze or "true", "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
