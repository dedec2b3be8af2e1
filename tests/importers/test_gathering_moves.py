"""Addresses that moved for good are remembered; a feed that has ended for good is noticed."""

from importers import memory
from importers.gathering import Gathered, gather
from importers.inside import Answer, Question
from importers.memory import Memory
from portal.jobs.incoming import Entry, Page, Request

OLD, NEW, NEWER = "https://x.dk/jobs.rss", "https://y.dk/jobs.rss", "https://z.dk/jobs.rss"
FEED = Request(url=OLD, tag="1", query="all")
GONE = Answer(status=410, error="the server answered 410")


def found(*letters: str, moved_to: str = "", then: tuple[Request, ...] = ()) -> Answer:
    entries = tuple(Entry(reference=letter, title=letter) for letter in letters)
    return Answer(status=200, page=Page(entries=entries, next_requests=then), moved_to=moved_to)


def run(
    *answers: Answer, first: tuple[Request, ...] = (FEED,), moved: str = ""
) -> tuple[Gathered, list[str]]:
    queue, addresses = list(answers), []

    def ask(question: Question) -> Answer:
        addresses.append(question.address)
        return queue.pop(0)

    remembered = Memory(moved={memory.key(FEED): moved} if moved else {})
    return gather(first, ask, remembered=remembered, progress=lambda _: None), addresses


def test_an_address_that_moved_for_good_is_remembered_and_told() -> None:
    gathered, asked = run(found("a", moved_to=NEW))
    assert (asked, gathered.moved) == ([""], {memory.key(FEED): NEW})
    assert gathered.notes == [f"all: the address has moved to {NEW}"]


def test_the_moved_address_is_asked_and_stays_remembered() -> None:
    gathered, asked = run(found("a"), moved=NEW)
    assert (asked, gathered.moved) == ([NEW], {memory.key(FEED): NEW})


def test_an_address_that_moved_on_is_remembered_anew() -> None:
    gathered, _ = run(found("a", moved_to=NEWER), moved=NEW)
    assert gathered.moved == {memory.key(FEED): NEWER}


def test_a_moved_address_that_fails_is_forgotten() -> None:
    for failed in (GONE, Answer(error="no answer"), Answer(status=200, error="no JSON", moved_to=NEWER)):
        gathered, _ = run(failed, moved=NEW)
        assert gathered.moved == {}


def test_a_moved_answer_that_was_not_modified_stays_remembered() -> None:
    page = memory.PageMemory(etag="e", kept=("a",))
    gathered = gather(
        (FEED,),
        lambda _: Answer(status=304),
        remembered=Memory(pages={memory.key(FEED): page}, moved={memory.key(FEED): NEW}),
        progress=lambda _: None,
    )
    assert gathered.moved == {memory.key(FEED): NEW}


def test_a_feed_whose_server_answers_410_has_ended() -> None:
    assert run(GONE)[0].gone is True


def test_a_feed_of_two_queries_has_ended_when_both_have() -> None:
    first = (FEED, Request(url=OLD, tag="2", query="other"))
    assert run(GONE, GONE, first=first)[0].gone is True
    assert run(GONE, found("a"), first=first)[0].gone is False


def test_a_feed_of_which_only_one_page_has_ended_has_not() -> None:
    pages = (FEED, Request(url=NEW, tag="2", query="all"))
    assert run(found("a"), GONE, first=pages)[0].gone is False
    assert run(GONE, found("a"), first=pages)[0].gone is False
    assert run(found(then=(Request(url=NEW, tag="2", query="all"),)), GONE)[0].gone is False


def test_other_failures_do_not_end_a_feed() -> None:
    assert run(Answer(status=404))[0].gone is False
    assert run(Answer(error="no answer"))[0].gone is False
