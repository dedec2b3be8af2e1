"""What a feed of events adds to gathering: ads that stopped, later words, pages that only lead on."""

import pytest

from importers import memory
from importers.gathering import Gathered, gather
from importers.inside import Answer, Question
from importers.memory import Memory, PageMemory
from portal.jobs.incoming import Entry, Page, QueryProof, Reason, Refusal, Request, RunEnd


def request(tag: str, body: bytes | None = None) -> Request:
    return Request(url=f"https://x.dk/{tag}", tag=tag, query="all", body=body)


def page(
    *titled: str, stopped: tuple[str, ...] = (), then: tuple[Request, ...] = (), total: int | None = None
) -> Answer:
    entries = tuple(Entry(reference=title[0], title=title) for title in titled)
    found = Page(entries=entries, stopped=stopped, next_requests=then, stated_total=total)
    return Answer(status=200, page=found, etag="1")


def run(
    answers: dict[str, Answer], remembered: dict[str, PageMemory] | None = None
) -> tuple[Gathered, list[str]]:
    asked: list[str] = []

    def ask(question: Question) -> Answer:
        asked.append(question.request.tag)
        return answers[question.request.tag]

    gathered = gather(
        (request("1"),), ask, remembered=Memory(pages=remembered or {}), progress=lambda _: None
    )
    return gathered, asked


def test_what_a_later_page_calls_ended_is_not_there() -> None:
    gathered, _ = run({"1": page("a", "b", then=(request("2"),)), "2": page("c", stopped=("a",))})
    assert (list(gathered.entries), gathered.stopped) == (["b", "c"], {"a"})


def test_what_a_later_page_calls_open_is_open() -> None:
    gathered, _ = run({"1": page("b", stopped=("a",), then=(request("2"),)), "2": page("a")})
    assert (list(gathered.entries), gathered.stopped) == (["b", "a"], set())


def test_of_an_ad_on_two_pages_the_later_words_count() -> None:
    gathered, _ = run({"1": page("a1", "b", then=(request("2"),)), "2": page("a2", "c")})
    assert gathered.entries["a"].title == "a2"


@pytest.mark.parametrize(("total", "complete"), [(2, True), (3, False)])
def test_a_stated_total_counts_the_open_ads(total: int, complete: bool) -> None:
    answers = {
        "1": page("a", "b", total=total, then=(request("2"),)),
        "2": page("c", stopped=("a",), total=total),
    }
    gathered, _ = run(answers)
    assert gathered.proofs == {"all": QueryProof(stated=total, seen=2)}
    assert gathered.proofs["all"].complete is complete


def test_a_remembered_page_does_not_vouch_for_what_has_ended() -> None:
    first = request("1")
    remembered = {memory.key(first): PageMemory(etag="e", kept=("a", "b"), next_requests=(request("2"),))}
    gathered, _ = run({"1": Answer(status=304), "2": page("c", stopped=("a",))}, remembered)
    assert (gathered.still_kept, gathered.stopped) == ({"b"}, {"a"})
    assert gathered.replayed[memory.key(first)].kept == ("b",)


def test_what_a_later_remembered_page_vouches_for_has_not_ended() -> None:
    remembered = {memory.key(request("2")): PageMemory(etag="e", kept=("a",))}
    gathered, _ = run({"1": page(stopped=("a",), then=(request("2"),)), "2": Answer(status=304)}, remembered)
    assert (gathered.still_kept, gathered.stopped) == ({"a"}, set())


def test_a_page_without_ads_leads_to_where_they_are() -> None:
    gathered, asked = run({"1": page(then=(request("2"), request("3"))), "2": page("a"), "3": page("b")})
    assert (asked, list(gathered.entries)) == (["1", "2", "3"], ["a", "b"])


def test_a_page_with_nothing_but_ended_ads_leads_on() -> None:
    gathered, asked = run({"1": page(stopped=("a",), then=(request("2"),)), "2": page("b")})
    assert (asked, list(gathered.entries)) == (["1", "2"], ["b"])


def test_no_page_is_asked_for_twice() -> None:
    _, asked = run({"1": page(then=(request("2"),)), "2": page(then=(request("1"), request("2")))})
    assert asked == ["1", "2"]


def test_the_same_address_with_another_body_is_another_page() -> None:
    posts = tuple(request("1", body) for body in (b"1", b"2", b"2"))
    _, asked = run({"1": page(then=posts)})
    assert asked == ["1", "1", "1"]


def test_a_page_that_ends_as_many_ads_as_it_opens_leads_on() -> None:
    answers = {
        "1": page("a", then=(request("2"),)),
        "2": page("b", stopped=("a",), then=(request("3"),)),
        "3": page("c"),
    }
    gathered, _ = run(answers)
    assert list(gathered.entries) == ["b", "c"]


def test_a_refused_item_stays_refused_whatever_has_ended() -> None:
    refusal = Refusal(reference="b", reason=Reason.NO_TITLE, payload="")
    answer = Answer(status=200, page=Page(refusals=(refusal,), stopped=("a",)))
    gathered, _ = run({"1": answer})
    assert (list(gathered.refusals), gathered.stopped) == (["b"], {"a"})


def test_an_item_that_was_refused_and_has_ended_is_not_refused_any_more() -> None:
    refusal = Refusal(reference="a", reason=Reason.NO_TITLE, payload="")
    first = Answer(status=200, page=Page(refusals=(refusal,), next_requests=(request("2"),)))
    gathered, _ = run({"1": first, "2": page(stopped=("a",))})
    assert (gathered.refusals, gathered.stopped) == ({}, {"a"})


def test_what_a_remembered_page_calls_ended_has_ended_although_an_earlier_page_still_has_it() -> None:
    second = request("2")
    remembered = {memory.key(second): PageMemory(etag="e", kept=("b",), stopped=("a",))}
    gathered, _ = run({"1": page("a", then=(second,)), "2": Answer(status=304)}, remembered)
    assert (list(gathered.entries), gathered.still_kept, gathered.stopped) == ([], {"b"}, {"a"})


@pytest.mark.parametrize("remembered", [False, True])
def test_absence_says_nothing_where_one_page_is_no_snapshot(*, remembered: bool) -> None:
    first = request("1")
    known = {memory.key(first): PageMemory(etag="e", kept=("a",), snapshot=False)} if remembered else {}
    answer = Answer(status=304) if remembered else Answer(status=200, page=Page(snapshot=False))
    gathered, _ = run({"1": answer}, known)
    end = RunEnd(queries=gathered.proofs)
    assert (end.complete, end.proves_absence) == (True, False)
