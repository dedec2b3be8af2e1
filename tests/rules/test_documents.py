"""The README is complete: every command, every setting and every make target stands in it."""

import re
from pathlib import Path

import click
import pytest

from portal.config import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()


def _settings() -> list[str]:
    source = (ROOT / "portal" / "config.py").read_text()
    return sorted(set(re.findall(r'environ(?:\.get\(|, )"([A-Z_]+)"', source)))


def test_settings_are_found_in_the_code() -> None:
    assert len(_settings()) >= len(Settings.__dataclass_fields__) - 1


@pytest.mark.parametrize("name", _settings())
def test_the_readme_names_the_setting(name: str) -> None:
    assert f"`{name}`" in README


def test_the_readme_names_every_make_target() -> None:
    targets = re.findall(r"^([a-z]+):.*?## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert len(targets) >= 7
    assert [target for target in targets if f"make {target}" not in README] == []


def test_the_readme_names_every_command(app: object) -> None:
    commands = _commands(app.cli)  # type: ignore[attr-defined]
    commands |= {"import run", "import list"}
    assert len(commands) > 6
    assert sorted(name for name in commands if f"flask --app wsgi {name}" not in README) == []


def _commands(group: click.Group) -> set[str]:
    """The portal's own commands; those of Flask and its extensions have their own documents."""
    own = {name: command for name, command in group.commands.items() if name != "db"}
    names = set()
    for name, command in own.items():
        if isinstance(command, click.Group):
            names |= {f"{name} {inner}" for inner in command.commands}
        else:
            names.add(name)
    return names


def test_documents_link_only_to_files_that_exist() -> None:
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    broken = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text())
        if not (document.parent / target).exists()
    ]
    assert broken == []


def test_the_architecture_names_every_module_between_features_and_tables() -> None:
    described = (ROOT / "docs" / "architecture.md").read_text()
    modules = {path.stem for path in (ROOT / "portal").glob("*.py")} - {"__init__", "app"}
    assert len(modules) > 40
    assert sorted(name for name in modules if f"`{name}`" not in described) == []


def test_each_decision_has_a_number_of_its_own_which_its_title_says() -> None:
    files = sorted((ROOT / "docs" / "adr").glob("*.md"))
    titles = [file.read_text().partition(".")[0] for file in files]
    assert titles == [f"# {number}" for number in range(1, len(files) + 1)]
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
