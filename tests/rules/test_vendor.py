"""What comes from others is what the manifest says, credited, and served from this site alone."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from portal.easyread.pictograms import PICTOGRAMS

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "portal" / "static"
STYLES = ROOT / "portal" / "styles"
TEMPLATES = ROOT / "portal" / "templates"
VENDOR = STATIC / "vendor"
MANIFEST = tomllib.loads((VENDOR / "manifest.toml").read_text(encoding="utf-8"))
PACKAGES = {package["npm"]: package for package in MANIFEST["package"]}
OPENMOJI_CREDIT = (
    "All emojis designed by OpenMoji – the open-source emoji and icon project. License: CC BY-SA 4.0"
)


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def folder(name):
    return VENDOR / PACKAGES[name]["folder"]


def symbols(sprite):
    return set(re.findall(r'<symbol id="([^"]+)"', sprite.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", PACKAGES)
def test_each_vendored_file_is_the_one_in_the_manifest(name):
    found = {path.name: sha256(path) for path in folder(name).iterdir()}
    assert found == PACKAGES[name]["files"]


@pytest.mark.parametrize("name", PACKAGES)
def test_each_vendored_folder_carries_its_version_and_licence(name):
    assert PACKAGES[name]["folder"].endswith("-" + PACKAGES[name]["version"])
    assert "LICENSE" in PACKAGES[name]["files"]


def test_nothing_stands_in_vendor_beside_the_manifest():
    expected = {package["folder"] for package in PACKAGES.values()} | {"manifest.toml"}
    assert {path.name for path in VENDOR.iterdir()} == expected


def test_the_manifest_has_the_versions_the_build_names():
    plan = tomllib.loads((STYLES / "packages.toml").read_text(encoding="utf-8"))
    wanted = {package["npm"]: (package["version"], package["licence"]) for package in plan["package"]}
    assert {name: (p["version"], p["licence"]) for name, p in PACKAGES.items()} == wanted


def test_the_style_sheet_was_built_from_the_sources_that_stand_here():
    digest = hashlib.sha256()
    for path in sorted(STYLES.glob("*.scss")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert MANIFEST["styles"]["sources"] == digest.hexdigest()
    assert MANIFEST["styles"]["css/portal.css"] == sha256(STATIC / "css" / "portal.css")


def test_each_pictogram_stands_in_the_sprite_and_as_a_file_for_print():
    openmoji = folder("openmoji")
    single = {path.stem for path in openmoji.glob("*.svg")} - {"sprite"}
    assert (symbols(openmoji / "sprite.svg"), single) == (set(PICTOGRAMS), set(PICTOGRAMS))


def test_each_icon_a_template_names_stands_in_the_sprite():
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")]
    named = {name for text in texts for name in re.findall(r'\bicon\("([a-z-]+)"\)', text)}
    named |= {name for text in texts for name in re.findall(r'icon_name="([a-z-]+)"', text)}
    assert named - symbols(folder("@tabler/icons") / "sprite.svg") == set()


def test_drawings_hold_neither_styles_nor_scripts():
    forbidden = re.compile(r"<style|style=|<script|\son\w+=|<foreignObject|(?:xlink:)?href=")
    found = {path.name: forbidden.findall(path.read_text(encoding="utf-8")) for path in VENDOR.rglob("*.svg")}
    assert {name: marks for name, marks in found.items() if marks} == {}


def test_the_style_sheet_loads_nothing_but_the_vendored_font():
    css = (STATIC / "css" / "portal.css").read_text(encoding="utf-8")
    addresses = re.findall(r"url\(\"?([^)\"]+)", css)
    font = folder("@fontsource-variable/atkinson-hyperlegible-next") / "latin-400-700.woff2"
    assert [(STATIC / "css" / address).resolve() for address in addresses] == [font]
    assert "@import" not in css
    assert "sourceMappingURL" not in css


@pytest.mark.parametrize("name", PACKAGES)
def test_each_package_is_credited_with_version_and_licence(name):
    rows = [row for row in (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").splitlines() if name in row]
    package = PACKAGES[name]
    assert any(f"| {package['version']} | {package['licence']} |" in row for row in rows)


@pytest.mark.parametrize(
    "path", ["THIRD_PARTY.md", "portal/templates/base.html", "portal/templates/staff.html"]
)
def test_openmoji_is_credited_in_its_own_words(path):
    assert OPENMOJI_CREDIT in (ROOT / path).read_text(encoding="utf-8")
