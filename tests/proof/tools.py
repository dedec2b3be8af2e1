"""The tools that are no Python: npm packages in var/proof, Java and nginx; installed where possible."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "var" / "proof"
VERSIONS = {"lighthouse": "13.5.0", "vnu-jar": "26.9.27"}


def npm_package(name: str) -> Path:
    """The folder of an npm package in its pinned version; fails with what to do where it cannot be had."""
    found = FOLDER / "node_modules" / name
    wanted = f"{name}@{VERSIONS[name]}"
    mark = FOLDER / f"{name}-{VERSIONS[name]}"
    if not mark.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            f"{FOLDER}",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            wanted,
        ]
        if not shutil.which("npm") or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.fail(f"This proof needs Node 20, npm and the package {wanted}.", pytrace=False)
        mark.touch()
    return found


def java() -> str:
    """The path of Java, for the HTML checker."""
    return _debian("java", "default-jre-headless")


def nginx() -> str:
    """The path of nginx; the package without the files of a site."""
    return _debian("nginx", "nginx-light")


def _debian(program: str, package: str) -> str:
    """The path of a program, installed from Debian where that may be done; fails where it cannot be had."""
    places = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
    if not shutil.which(program, path=places) and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", package], check=False, env=quiet)
    return shutil.which(program, path=places) or pytest.fail(
        f"This proof needs {program}. On Debian: sudo apt-get install {package}", pytrace=False
    )
