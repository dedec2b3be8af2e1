"""A day in the job as short steps, made of what the ad states: its tasks, the time of day, its pauses."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from portal.easyread.task_words import VERBS
from portal.easyread.tasks import OTHER_TASKS, present_tense

FEWEST: Final = 3
"""A day of fewer tasks tells no more than the list of tasks does."""
ORDER: Final = ("Først", "Bagefter", "Til sidst")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a day: a sentence and the key of its picture."""

    text: str
    pictogram: str


def day_in_the_job(tasks: Iterable[tuple[str, str]], *, pauses: bool) -> tuple[Step, ...]:
    """The steps of a day; () where the ad does not state enough.

    `tasks` are easy words, verb first, with the keys of their pictures. `pauses` says that the ad speaks of
    them. The order is a guess, and the page must say so.
    """
    done = [(present_tense(text), picture) for text, picture in tasks if _is_one_thing(text)]
    if len(done) < FEWEST:
        return ()
    first, second, last = (
        Step(_sentence(when, does), picture)
        for when, (does, picture) in zip(ORDER, done[:FEWEST], strict=True)
    )
    middle = (second, Step("Så holder du en pause.", "pause")) if pauses else (second,)
    return (first, *middle, last)


def _is_one_thing(task: str) -> bool:
    """Whether a task has one known verb: "klippe og pakke" would keep its second one as it is."""
    followed = {after for word, after in pairwise(task.lower().split()) if word == "og"}
    return task != OTHER_TASKS and present_tense(task) != "" and not followed & VERBS


def _sentence(when: str, does: str) -> str:
    """The two as one sentence: "pakker brød" gives "Først pakker du brød."."""
    verb, _, rest = does.partition(" ")
    return f"{when} {verb} du {rest}".strip() + "."
