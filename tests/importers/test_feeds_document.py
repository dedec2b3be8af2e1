"""docs/feeds.md can be believed: its examples work, and every format and option stands in it."""

import re
from pathlib import Path

import pytest

from importers.config import load
from importers.formats import FORMATS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "feeds.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)$(.*?)(?=^##)", DOCUMENT, re.MULTILINE | re.DOTALL))
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)


def option_names(feed_format: str) -> list[str]:
    source = Path(FORMATS[feed_format].__file__).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    call = re.search(r'refuse_unknown\(\s*table,\s*((?:"[^"]*"\s*)+)', source)
    return " ".join(re.findall(r'"([^"]*)"', call[1])).split() if call else []


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_a_file_that_can_be_used(example: str, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text(example, encoding="utf-8")
    assert len(load(tmp_path / "feeds.toml")) == 1


@pytest.mark.parametrize("feed_format", sorted(FORMATS))
def test_each_format_has_a_section(feed_format: str) -> None:
    assert feed_format in SECTIONS


@pytest.mark.parametrize("feed_format", ["rss", "teamtailor", "hrmanager", "emply", "indeed_xml", "jsonld"])
def test_each_option_stands_in_the_section_of_its_format(feed_format: str) -> None:
    names = option_names(feed_format)
    assert names
    assert [name for name in names if f"`{name}`" not in SECTIONS[feed_format]] == []
