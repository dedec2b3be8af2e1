"""Writes what the portal is made of, from the lock: ``python tests/supply/bill.py``, or `make sbom`.

docs/sbom.json is a bill of materials in CycloneDX 1.6, without times and serial numbers, so that the same
lock gives the same bytes. docs/licences.md lists the licences as the installed packages state them.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.txt"
SBOM = ROOT / "docs" / "sbom.json"
LICENCES = ROOT / "docs" / "licences.md"
REASONS = Path(__file__).with_name("licences.toml")
_PINNED = re.compile(r"(?P<name>[a-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<where>[^\\]+?))? \\")
HEAD = """# Licences of the packages that the portal runs on

Written by `make sbom` from the lock file. Each may be used in a program under MIT that is given to
others. Vendored pictures, icons and fonts stand in [THIRD_PARTY.md](../THIRD_PARTY.md).

| package | version | licence | asked for by us |
|---|---|---|---|
"""
VULNERABILITIES = """
## Known holes

**No database of vulnerabilities was consulted when this was written**: none could be reached. A scanner that
cannot reach its database may still end with "no known vulnerabilities found"; that is no answer. Before the
portal goes live, and each week from then on, whoever runs it does this where the internet can be reached:

    pip install pip-audit
    pip-audit --strict --require-hashes --disable-pip -r requirements.txt

`--strict` fails where a package could not be looked up. Other scanners read `docs/sbom.json`. A new version
of a package: `make lock`, `make sbom`, `make test`.
"""


@dataclass(frozen=True, kw_only=True)
class Package:
    """One line of the lock; `where` says on which systems it is installed, "" for all."""

    name: str
    version: str
    where: str
    hashes: tuple[str, ...]


def locked() -> list[Package]:
    """The packages of the lock, in its order."""
    found = []
    for block in re.split(r"\n(?=[a-z0-9])", LOCK.read_text(encoding="utf-8")):
        head = _PINNED.match(block)
        if head:
            hashes = tuple(sorted(re.findall(r"sha256:([0-9a-f]{64})", block)))
            found.append(Package(**head.groupdict(default=""), hashes=hashes))
    return found


def direct() -> set[str]:
    """The packages that pyproject.toml asks for, without extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[\[<>=!~;]", line)[0].strip() for line in project["dependencies"]}


def licence(name: str) -> str:
    """What a package states about its licence, in the words of SPDX where it can be told."""
    stated = _overrides().get(name)
    return stated or _as_spdx(metadata.metadata(name))


def _overrides() -> dict[str, str]:
    """Packages of other systems, and those that state no licence a machine can read."""
    return {name: entry["licence"] for name, entry in tomllib.loads(REASONS.read_text("utf-8")).items()}


def _as_spdx(stated: Any) -> str:
    if stated.get("License-Expression"):
        return str(stated["License-Expression"])
    classified = [
        line.split(" :: ")[-1] for line in stated.get_all("Classifier") or () if "License ::" in line
    ]
    text = " / ".join(sorted(classified)) or str(stated.get("License") or "unknown").splitlines()[0]
    return _SPDX.get(text, text)


_SPDX = {
    "MIT License": "MIT",
    "MIT": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "Zope Public License": "ZPL-2.1",
    "ISC License (ISCL)": "ISC",
    "The Unlicense (Unlicense)": "Unlicense",
}


def sbom() -> str:
    """The bill of materials."""
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "klapjob-portal", "bom-ref": "klapjob-portal"}
        },
        "components": [_component(package) for package in locked()],
        "dependencies": [
            {"ref": "klapjob-portal", "dependsOn": [_purl(p) for p in locked() if p.name in direct()]}
        ],
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _purl(package: Package) -> str:
    return f"pkg:pypi/{package.name}@{package.version}"


def _component(package: Package) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": _purl(package),
        "name": package.name,
        "version": package.version,
        "purl": _purl(package),
        "licenses": [{"expression": licence(package.name)}],
        "hashes": [{"alg": "SHA-256", "content": value} for value in package.hashes],
    }


def licences() -> str:
    """The list of licences."""
    return HEAD + "".join(_rows()) + VULNERABILITIES


def _rows() -> Iterator[str]:
    asked = direct()
    for package in locked():
        mark = "yes" if package.name in asked else ""
        yield f"| {package.name} | {package.version} | {licence(package.name)} | {mark} |\n"


if __name__ == "__main__":
    SBOM.write_text(sbom(), encoding="utf-8")
    LICENCES.write_text(licences(), encoding="utf-8")
