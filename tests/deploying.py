"""What the tests of deploy/ share: the settings and the commands that exist, and those that a file names."""

import re
from pathlib import Path

import click
from flask import Flask

ROOT = Path(__file__).resolve().parents[1]
COMMAND = re.compile(r"flask --app wsgi ([a-z-]+(?: [a-z]+)?)")


def settings_there_are() -> set[str]:
    source = (ROOT / "portal" / "config.py").read_text()
    return set(re.findall(r'environ(?:\.get\(|, )"([A-Z_0-9]+)"', source))


def settings_named(path: Path) -> dict[str, str]:
    """The settings of an environment file."""
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def known_commands(app: Flask) -> set[str]:
    """The commands of the portal, groups with their inner names."""
    names = set()
    for name, command in app.cli.commands.items():
        inner = command.commands if isinstance(command, click.Group) else {}
        names |= {f"{name} {one}" for one in inner} or {name}
    return names
