"""The image and the compose file start the portal's own commands, as nobody, on a read-only root."""

import re
import shlex

import yaml
from flask import Flask

from deploying import COMMAND, ROOT, known_commands

COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose" / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
OURS = ("web-1", "web-2", "worker")
IMAGES = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
DEBIAN_HAS = {"bookworm": "15", "trixie": "17"}
"""The version of PostgreSQL whose programs each release of Debian has."""


def test_there_are_two_web_processes_a_worker_a_database_and_a_proxy() -> None:
    assert sorted(SERVICES) == ["database", "nginx", "web-1", "web-2", "worker"]


def test_each_of_ours_runs_a_command_of_the_portal_locked_in(app: Flask) -> None:
    for name in OURS:
        service = SERVICES[name]
        command = COMMAND.fullmatch(shlex.join(service["command"]))
        assert command is not None
        assert command[1] in known_commands(app)
        locks = (service["read_only"], service["cap_drop"], service["security_opt"])
        assert locks == (True, ["ALL"], ["no-new-privileges:true"])
        assert service["tmpfs"] == ["/tmp:size=256m,mode=1777"]


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert [name for name in ("web-1", "web-2", "database") if "outside" in SERVICES[name]["networks"]] == []


def test_web_processes_cannot_change_the_keys() -> None:
    for name in ("web-1", "web-2"):
        assert "keys:/keys:ro" in SERVICES[name]["volumes"]


def test_a_process_is_judged_by_whether_it_runs_and_not_by_late_mail() -> None:
    test = SERVICES["web-1"]["healthcheck"]["test"]
    assert test[:3] == ["CMD", "python", "-c"]
    assert "/healthz" in test[3]
    compile(test[3], "health check", "exec")


def test_the_image_runs_as_nobody_and_starts_the_server(app: Flask) -> None:
    steps = re.sub(r"\\\n", "", DOCKERFILE)
    assert re.findall(r"^USER (.+)$", steps, re.MULTILINE) == ["10001:10001"]
    (command,) = re.findall(r"^CMD (\[.+\])$", steps, re.MULTILINE)
    assert shlex.join(yaml.safe_load(command)) == "flask --app wsgi serve"
    assert "--require-hashes" in steps


def test_all_that_is_copied_into_the_image_exists_and_is_let_through() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+) ", DOCKERFILE, re.MULTILINE)
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert copied == ["requirements.txt", "wsgi.py", "portal", "importers", "migrations"]
    assert [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in ignored] == []


def test_p57_the_image_carries_the_programs_of_the_databases_own_version() -> None:
    """pg_dump refuses a server that is newer than itself."""
    (server,) = re.findall(r"^postgres:(\d+)-", SERVICES["database"]["image"])
    assert re.findall(r"postgresql-client-(\d+)", DOCKERFILE) == [server]
    assert DEBIAN_HAS[_debian(SERVICES["database"]["image"])] == server
    assert {_debian(image) for image in IMAGES} == {_debian(SERVICES["database"]["image"])}


def _debian(image: str) -> str:
    return image.rpartition("-")[2]


def test_p45_the_database_server_uses_no_old_file_of_its_log_again() -> None:
    assert "wal_recycle=off" in SERVICES["database"]["command"]


def test_the_versions_of_foreign_images_are_named() -> None:
    images = [SERVICES["database"]["image"], SERVICES["nginx"]["image"], *IMAGES]
    assert [image for image in images if not re.search(r":\d+(\.\d+)?-", image)] == []
