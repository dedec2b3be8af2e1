"""The benchmark measures what it says: every made-up ad is new, then unchanged, in each format."""

from pathlib import Path

import pytest

from benchmarks import feeds, passes
from benchmarks import importers as report
from portal import clock


@pytest.mark.parametrize("feed_format", report.FORMATS)
def test_each_ad_is_taken_in_once_and_an_unchanged_run_writes_none(feed_format: str) -> None:
    measured = passes.pipeline(feed_format, feeds.pages_of(feed_format, feeds.made_up_ads(60, clock.today())))
    assert (measured["new"], measured["unchanged"], measured["posting_writes"]) == (60, 60, 0)
    assert min(measured[name] for name in ("read", "rest", "easy", "peak")) > 0


def test_no_two_made_up_ads_are_the_same() -> None:
    ads = feeds.made_up_ads(500, clock.today())
    assert len({ad.id for ad in ads}) == len({ad.body for ad in ads}) == len({ad.url for ad in ads}) == 500


def test_most_lines_of_made_up_ads_come_again_and_none_of_those_that_are_unlike() -> None:
    assert feeds.share_repeated(feeds.made_up_ads(500, clock.today())) > 0.5
    assert feeds.share_repeated(feeds.unlike_ads(500, clock.today())) < 0.02


@pytest.mark.parametrize("feed_format", report.FORMATS)
def test_the_bare_parser_reads_the_same_pages(feed_format: str) -> None:
    pages = feeds.pages_of(feed_format, feeds.made_up_ads(60, clock.today()))
    assert passes.plain(feed_format, pages)["pages"] == len(pages)


def test_a_broken_promise_is_told() -> None:
    found = {"read": 1.0, "rest": 2.0, "easy": 3.0, "rest_again": 1.5, "plain": 1.0, "posting_writes": 0}
    growth = [found | {"rest": 3.0 * n, "easy": 0.0} for n in report.MANY]
    kept = report.promises(dict.fromkeys(report.FORMATS, found), growth)
    assert [promise.kept for promise in kept] == [False] * 6 + [True] * 2
    assert str(kept[0]) == "| all but reading of rss, in times feedparser | 5.00 | 1.00 | **no** |"


def test_the_report_takes_its_place_and_leaves_the_rest(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    report.write("one", document)
    document.write_text(f"{document.read_text()}\nMore.\n")
    report.write("two", document)
    assert document.read_text() == f"# Performance\n\n{report.BEGIN}\ntwo\n{report.END}\n\nMore.\n"
