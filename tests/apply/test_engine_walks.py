"""However somebody walks through the form, exactly the answers of the path taken are shown and sent."""

import json
from collections.abc import Mapping
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from portal.apply import checking, drafts, engine, queries
from portal.apply.engine import Asked, Step
from portal.apply.kinds import Answer, Kind
from portal.apply.questions import BY_KEY, CALL_ME

TEXTS = st.sampled_from(["Kim Kandidat", "Mona Mor", "å" * 80])
PLACES = st.sampled_from(["", "4200", "4220", "8000", "Nykøbing", "Gladsaxe"])
MAILS = st.sampled_from(["", "mona@example.com"])
YEARS = st.sampled_from(["", "1986", "født 1. maj 2001"])
PHONES = st.sampled_from(["20112233", "+45 30 11 22 33"])


def typed_for(asked: Asked, draw: st.DataObject) -> dict[str, list[str]]:
    """Something that a person may type or choose on this page."""
    allowed = [option.value for option in asked.options if not option.stop]
    if asked.kind in {Kind.CHOICE, Kind.LIST}:
        return {asked.key: [draw.draw(st.sampled_from(allowed), label=asked.key)]}
    if asked.kind == Kind.SEVERAL:
        return {asked.key: draw.draw(st.lists(st.sampled_from(allowed), max_size=3), label=asked.key)}
    if asked.kind == Kind.CONTACT:
        return {"phone": [draw.draw(PHONES)], "email": [draw.draw(st.sampled_from(["", "kim@example.com"]))]}
    texts = {Kind.PLACE: PLACES, Kind.PHONE: PHONES, Kind.MAIL: MAILS, Kind.YEAR: YEARS}.get(
        asked.kind, TEXTS
    )
    return {asked.key: [draw.draw(texts, label=asked.key)]}


class Walk(RuleBasedStateMachine):
    """A person with a draft, who stands at a question or at the page for checking."""

    mark: ClassVar[Mapping[str, Answer]] = {}
    first = "who"

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, Answer] = {**self.mark}
        self.given: dict[str, Answer] = {**self.mark}
        self.at: str | None = self.first
        self.path = engine.walk(self.answers)

    def give(self, key: str, draw: st.DataObject) -> None:
        step = engine.find(self.path, key)
        assert step is not None
        answer = checking.check(step.asked, typed_for(step.asked, draw))
        assert isinstance(answer, Answer), answer
        self.keep(answer)

    def keep(self, answer: Answer) -> None:
        self.answers = dict(engine.with_answer(self.answers, answer))
        self.given[answer.key] = answer
        self.path = engine.walk(self.answers)

    @precondition(lambda self: self.at)
    @rule(draw=st.data())
    def answer_and_go_on(self, draw: st.DataObject) -> None:
        assert self.at
        self.give(self.at, draw)
        after = engine.following(self.path, self.at)
        self.at = after.asked.key if after else None

    @precondition(lambda self: self.at)
    @rule()
    def go_back(self) -> None:
        assert self.at
        before = engine.preceding(self.path, self.at)
        self.at = before.asked.key if before else self.at

    @rule(draw=st.data())
    def edit_any(self, draw: st.DataObject) -> None:
        key = draw.draw(st.sampled_from([step.asked.key for step in self.path]), label="edit")
        self.give(key, draw)
        open_step = engine.first_open(self.path)
        self.at = open_step.asked.key if open_step else None

    @rule()
    def leave_and_come_back_another_day(self) -> None:
        """What a draft keeps is what stands in its row, read on another device."""
        stored = queries.as_stored(self.answers.values())
        self.answers = {row["key"]: Answer(**row) for row in json.loads(stored)}
        self.path = engine.walk(self.answers)
        open_step = engine.first_open(self.path)
        self.at = open_step.asked.key if open_step else None

    @rule(mail=st.sampled_from(["kim@example.com", "mona@example.com"]))
    def save_for_later_with_a_link(self, mail: str) -> None:
        """What saving notes beside the answers is asked nowhere, and so sent nowhere."""
        self.keep(Answer(key=drafts.MAIL, question="", value=mail, text=""))

    @rule(who=st.sampled_from(["self", "together", "helper"]))
    def somebody_else_takes_over(self, who: str) -> None:
        answer = checking.check(engine.ask(BY_KEY["who"], {}), {"who": [who]})
        assert isinstance(answer, Answer)
        self.keep(answer)
        self.at = "name"

    @invariant()
    def nothing_typed_is_lost(self) -> None:
        assert self.answers == self.given

    @invariant()
    def where_one_stands_is_on_the_path(self) -> None:
        assert self.at is None or engine.find(self.path, self.at) is not None

    @invariant()
    def what_will_be_sent_is_what_the_path_asked_and_shows(self) -> None:
        path = self.path
        sent = {answer.key: answer for answer in engine.to_send(path)}
        assert [step.asked.key for step in path if step.answer] == list(sent)
        for step in path:
            if step.answer:
                assert sent[step.asked.key] == self.given[step.asked.key]
                assert sent[step.asked.key].question == step.asked.heading
                assert self._shown(step) in sent[step.asked.key].text

    @staticmethod
    def _shown(step: Step) -> str:
        shown = engine.shown(step)
        assert shown
        return shown if isinstance(shown, str) else "\n".join(shown)

    @invariant()
    def what_the_draft_knows_beside_its_answers_is_never_sent(self) -> None:
        sent = {answer.key for answer in engine.to_send(self.path)}
        assert sent <= set(BY_KEY)

    @invariant()
    def a_complete_path_has_every_answer(self) -> None:
        path = self.path
        if engine.first_open(path) is None:
            assert len(engine.to_send(path)) == len(path)

    @invariant()
    def the_numbers_run_from_one_to_the_length_of_the_path(self) -> None:
        path = self.path
        assert [(s.number, s.total) for s in path] == [(n, len(path)) for n in range(1, len(path) + 1)]

    @invariant()
    def sending_and_resuming_takes_the_same_path(self) -> None:
        path = self.path
        kept = {answer.key: answer for answer in engine.to_send(path)}
        assert [step.asked for step in engine.walk({**self.mark, **kept})] == [step.asked for step in path]

    @invariant()
    def only_a_helpers_path_holds_a_helper(self) -> None:
        helper = {key for key in (answer.key for answer in engine.to_send(self.path)) if "helper" in key}
        who = self.answers.get("who")
        assert not helper or (who is not None and who.value == "helper")


class CallMeWalk(Walk):
    """The same with a request to be called, which has three questions of its own."""

    mark: ClassVar[Mapping[str, Answer]] = {"form": CALL_ME}
    first = "name"

    @invariant()
    def only_three_things_are_asked(self) -> None:
        assert [step.asked.key for step in self.path] == ["name", "call_phone", "call_time"]


TestCallMeWalk = CallMeWalk.TestCase
TestCallMeWalk.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
