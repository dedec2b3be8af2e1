"""Rebuild the committed style sheet and the vendored pictures, icons and font from their npm packages.

For maintainers: ``python -m portal.styles.build`` needs Node and npm. Users need neither; they get the
result, which stands in ``portal/static``. Which packages and versions: ``packages.toml`` beside this file.
Running it twice gives the same bytes, so a changed file always has a changed source.
"""
# ruff: noqa: INP001  # a script beside the sources it reads, not a package of the portal

import hashlib
import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.trades import TRADES

STYLES = Path(__file__).parent
STATIC = STYLES.parent / "static"
VENDOR = STATIC / "vendor"
CSS = STATIC / "css" / "portal.css"
FONT_FILE = "latin-400-700.woff2"
# Tabler draws with strokes; the colour follows the text around the icon.
ICON_STROKES = (
    'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
)


def main() -> None:
    """Fetch the packages to a scratch folder, then write CSS, vendor folders and manifest."""
    plan = tomllib.loads((STYLES / "packages.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch_name:
        scratch = Path(scratch_name)
        install(plan, scratch)
        compile_styles(scratch)
        shutil.rmtree(VENDOR, ignore_errors=True)
        for package in plan["package"]:
            vendor(package, scratch)
    write_manifest(plan["package"])


def install(plan: Mapping[str, Any], scratch: Path) -> None:
    """Put the tools and packages of the plan into ``scratch/node_modules``; none of their scripts run."""
    wanted = [f"{name}@{version}" for name, version in plan["tools"].items()]
    wanted += [f"{package['npm']}@{package['version']}" for package in plan["package"]]
    run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *wanted], scratch)


def compile_styles(scratch: Path) -> None:
    """Compile ``portal.scss`` with the packages' Sass within reach to one minified file."""
    CSS.parent.mkdir(parents=True, exist_ok=True)
    sass = ["node_modules/.bin/sass", "--style=compressed", "--no-source-map", "--no-charset"]
    run([*sass, "--load-path=node_modules", f"{STYLES / 'portal.scss'}", f"{CSS}"], scratch)


def vendor(package: Mapping[str, Any], scratch: Path) -> None:
    """Write one package's kept files and its licence to ``vendor/<folder>-<version>``."""
    source = scratch / "node_modules" / package["npm"]
    target = vendor_folder(package)
    target.mkdir(parents=True)
    own_text = package.get("licence_text")
    shutil.copyfile(STYLES / own_text if own_text else source / package["licence_file"], target / "LICENSE")
    for name in package.get("files", ()):
        shutil.copyfile(source / name, target / Path(name).name)
    if "font" in package:
        vendor_font(source / package["font"], target, scratch)
    if package["npm"] == "openmoji":
        vendor_pictures(source / "color" / "svg", target, scratch)
        vendor_bitmaps(target, scratch)
    if "icons" in package:
        vendor_icons(package["icons"], source / "icons" / "outline", target, scratch)


def vendor_font(source: Path, target: Path, scratch: Path) -> None:
    """Write the font cut down to Latin letters and our weights; ``font.mjs`` says which."""
    shutil.copyfile(STYLES / "font.mjs", scratch / "font.mjs")
    run(["node", "font.mjs", f"{source}", f"{target / FONT_FILE}"], scratch)


def vendor_pictures(source: Path, target: Path, scratch: Path) -> None:
    """Write every pictogram as ``<key>.svg`` for print, and all of them in ``sprite.svg`` for pages."""
    chosen = {key: source / f"{picture.openmoji}.svg" for key, picture in PICTOGRAMS.items()}
    drawings = minimised(chosen, scratch)
    for key, svg in drawings.items():
        (target / f"{key}.svg").write_text(svg, encoding="utf-8")
    (target / "sprite.svg").write_text(sprite(drawings), encoding="utf-8")


def vendor_bitmaps(target: Path, scratch: Path) -> None:
    """Write the trades' pictograms as ``<key>.png`` too, for pictures that are drawn without a browser."""
    keys = sorted({trade.pictogram for trade in TRADES.values()})
    shutil.copyfile(STYLES / "bitmaps.mjs", scratch / "bitmaps.mjs")
    run(["node", "bitmaps.mjs", f"{target}", f"{target}", *keys], scratch)


def vendor_icons(names: Iterable[str], source: Path, target: Path, scratch: Path) -> None:
    """Write the chosen control icons as one sprite."""
    drawings = minimised({name: source / f"{name}.svg" for name in names}, scratch)
    (target / "sprite.svg").write_text(sprite(drawings, ICON_STROKES), encoding="utf-8")


def minimised(sources: Mapping[str, Path], scratch: Path) -> dict[str, str]:
    """Copy SVG files to the scratch folder under their keys, shrink them, and return key -> SVG text."""
    raw, small = scratch / "raw", scratch / "small"
    for folder in (raw, small):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for key, path in sources.items():
        shutil.copyfile(path, raw / f"{key}.svg")
    svgo = ["node_modules/.bin/svgo", "--quiet", f"--config={STYLES / 'svgo.config.mjs'}"]
    run([*svgo, f"--folder={raw}", f"--output={small}"], scratch)
    return {key: (small / f"{key}.svg").read_text(encoding="utf-8") for key in sorted(sources)}


def sprite(drawings: Mapping[str, str], attributes: str = "") -> str:
    """Return one SVG with a ``<symbol id="key">`` for each drawing; ``attributes`` go on every symbol."""
    symbols = "".join(symbol(key, svg, attributes) for key, svg in drawings.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'


def symbol(key: str, svg: str, attributes: str) -> str:
    """Return one drawing as a symbol that keeps only its view box and what is drawn."""
    match = re.fullmatch(r"<svg([^>]*)>(.*)</svg>\s*", svg, re.DOTALL)
    box = re.search(r'viewBox="[^"]+"', svg)
    if match is None or box is None or "style" in svg:
        raise ValueError(f"{key}: not a drawing that fits a sprite")
    return f'<symbol id="{key}" {box[0]} {attributes}>'.replace(" >", ">") + f"{match[2]}</symbol>"


def write_manifest(packages: Iterable[Mapping[str, Any]]) -> None:
    """Write ``manifest.toml``: the SHA-256 of each vendored file, and what the style sheet came from."""
    lines = [
        "# Written by portal/styles/build.py; tests/rules/test_vendor.py compares it with the files.",
        "",
        "[styles]",
        f'sources = "{digest_of_sources()}"',
        f'"css/portal.css" = "{sha256(CSS)}"',
    ]
    for package in packages:
        lines += ["", *manifest_entry(package)]
    (VENDOR / "manifest.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def manifest_entry(package: Mapping[str, Any]) -> Iterator[str]:
    """Yield the manifest's lines for one package."""
    folder = vendor_folder(package)
    yield "[[package]]"
    for key in ("npm", "version", "licence"):
        yield f'{key} = "{package[key]}"'
    yield f'folder = "{folder.name}"'
    yield "[package.files]"
    for path in sorted(folder.iterdir()):
        yield f'"{path.name}" = "{sha256(path)}"'


def vendor_folder(package: Mapping[str, Any]) -> Path:
    """Return where a package's files stand; the version in the name lets browsers keep them for ever."""
    return VENDOR / f"{package['folder']}-{package['version']}"


def digest_of_sources() -> str:
    """Return one SHA-256 over all Sass sources, so that a test sees a style sheet nobody rebuilt."""
    digest = hashlib.sha256()
    for path in sorted(STYLES.glob("*.scss")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def sha256(path: Path) -> str:
    """Return the SHA-256 of one file as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(command: list[str], folder: Path) -> None:
    """Run a tool in a folder; a failing tool ends the build."""
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603  # our own fixed commands


if __name__ == "__main__":
    main()
