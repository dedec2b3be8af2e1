"""P64: all that runs the portal installs from a folder of wheels, without a network, by the hashes locked."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.txt"
NOWHERE = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_EXTRA_INDEX_URL": "", "PIP_CONFIG_FILE": "/dev/null"}
"""An address where nobody listens: whoever asks the network for a package gets none."""
COMMANDS = "import wsgi; print(sorted(wsgi.app.cli.commands))"


def run(*command: str, **changes: str) -> str:
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONPATH": f"{ROOT}"} | changes
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel of each package of the lock, for the Python that runs; this needs the network."""
    folder = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "--require-hashes", "--dest", f"{folder}", "-r", f"{LOCK}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def install(folder: Path, wheels: Path, lock: Path) -> "subprocess.CompletedProcess[str]":
    run(sys.executable, "-m", "venv", f"{folder}")
    command = [f"{folder}/bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    command += ["--find-links", f"{wheels}", "--require-hashes", "--only-binary", ":all:", "-r", f"{lock}"]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PATH": "/bin"} | NOWHERE
    )


def test_p64_the_portal_installs_without_a_network_and_starts(wheels: Path, tmp_path: Path) -> None:
    done = install(tmp_path / "venv", wheels, LOCK)
    assert done.returncode == 0, done.stderr[-3000:]
    python = f"{tmp_path / 'venv' / 'bin' / 'python'}"
    settings = {"PORTAL_ENV": "demo", "DATA_DIR": f"{tmp_path}", "SECRET_KEY": "only for this test " * 3}
    keys = {"FIELD_KEYS_FILE": f"{tmp_path / 'field-keys.json'}"}
    run(python, "-m", "flask", "--app", "wsgi", "keys", "create", **settings, **keys)
    assert "'serve'" in run(python, "-c", COMMANDS, **settings, **keys)
    assert "pytest" not in run(python, "-m", "pip", "list", **settings)


def test_p64_a_wheel_that_is_not_the_locked_one_is_refused(wheels: Path, tmp_path: Path) -> None:
    pin = re.search(r"^flask==\S+", LOCK.read_text(), re.MULTILINE)
    assert pin is not None
    (tmp_path / "lock.txt").write_text(f"{pin[0]} --hash=sha256:{'0' * 64}\n")
    done = install(tmp_path / "venv", wheels, tmp_path / "lock.txt")
    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
