"""Pages of several queries become one heap, with proof of what is complete."""

from collections.abc import Callable

from importers import memory
from importers.gathering import Gathered, gather
from importers.inside import Answer, Question
from importers.memory import Memory, PageMemory
from portal.jobs.incoming import Entry, Page, QueryProof, Reason, Refusal, Request

Answers = dict[str, Answer | Callable[[Question], Answer]]


def request(tag: str, query: str = "all") -> Request:
    return Request(url=f"https://x.dk/{tag}", tag=tag, query=query)


def page(
    letters: str = "", *, total: int | None = None, then: str = "", query: str = "all", **more: object
) -> Answer:
    entries = tuple(Entry(reference=letter, title=letter, hints=(query,)) for letter in letters)
    following = (request(then, query),) if then else ()
    return Answer(
        status=200, page=Page(entries=entries, stated_total=total, next_requests=following, **more), etag="1"
    )


def run(
    answers: Answers,
    *first: Request,
    remembered: dict[str, PageMemory] | None = None,
    moved: dict[str, str] | None = None,
) -> tuple[Gathered, list[str]]:
    asked: list[str] = []

    def ask(question: Question) -> Answer:
        asked.append(question.request.tag)
        found = answers[question.request.tag]
        return found(question) if callable(found) else found

    known = Memory(pages=remembered or {}, moved=moved or {})
    gathered = gather(first or (request("1"),), ask, remembered=known, progress=lambda _: None)
    return gathered, asked


def test_pages_are_followed_to_the_end() -> None:
    gathered, asked = run(
        {"1": page("ab", total=5, then="2"), "2": page("cd", total=5, then="3"), "3": page("e", total=5)}
    )
    assert (asked, "".join(gathered.entries)) == (["1", "2", "3"], "abcde")
    assert gathered.proofs == {"all": QueryProof(stated=5, seen=5)}


def test_an_ad_that_several_queries_found_is_one_with_all_their_hints() -> None:
    answers = {"1": page("ab", query="x"), "2": page("bc", query="y")}
    gathered, _ = run(answers, request("1", "x"), request("2", "y"))
    assert {ref: entry.hints for ref, entry in gathered.entries.items()} == {
        "a": ("x",),
        "b": ("x", "y"),
        "c": ("y",),
    }
    assert gathered.proofs == {"x": QueryProof(seen=2), "y": QueryProof(seen=2)}


def test_the_lowest_total_stated_under_way_counts() -> None:
    shrinking, _ = run({"1": page("ab", total=4, then="2"), "2": page("c", total=3)})
    growing, _ = run({"1": page("ab", total=3, then="2"), "2": page("c", total=4)})
    short, _ = run({"1": page("ab", total=4, then="2"), "2": page("c", total=4)})
    assert [each.proofs["all"].complete for each in (shrinking, growing, short)] == [True, True, False]


def test_a_page_that_repeats_leads_nowhere_and_proves_nothing() -> None:
    gathered, asked = run({"1": page("ab", total=9, then="2"), "2": page("ab", total=9, then="3")})
    assert (asked, gathered.proofs["all"].complete) == (["1", "2"], False)


def test_a_refused_entry_counts_as_seen() -> None:
    refusals = (
        Refusal(reference="b", reason=Reason.NO_TITLE, payload=""),
        Refusal(reference="", reason=Reason.NO_REFERENCE, payload="x"),
    )
    gathered, _ = run({"1": page("a", total=3, refusals=refusals)})
    assert (gathered.proofs["all"].complete, list(gathered.refusals)) == (True, ["b", "x"])


def test_a_page_that_was_cut_off_is_used_but_proves_nothing() -> None:
    gathered, _ = run({"1": page("ab", complete=False)})
    assert ("".join(gathered.entries), gathered.proofs["all"].complete) == ("ab", False)
    assert gathered.notes == ["all: a part of the answer could not be read"]


def test_one_failing_query_leaves_the_others_whole() -> None:
    answers = {"1": Answer(status=500, error="the server answered 500"), "2": page("a", query="y")}
    gathered, _ = run(answers, request("1", "x"), request("2", "y"))
    assert {name: proof.complete for name, proof in gathered.proofs.items()} == {"x": False, "y": True}
    assert gathered.notes == ["x: the server answered 500"]


def test_a_second_page_that_fails_makes_its_query_incomplete() -> None:
    gathered, _ = run({"1": page("ab", then="2"), "2": Answer(error="no answer in time")})
    assert ("".join(gathered.entries), gathered.proofs["all"].complete) == ("ab", False)


def test_a_server_that_fails_three_times_in_a_row_is_left_alone() -> None:
    requests = [request(str(number), f"q{number}") for number in range(5)]
    answers: Answers = {str(number): Answer(error="down") for number in range(5)}
    gathered, asked = run(answers, *requests)
    assert asked == ["0", "1", "2"]
    assert [proof.answered for proof in gathered.proofs.values()] == [False] * 5
    assert gathered.notes[-1] == "q4: not asked, because the server does not answer"


def test_pages_that_were_not_modified_vouch_for_their_ads() -> None:
    first, second = request("1"), request("2")
    remembered = {
        memory.key(first): PageMemory(
            etag="e1",
            stated_total=3,
            kept=("a",),
            left_out={"b": Reason.NO_KLAP_WORD},
            next_requests=(second,),
        ),
        memory.key(second): PageMemory(etag="e2", modified="m2", stated_total=3, kept=("c",)),
    }
    validators: list[tuple[str, str]] = []

    def unmodified(question: Question) -> Answer:
        validators.append((question.etag, question.modified))
        return Answer(status=304)

    gathered, asked = run({"1": unmodified, "2": unmodified}, first, remembered=remembered)
    assert (asked, validators) == (["1", "2"], [("e1", ""), ("e2", "m2")])
    assert gathered.proofs == {"all": QueryProof(stated=3, seen=3)}
    assert (gathered.still_kept, gathered.still_left_out) == ({"a", "c"}, {"b": Reason.NO_KLAP_WORD})
    assert (gathered.pages, list(gathered.replayed)) == ([], [memory.key(first), memory.key(second)])


def test_what_another_page_tells_anew_counts_more_than_what_is_remembered() -> None:
    remembered = {memory.key(request("1", "x")): PageMemory(etag="e", kept=("a", "b"))}
    answers = {"1": Answer(status=304), "2": page("b", query="y")}
    gathered, _ = run(answers, request("1", "x"), request("2", "y"), remembered=remembered)
    assert (gathered.still_kept, list(gathered.entries)) == ({"a"}, ["b"])


def test_not_modified_without_having_asked_so_is_no_answer() -> None:
    gathered, _ = run({"1": Answer(status=304)})
    assert gathered.proofs["all"].answered is False
    assert gathered.notes == ["all: the server answered 304"]
