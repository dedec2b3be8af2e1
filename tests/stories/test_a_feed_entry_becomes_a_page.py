"""The first straight line: what a shop wrote on Jobnet becomes a page that a reader near Slagelse can use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from importers.registry import ConfiguredImporter
from importers.standin.ads import demo_ads
from importers.standin.server import Standin, serve
from portal import clock
from portal.jobs.incoming import Receipt
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


@pytest.fixture(scope="module")
def jobnet() -> Iterator[Standin]:
    """Jobnet, as the stand-in speaks it, with two ads of Slagelse and one that is no KLAPjob."""
    ads = demo_ads(clock.today())
    in_slagelse = [ad for ad in ads if ad.klap and "Slagelse" in ad.title][:2]
    ordinary = next(ad for ad in ads if not ad.klap)
    with serve([*in_slagelse, ordinary]) as server:
        yield server


@pytest.fixture
def importer(portal_folder: Path, jobnet: Standin, app: Flask) -> Iterator[ConfiguredImporter]:
    feeds = portal_folder / "feeds.toml"
    feeds.write_text(
        f'[[source]]\nname = "jobnet"\nformat = "jobnet"\nurl = "{jobnet.url}"\n'
        "allow_http = true\nallow_private = true\n"
    )
    with app.app_context():
        yield ConfiguredImporter(feeds)


def _run(importer: ConfiguredImporter) -> Receipt:
    return importer.run("jobnet", progress=lambda _line: None)


def _jobs(page: str) -> list[str]:
    """The addresses of the jobs that a page shows."""
    return [a.get("href", "") for a in parse(page).iter("a") if a.get("class") == "kj-card-link"]


def _links(page: str, start: str) -> list[str]:
    return [href for a in parse(page).iter("a") if (href := a.get("href", "")).startswith(start)]


def test_a_reader_near_slagelse_finds_the_job_and_can_picture_it(
    importer: ConfiguredImporter, client: StrictClient
) -> None:
    # The feed comes in: two KLAPjobs are taken, the ordinary job is left out and counted.
    receipt = _run(importer)
    assert (receipt.status, receipt.new) == ("complete", 2)

    # The front page says how many jobs there are, and leads to them.
    front = client.get("/")
    assert "2 ledige jobs" in front.text
    assert "/job" in _links(front.text, "/job")

    # She types her town, and sees the jobs of her town.
    found = client.get("/job?q=slagelse")
    jobs = _jobs(found.text)
    assert len(jobs) == 2

    # She opens the bakery job: what, where, how long, what she gets, who, how.
    job = next(page for address in jobs if "brød" in (page := client.get(address)).text.lower())
    headings = ["".join(h.itertext()) for h in parse(job.text).iter("h2")]
    parts = [
        "Hvad skal du lave?",
        "Hvor er jobbet?",
        "Hvor mange timer?",
        "Hvad får du?",
        "Hvem kan få jobbet?",
    ]
    assert [heading for heading in headings if heading in parts] == parts
    assert len(parse(job.text).findall(".//ul[@class='kj-pairs']//{*}svg")) >= 4, "a picture for each task"
    assert page_lix(job.text).score <= 20
    assert long_sentences(job.text) == []

    # The long text is there too, folded, and the way on is one button.
    assert parse(job.text).find(".//details") is not None
    assert len(_links(job.text, "/ansoeg/")) >= 1


def test_running_the_feed_again_changes_nothing(importer: ConfiguredImporter, client: StrictClient) -> None:
    _run(importer)
    before = client.get("/job").text
    again = _run(importer)
    assert (again.new, again.changed, again.closed, again.unchanged) == (0, 0, 0, 2)
    assert client.get("/job").text == before


def test_a_job_that_jobnet_no_longer_has_says_goodbye_kindly(
    importer: ConfiguredImporter, jobnet: Standin, client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(importer)
    before = set(_jobs(client.get("/job").text))
    monkeypatch.setattr(jobnet, "ads", [ad for ad in jobnet.ads if ad is not jobnet.ads[0]])

    # Gone once may be a mistake of the feed; gone from two complete runs is gone.
    assert (_run(importer).closed, set(_jobs(client.get("/job").text))) == (0, before)
    assert _run(importer).closed == 1
    (gone,) = before - set(_jobs(client.get("/job").text))

    # Who still has its address gets a kind page with the other job, and no button to apply.
    page = client.get(gone)
    assert page.status_code == 410
    assert set(_jobs(page.text)) == before - {gone}
    assert _links(page.text, f"/ansoeg/{gone.split('/')[2][:10]}") == []
