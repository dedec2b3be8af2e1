"""A real browser against the real program: one portal with ads from the stand-in, and one Chromium."""

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import monday
import pytest
from find_chromium import installed
from hands import AtWork, Hands, Keyboard, Opens, Touch
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from steps import DESKTOP, PATIENCE, sign_in, window

from conftest import settings_for
from importers.standin.ads import demo_ads
from importers.standin.server import serve
from live import environment, free_port, run, serving
from portal import clock
from portal.app import create_app
from portal.db import db

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A microphone that beeps, and nobody who must be asked for it.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
# What is expected of a page may come late; Playwright alone would give it five seconds.
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def filled_folder(migrated: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A portal with the stand-in's ads and the demo's people, to copy from; one for all test processes."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "filled-portal"
    with Path(f"{folder}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _fill(shutil.copytree(migrated, own / "filling")).rename(folder)
    return folder


def _fill(folder: Path) -> Path:
    with serve(demo_ads(clock.today())) as jobnet:
        (folder / "feeds.toml").write_text(
            f'[[source]]\nname = "jobnet"\nformat = "jobnet"\nurl = "{jobnet.url}"\n'
            "allow_http = true\nallow_private = true\n"
        )
        settings = environment(folder, free_port())
        run(settings, "import", "run")
        run(settings, "demo-data")
    return folder


@pytest.fixture(scope="session")
def portal(filled_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running portal with ads and people."""
    folder = tmp_path_factory.mktemp("served") / "portal"
    shutil.copytree(filled_folder, folder)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = installed()
    assert path, "Run: make system"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def context(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[BrowserContext]:
    """A new browser on a phone, once with JavaScript and once without."""
    context = window(chromium, portal, java_script_enabled=request.param)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(params=[True, False], ids=["with JavaScript, by keyboard", "without JavaScript, by touch"])
def opens(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[Opens]:
    """Opens a phone, as another person or on another day; each story is told twice, with all it proves."""
    contexts: list[BrowserContext] = []

    def open_phone() -> Hands:
        contexts.append(window(chromium, portal, java_script_enabled=request.param))
        page = contexts[-1].new_page()
        return Keyboard(page) if request.param else Touch(page)

    yield open_phone
    for context in contexts:
        context.close()


@pytest.fixture
def desk(chromium: Browser, portal: str) -> Iterator[Page]:
    """Where staff sit: a wide screen."""
    context = window(chromium, portal, viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def office(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running portal on a Monday morning."""
    folder = tmp_path_factory.mktemp("office") / "portal"
    shutil.copytree(migrated, folder)
    app = create_app(settings_for(folder))
    with app.app_context():
        monday.fill(db.session())
        db.session.remove()
        db.engine.dispose()
    with serving(folder) as address:
        yield address


@pytest.fixture
def at_work(chromium: Browser, office: str) -> Iterator[AtWork]:
    """Signs one of the demo's staff in at the office, each in a browser of their own."""
    contexts: list[BrowserContext] = []

    def signed_in(name: str) -> Touch:
        contexts.append(window(chromium, office, viewport=DESKTOP))
        return Touch(sign_in(contexts[-1].new_page(), f"{name}@demo.example"))

    yield signed_in
    for context in contexts:
        context.close()
