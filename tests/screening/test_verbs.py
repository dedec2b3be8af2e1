"""The table of verbs: no way off the map of moves, no reason without words, the right verbs for each part."""

import pytest
from sqlalchemy.orm import Session

from factories import make_application, make_consultant, move_to
from portal.models.application import MOVES, FilledBy, State
from portal.screening import reasons, verbs
from portal.screening.verbs import VERBS, Part, Verb


def _keys(offered: tuple[Verb, ...]) -> list[str]:
    return [verb.key for verb in offered]


def test_every_verb_has_a_key_of_its_own() -> None:
    assert len({verb.key for verb in VERBS}) == len(VERBS)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.key)
def test_a_verb_leads_only_where_the_map_of_moves_allows(verb: Verb) -> None:
    assert verb.at <= set(State)
    assert [state for state in verb.at if verb.to and verb.to not in MOVES[state]] == []


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.key)
def test_a_verb_that_asks_why_offers_few_answers(verb: Verb) -> None:
    assert bool(verb.reasons) == bool(verb.question)
    assert len(verb.reasons) <= 6


def test_one_key_of_a_reason_has_one_wording() -> None:
    listed = [pair for verb in VERBS for pair in verb.reasons]
    assert len(set(listed)) == len({key for key, _ in listed})
    assert all(reasons.WORDS[key] == words for key, words in listed)


def test_from_every_state_that_is_sent_the_office_or_a_consultant_can_go_on() -> None:
    stuck = [
        state
        for state in State
        # A merged case goes on in another; it is parted from it, which is no verb.
        if state not in {State.DRAFT, State.MERGED}
        and not any(state in verb.at and verb.to for verb in VERBS)
    ]
    assert stuck == []


def test_a_new_case_can_be_taken_corrected_or_ended(session: Session) -> None:
    application = make_application(session)
    assert _keys(verbs.offered(application, verbs.OFFICE)) == ["tag", "ret", "ikke-for-os", "luk"]


def test_a_case_that_is_ones_own_can_be_let_go(session: Session) -> None:
    application = move_to(session, make_application(session), State.SCREENING)
    offered = _keys(verbs.offered(application, verbs.OFFICE, mine=True))
    assert offered == [
        "giv-fri",
        "videre",
        "spoerg",
        "vaelg-konsulent",
        "ret",
        "ikke-for-os",
        "luk",
    ]


def test_without_the_persons_yes_nothing_leads_on(session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER)
    offered = _keys(verbs.offered(application, verbs.OFFICE))
    assert "ja" in offered
    assert "videre" not in offered


def test_a_fleksjob_goes_through_a_visitation(session: Session) -> None:
    application = make_application(session, fits="fleksjob")
    assert verbs.pass_on_to(application) == State.VISITATION


@pytest.mark.parametrize("fits", ["disability_pension", "stu", "clarify", "dont_know", ""])
def test_all_others_go_straight_to_the_consultant(session: Session, fits: str) -> None:
    assert verbs.pass_on_to(make_application(session, fits=fits)) == State.HANDED_OVER


def test_a_part_that_has_voted_is_not_asked_again(session: Session) -> None:
    make_consultant(session)
    application = make_application(session, fits="fleksjob")
    move_to(session, application, State.SCREENING, State.VISITATION)
    leader = frozenset({Part.LEADER})
    assert _keys(verbs.offered(application, leader)) == ["visiter-ja", "visiter-nej"]
    assert _keys(verbs.offered(application, leader, voted=leader)) == ["visiter-nej"]
    assert _keys(verbs.offered(application, leader, voted=frozenset({Part.CONSULTANT}))) == [
        "visiter-ja",
        "visiter-nej",
    ]
