"""Each saved feed of the readers of XML and pages reads as the person read it who wrote its twin."""

import pytest

from feed_twins import Saved, expected, plain, read, saved

FORMATS = ("rss", "teamtailor", "indeed_xml", "jsonld")
FEEDS = [(name, feed) for name in FORMATS for feed in saved(name)]
READABLE = [(name, feed) for name, feed in FEEDS if "error" not in feed.says]
FAILING = [(name, feed) for name, feed in FEEDS if "error" in feed.says]


@pytest.mark.parametrize(("feed_format", "feed"), READABLE, ids=str)
def test_a_feed_reads_as_its_twin_says(feed_format: str, feed: Saved) -> None:
    assert plain(read(feed_format, feed.body, feed.says)) == expected(feed.says)


@pytest.mark.parametrize(("feed_format", "feed"), FAILING, ids=str)
def test_what_is_no_feed_fails_with_a_plain_reason(feed_format: str, feed: Saved) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - its words are compared
        read(feed_format, feed.body, feed.says)
    assert str(refused.value) == feed.says["error"]


@pytest.mark.parametrize("feed_format", FORMATS)
def test_every_twin_has_its_feed(feed_format: str) -> None:
    files = {feed.name for feed in saved(feed_format)}
    assert len(files) > 10
    assert all(feed.says["trap"] for feed in saved(feed_format))
