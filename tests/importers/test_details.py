"""Details complete an entry; where they fail, the listing stands in."""

import pytest

from importers.details import Details
from importers.inside import Answer, Question
from portal.jobs.incoming import Entry, Page, Request, Sighting

LISTED = Entry(reference="a", title="Kort", employer="Testmarked", hints=("Fleksjob",))
REQUESTS = {"a": Request(url="https://x.dk/a", tag="detail:a")}
DETAIL = Answer(status=200, page=Page(entries=(Entry(reference="a", title="Lang titel", hours_min=9.0),)))


def details(*answers: Answer, asked: list[Question] | None = None) -> Details:
    queue = list(answers)

    def ask(question: Question) -> Answer:
        if asked is not None:
            asked.append(question)
        return queue.pop(0)

    return Details(REQUESTS, ask, lambda _: None)


def test_a_detail_completes_and_corrects_the_listing() -> None:
    asked: list[Question] = []
    entry = Entry(
        reference="a", title="Lang titel", employer="Testmarked", hours_min=9.0, hints=("Fleksjob",)
    )
    assert details(DETAIL, asked=asked).sighting(LISTED, "hash") == Sighting(entry=entry, listing_hash="hash")
    assert asked == [Question(request=REQUESTS["a"])]


def test_an_ad_without_details_is_as_listed() -> None:
    other = Entry(reference="b", title="Andet")
    assert details().sighting(other, "hash") == Sighting(entry=other, listing_hash="hash")


@pytest.mark.parametrize("status", [400, 404, 410])
def test_a_detail_that_does_not_exist_is_not_asked_for_again(status: int) -> None:
    failed = Answer(status=status, error="gone")
    assert details(failed).sighting(LISTED, "hash") == Sighting(entry=LISTED, listing_hash="hash")


@pytest.mark.parametrize(
    "failed", [Answer(error="no answer"), Answer(status=503), Answer(status=200, error="odd")]
)
def test_a_detail_that_failed_is_asked_for_again_by_the_next_run(failed: Answer) -> None:
    each = details(failed)
    assert each.sighting(LISTED, "hash") == Sighting(entry=LISTED, listing_hash="")
    assert each.failed == 1


def test_after_five_failures_in_a_row_no_more_are_asked_for() -> None:
    asked: list[Question] = []
    each = details(*[Answer(error="down")] * 5, asked=asked)
    sightings = [each.sighting(LISTED, "hash") for _ in range(7)]
    assert ({sighting.listing_hash for sighting in sightings}, len(asked), each.failed) == ({""}, 5, 7)


def test_a_success_in_between_starts_the_count_anew() -> None:
    asked: list[Question] = []
    down = Answer(error="down")
    each = details(*[down] * 4, DETAIL, *[down] * 4, DETAIL, asked=asked)
    for _ in range(10):
        each.sighting(LISTED, "hash")
    assert len(asked) == 10
