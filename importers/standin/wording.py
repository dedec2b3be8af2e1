"""Writes the words of one KLAPjob ad around the tasks of its role, in the order such ads usually have."""

from dataclasses import dataclass

from importers.standin.bodies import Block
from importers.standin.choosing import chance, number, pick, shuffled
from importers.standin.texts import Role, frame


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What the words must say. `hours` is (lowest, highest) a week or None; `turn` varies the rest."""

    role: Role
    employer: str
    fleksjob: bool
    hours: tuple[int, int] | None
    tasks: tuple[str, ...]
    turn: int


def blocks(wording: Wording) -> list[Block]:
    """The ad in order: who can get it, invitation, how to apply, tasks, hours, more, closing words."""
    only = Block(text=_chosen(wording, "only_through"))
    late = chance(35, "only late", wording.turn)
    return [
        Block(text=_chosen(wording, "first_fleksjob" if wording.fleksjob else "first_skaanejob")),
        Block(text=_invitation(wording)),
        *([] if late else [only]),
        Block(text=_chosen(wording, "task_headings"), items=_tasks(wording)),
        *_hours(wording),
        *_more(wording),
        *([only] if late else []),
        Block(text=_chosen(wording, "closing_fleksjob" if wording.fleksjob else "closing")),
    ]


def _chosen(wording: Wording, name: str) -> str:
    place = "butikken" if wording.role.trade == "shop" else "arbejdspladsen"
    sentence = pick(frame(name), name, wording.turn)
    return sentence.replace("{employer}", wording.employer).replace("{place}", place)


def _invitation(wording: Wording) -> str:
    own = pick(wording.role.invites, "invite", wording.turn)
    return f"{own} {_chosen(wording, 'invites')}" if chance(50, "two invites", wording.turn) else own


def _tasks(wording: Wording) -> tuple[str, ...]:
    """Four to seven, in the order of a day at work, the last one often "and whatever else there is"."""
    if wording.tasks:
        return wording.tasks
    own = wording.role.tasks
    count = min(len(own), 4 + number("tasks", wording.turn) % 3)
    chosen = set(shuffled(own, "task order", wording.turn)[:count])
    rest = (pick(frame("other_tasks"), "other", wording.turn),) if chance(60, "other", wording.turn) else ()
    return tuple(task for task in own if task in chosen) + rest


def _hours(wording: Wording) -> list[Block]:
    if wording.hours is None:
        return []
    low, high = wording.hours
    name = "hours" if low == high else "hours_range"
    days = max(2, min(5, round(high / 4)))
    start = pick(("7", "8", "8.30", "9", "10"), "start", wording.turn)
    values = {"{hours}": str(high), "{low}": str(low), "{days}": str(days), "{start}": start}
    text = pick(frame(name), name, wording.turn)
    for key, value in values.items():
        text = text.replace(key, value)
    return [Block(text=text)]


def _more(wording: Wording) -> list[Block]:
    """What the workplace offers and hopes for: a list, a sentence, or nothing."""
    style = number("more", wording.turn) % 4
    more = []
    if style in {0, 1}:
        more.append(Block(text=_chosen(wording, "offer_headings"), items=_offers(wording, "offer_items", 3)))
    if style in {1, 2}:
        wishes = tuple(shuffled(frame("wishes"), "wishes", wording.turn)[:3])
        more.append(Block(text=_chosen(wording, "wish_headings"), items=wishes))
    if style == 3:
        more.append(Block(text=" ".join(_offers(wording, "offers", 2))))
    return more


def _offers(wording: Wording, name: str, count: int) -> tuple[str, ...]:
    """What is offered; nothing about a pension in a fleksjob."""
    possible = [text for text in frame(name) if not (wording.fleksjob and "pension" in text)]
    return tuple(shuffled(possible, name, wording.turn)[:count])
