"""The runbook has a page for each incident, and names only pages, commands and settings that exist."""

import re

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from deploying import ROOT, known_commands, settings_there_are

PAGES = [*sorted((ROOT / "docs" / "runbook").glob("*.md")), ROOT / "deploy" / "README.md"]
INCIDENTS = {
    "feed-silent", "mail-down", "suspected-leak", "person-wants-deletion", "rotate-keys",
    "lost-second-factor", "restore", "disk-full",
}  # fmt: skip


def test_each_incident_has_its_page_and_the_first_page_leads_there() -> None:
    assert {page.stem for page in PAGES} - {"README"} == INCIDENTS
    first = (ROOT / "docs" / "runbook" / "README.md").read_text()
    assert [name for name in INCIDENTS if f"({name}.md)" not in first] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_names_only_what_exists(app: Flask, page: object) -> None:
    text = page.read_text()  # type: ignore[attr-defined]
    commands = known_commands(app) | {"import run", "import list", "db upgrade", "db current"}
    named = re.findall(r"flask --app wsgi ([a-z-]+(?: [a-z-]+)?)", text)
    assert [name for name in named if name not in commands and name.split()[0] not in commands] == []
    adapter = app.url_map.bind("localhost")
    addresses = set(re.findall(r"`(/[a-z/-]+)`", text))
    assert [address for address in sorted(addresses) if not _leads_somewhere(adapter, address)] == []
    settings = {name for name in re.findall(r"`([A-Z]+_[A-Z_]+)`", text) if name != "FIELD_KEYS"}
    assert sorted(settings - settings_there_are()) == []


def _leads_somewhere(adapter: object, address: str) -> bool:
    if address in {"/data", "/tmp", "/opt/klapjob"} or address.startswith(("/etc/", "/var/")):
        return True
    try:
        adapter.match(address)  # type: ignore[attr-defined]
    except HTTPException:
        return False
    return True
