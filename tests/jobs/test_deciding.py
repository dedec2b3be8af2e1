"""What an entry is to the board, and which ads are missing, close, or are held (P26)."""

from datetime import date, timedelta
from itertools import product

import pytest

from portal.jobs.deciding import (
    Absences,
    Decision,
    KnownAd,
    Verdict,
    decide_absences,
    decide_entry,
    is_over,
    is_suspicious,
    last_day,
)
from portal.models.posting import ClosedReason, PostingState

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
OPEN, CLOSED, DUPLICATE = PostingState.OPEN, PostingState.CLOSED, PostingState.DUPLICATE
BY_FEED, BY_CALENDAR = ClosedReason.GONE, ClosedReason.DEADLINE
BY_PERSON = (ClosedReason.FILLED, ClosedReason.TAKEN_DOWN)


def ad(reference: str = "a", **changes: object) -> KnownAd:
    return KnownAd(**({"reference": reference, "content_hash": "old"} | changes))


def closed(reason: ClosedReason, **changes: object) -> KnownAd:
    return ad(state=CLOSED, closed_reason=reason, **changes)


def decide(known: KnownAd | None, *, content: str = "old", over: bool = False) -> Decision:
    return decide_entry(content_hash=content, over=over, known=known)


def test_an_entry_never_seen_is_new() -> None:
    assert decide(None) == Decision(verdict=Verdict.NEW)


def test_an_entry_that_is_over_before_it_was_seen_is_not_taken_in() -> None:
    assert decide(None, over=True) == Decision(verdict=Verdict.OVER)


def test_the_same_content_is_unchanged_and_other_content_changed() -> None:
    assert decide(ad()) == Decision(verdict=Verdict.UNCHANGED)
    assert decide(ad(), content="new") == Decision(verdict=Verdict.CHANGED)


def test_an_ad_that_was_gone_opens_again_changed_or_not() -> None:
    assert decide(closed(BY_FEED)) == Decision(verdict=Verdict.UNCHANGED, reopens=True)
    assert decide(closed(BY_FEED), content="new") == Decision(verdict=Verdict.CHANGED, reopens=True)


def test_an_ad_past_its_deadline_opens_again_only_with_a_new_deadline() -> None:
    assert decide(closed(BY_CALENDAR, over=True)).reopens is False
    assert decide(closed(BY_CALENDAR, over=True), content="new", over=True).reopens is False
    assert decide(closed(BY_CALENDAR, over=True), content="new").reopens is True


def test_an_ad_without_dates_that_grew_old_does_not_open_again_unchanged() -> None:
    assert decide(closed(BY_CALENDAR)).reopens is False


@pytest.mark.parametrize("reason", BY_PERSON)
@pytest.mark.parametrize("content", ["old", "new"])
def test_what_a_person_closed_stays_closed(reason: ClosedReason, content: str) -> None:
    assert decide(closed(reason), content=content).reopens is False


def test_no_open_ad_is_ever_reopened() -> None:
    cases = product((OPEN, DUPLICATE), ("old", "new"), (False, True))
    assert {decide(ad(state=state), content=c, over=over).reopens for state, c, over in cases} == {False}


def test_the_last_day_is_the_deadline_else_the_sources_end_else_sixty_days() -> None:
    changed = date(2026, 1, 1)
    assert last_day(deadline=TODAY, expires_on=YESTERDAY, changed_on=changed) == TODAY
    assert last_day(deadline=None, expires_on=YESTERDAY, changed_on=changed) == YESTERDAY
    assert last_day(deadline=None, expires_on=None, changed_on=changed) == date(2026, 3, 2)


def test_an_ad_is_open_the_whole_of_its_last_day() -> None:
    assert is_over(deadline=TODAY, expires_on=None, today=TODAY) is False
    assert is_over(deadline=YESTERDAY, expires_on=None, today=TODAY) is True
    assert is_over(deadline=None, expires_on=None, today=TODAY) is False


def absences(*ads: KnownAd, seen: str = "", complete: bool = True) -> Absences:
    return decide_absences(ads, seen=frozenset(seen), complete=complete)


def sets(**names: str) -> Absences:
    return Absences(**{name: frozenset(letters) for name, letters in names.items()})


def test_an_ad_is_missing_after_one_complete_run_and_closes_after_the_second() -> None:
    assert absences(ad("a"), ad("b"), seen="b") == sets(missed="a")
    assert absences(ad("a", missed_runs=1), ad("b"), seen="b") == sets(missed="a", closing="a")


def test_an_incomplete_run_proves_presence_but_no_absence() -> None:
    assert absences(ad("a", missed_runs=1), ad("b", missed_runs=1), seen="b", complete=False) == sets(
        back="b"
    )


def test_an_ad_that_is_seen_again_is_not_missing_any_more() -> None:
    assert absences(ad("a", missed_runs=1), seen="a") == sets(back="a")


def test_a_run_that_sees_everything_touches_nothing() -> None:
    assert absences(*map(ad, "abcd"), seen="abcdx") == Absences()


def test_closed_ads_and_those_past_their_deadline_stand_apart() -> None:
    old = ad("b", over=True, missed_runs=1)
    assert absences(closed(BY_FEED, missed_runs=1), old) == Absences()


def test_a_duplicate_goes_missing_like_an_open_ad() -> None:
    assert absences(ad("a", state=DUPLICATE)) == sets(missed="a")


def test_many_closings_at_once_are_held_and_counted_no_further() -> None:
    ads = [ad(letter, missed_runs=1) for letter in "abcd"]
    assert absences(*ads) == sets(missed="abcd", held="abcd")
    waiting = [ad(letter, missed_runs=2) for letter in "abcd"]
    assert absences(*waiting) == sets(held="abcd")


def test_held_ads_close_when_the_feed_recovers_and_few_remain_absent() -> None:
    ads = [ad(letter, missed_runs=2) for letter in "abcd"]
    assert absences(*ads, seen="bcd") == sets(back="bcd", closing="a")


def test_three_ads_of_a_small_source_may_close_at_once() -> None:
    assert absences(*[ad(letter, missed_runs=1) for letter in "abc"]) == sets(missed="abc", closing="abc")


def test_ads_past_their_deadline_make_the_shield_neither_weaker_nor_stronger() -> None:
    gone = [ad(letter, missed_runs=1) for letter in "abcd"]
    over = [ad(letter, over=True) for letter in "klmnopqrstuvwxyz"]
    assert absences(*gone, *over).held == frozenset("abcd")


@pytest.mark.parametrize(
    ("closing", "of", "suspicious"),
    [
        (0, 0, False),
        (3, 3, False),
        (4, 4, True),
        (4, 20, False),
        (4, 19, True),
        (48, 240, False),
        (49, 240, True),
    ],
)
def test_more_than_three_and_more_than_a_fifth_is_suspicious(closing: int, of: int, suspicious: bool) -> None:
    assert is_suspicious(closing=closing, of=of) is suspicious
