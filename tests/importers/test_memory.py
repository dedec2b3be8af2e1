"""What a source remembers can be stored and is void when its settings change."""

import json

from importers import memory
from importers.config import SourceConfig
from importers.memory import Memory, PageMemory
from portal.jobs.incoming import Reason, Request

REQUEST = Request(
    url="https://x.dk/a", tag="search:0:2", query="all", params=(("q", "æ&"),), headers=(("x", "1"),)
)
PAGE = PageMemory(
    etag='"1"',
    modified="Fri, 15 Jan 2027 08:00:30 GMT",
    stated_total=3,
    kept=("a", "b"),
    left_out={"c": Reason.NO_KLAP_WORD},
    stopped=("d",),
    snapshot=False,
    next_requests=(REQUEST,),
)
MEMORY = Memory(pages={"k": PAGE}, moved={"https://x.dk/a": "https://y.dk/a"})


def test_memory_comes_back_from_json_as_it_was() -> None:
    stored = json.loads(json.dumps(memory.dump(MEMORY, made_with="x")))
    assert memory.load(stored, made_with="x") == MEMORY


def test_memory_made_with_other_settings_is_void() -> None:
    stored = memory.dump(MEMORY, made_with="x")
    assert memory.load(stored, made_with="y") == Memory()


def test_memory_that_cannot_be_read_is_void() -> None:
    for pages in (None, [], {"k": None}, {"k": {}}, {"k": {"etag": 1}}):
        stored = {"made_with": "x", "pages": pages, "moved": {}}
        assert memory.load(stored, made_with="x") == Memory()
    assert memory.load({"made_with": "x", "pages": {}}, made_with="x") == Memory()
    assert memory.load({}, made_with="x") == Memory()


def test_settings_that_decide_how_answers_are_read_make_another_fingerprint() -> None:
    def config(**changes: object) -> str:
        return memory.fingerprint(
            SourceConfig(**({"name": "a", "format": "jobnet", "url": "https://x.dk"} | changes))
        )

    assert config() == config()
    assert config() != config(options={"per_page": 20})
    assert config() != config(url="https://y.dk")


def test_a_request_is_remembered_by_its_whole_address() -> None:
    assert memory.key(REQUEST) == "https://x.dk/a?q=%C3%A6%26"


def test_only_plain_requests_with_a_validator_can_be_remembered() -> None:
    post = Request(url="https://x.dk", tag="", method="POST", body=b"{}")
    assert memory.can_remember(REQUEST, etag='"1"', modified="") is True
    assert memory.can_remember(REQUEST, etag="", modified="Fri") is True
    assert memory.can_remember(REQUEST, etag="", modified="") is False
    assert memory.can_remember(post, etag='"1"', modified="") is False
