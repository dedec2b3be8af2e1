"""At most 25 direct packages, locked by hash, with licences that fit; the bill equals the lock (P64)."""

import json
import re
import socket
import tomllib
from pathlib import Path

import bill
import pytest

from trust.figures import note

ROOT = Path(__file__).resolve().parents[2]
MOST = 25
# May be used in a program under MIT that is given to others. Those of MPL and LGPL stay files of their own.
FIT = {
    "MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "PSF-2.0", "ZPL-2.1",
    "Unlicense", "MPL-1.1", "MPL-2.0", "LGPL-3.0-only",
}  # fmt: skip


def fits(expression: str) -> bool:
    """One of what stands between "OR" must fit, and all of what stands between "AND"."""
    return any(set(choice.split(" AND ")) <= FIT for choice in expression.split(" OR "))


def test_p64_at_most_25_packages_are_asked_for() -> None:
    assert 0 < len(bill.direct()) <= MOST
    note(64, f"{len(bill.direct())} direct packages, {len(bill.locked())} locked with their hashes")


def test_p64_every_package_is_locked_with_its_hashes() -> None:
    packages = bill.locked()
    pins = re.findall(r"^[a-z0-9._-]+==", bill.LOCK.read_text(), re.MULTILINE)
    assert len(packages) == len(pins)
    assert [package.name for package in packages if not package.hashes] == []
    assert bill.direct() - {package.name for package in packages} == set()


def test_p64_tests_reach_no_network_take_warnings_for_errors_and_scripts_are_built_by_nothing() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    options = asked["ini_options"]
    assert options["filterwarnings"][0] == "error"
    assert "--allow-hosts=127.0.0.1,::1,localhost" in options["addopts"]
    # It warns before it refuses, and a warning is an error here.
    with pytest.raises(UserWarning, match=r"192\.0\.2\.1"), socket.socket() as outside:
        outside.connect(("192.0.2.1", 80))
    assert [path for path in ROOT.glob("*.json") if path.name.startswith("package")] == []


def test_p64_the_bill_of_materials_equals_the_lock() -> None:
    """Where this fails: `make sbom`."""
    assert bill.SBOM.read_text(encoding="utf-8") == bill.sbom()
    read = json.loads(bill.SBOM.read_text(encoding="utf-8"))
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    assert [(part["name"], part["version"]) for part in read["components"]] == [
        (package.name, package.version) for package in bill.locked()
    ]


def test_p64_the_list_of_licences_is_written_from_the_packages() -> None:
    """Where this fails: `make sbom`."""
    assert bill.LICENCES.read_text(encoding="utf-8") == bill.licences()


def test_p64_every_licence_fits() -> None:
    stated = {package.name: bill.licence(package.name) for package in bill.locked()}
    assert {name: words for name, words in stated.items() if not fits(words)} == {}


def test_p64_a_licence_that_does_not_fit_is_seen() -> None:
    assert [fits(words) for words in ("GPL-3.0-only", "unknown", "GPL-2.0-or-later OR MPL-1.1")] == [
        False,
        False,
        True,
    ]


def test_p64_each_licence_that_was_read_by_a_person_says_where() -> None:
    read = tomllib.loads(bill.REASONS.read_text(encoding="utf-8"))
    assert {name for name, entry in read.items() if not entry["why"]} == set()
    assert set(read) <= {package.name for package in bill.locked()}


def test_p64_the_documents_say_that_no_database_of_holes_was_consulted() -> None:
    assert "No database of vulnerabilities was consulted" in bill.LICENCES.read_text(encoding="utf-8")
