"""FEEDS_FILE is read with clear words for what is wrong in it."""

from pathlib import Path

import pytest

from importers.config import FeedsFileError, SourceConfig, load
from importers.formats import FORMATS
from portal.jobs.keep import KeepRule

EXAMPLE = Path(__file__).parents[2] / "feeds.example.toml"
PLAIN = 'name = "a"\nformat = "jobnet"\nurl = "https://x.dk/bff"\n'


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    return tmp_path / "feeds.toml"


def test_without_a_file_there_are_no_sources(feeds: Path) -> None:
    assert load(feeds) == ()


def test_a_source_needs_name_format_and_url(feeds: Path) -> None:
    feeds.write_text(f"[[source]]\n{PLAIN}")
    assert load(feeds) == (
        SourceConfig(name="a", format="jobnet", url="https://x.dk/bff", hosts=frozenset({"x.dk"})),
    )


def test_a_source_may_say_much_more(feeds: Path) -> None:
    feeds.write_text(
        '[[source]]\nname = "b"\nformat = "jobnet"\nurl = "http://127.0.0.1:8001/bff"\nkeep = "all"\n'
        'include = ["lev"]\nexclude = ["elev*"]\nhosts = ["y.dk"]\nallow_http = true\nallow_private = true\n'
        "rank = 5\noptions = { per_page = 20 }\n"
    )
    assert load(feeds) == (
        SourceConfig(
            name="b",
            format="jobnet",
            url="http://127.0.0.1:8001/bff",
            keep=KeepRule(keep="all", include=("lev",), exclude=("elev*",)),
            hosts=frozenset({"127.0.0.1", "y.dk"}),
            allow_http=True,
            allow_private=True,
            rank=5,
            options={"per_page": 20},
        ),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[sources]", "it may hold [[source]] tables and nothing else"),
        ("source = 1", "it may hold [[source]] tables and nothing else"),
        ("source = [1]", "write each source as [[source]]"),
        ('[[source]]\nname = "a"', "source 'a': format is missing"),
        (f"[[source]]\n{PLAIN}color = 1", "source 'a': unknown key 'color'"),
        (f'[[source]]\n{PLAIN}allow_http = "yes"', "source 'a': allow_http must be a bool"),
        (f'[[source]]\n{PLAIN}keep = "some"', "source 'a': keep is 'some'; it may be \"klap\" or \"all\""),
        (f"[[source]]\n{PLAIN}include = [1]", "source 'a': include must be a list of words"),
        (f"[[source]]\n{PLAIN}[source.options]\nx = 1", "source 'a': unknown option 'x'"),
        (
            f"[[source]]\n{PLAIN.replace('jobnet', 'gopher')}",
            f"source 'a': format 'gopher' is none of {', '.join(FORMATS)}",
        ),
        (f"[[source]]\n{PLAIN.replace('https://x.dk', 'x.dk')}", "source 'a': url must be a whole address"),
        (
            f"[[source]]\n{PLAIN.replace('https', 'http')}",
            "source 'a': url is not https; write allow_http = true if that is meant",
        ),
        (
            "[[source]]\n" + PLAIN.replace('"a"', '"A b"'),
            "source 'A b': a name has a-z, 0-9 and hyphens, at most 40",
        ),
        (f"[[source]]\n{PLAIN}[[source]]\n{PLAIN}", "two sources are called 'a'"),
    ],
)
def test_a_mistake_is_explained(feeds: Path, text: str, message: str) -> None:
    feeds.write_text(text)
    with pytest.raises(FeedsFileError) as caught:
        load(feeds)
    assert str(caught.value) == f"{feeds}: {message}"


def test_a_file_that_is_no_toml_is_explained_with_the_line(feeds: Path) -> None:
    feeds.write_text("[[source]")
    with pytest.raises(FeedsFileError, match="at line 1"):
        load(feeds)


def test_a_file_that_is_no_text_is_explained(feeds: Path) -> None:
    feeds.write_bytes(b"\xff\xfe")
    with pytest.raises(FeedsFileError, match="can't decode byte"):
        load(feeds)


def test_the_example_can_be_used_as_it_is() -> None:
    (source,) = load(EXAMPLE)
    assert (source.name, source.keep, source.allow_private) == ("jobnet", KeepRule(), False)
