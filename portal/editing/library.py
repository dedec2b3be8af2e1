"""The library of job descriptions: where an own ad begins, by chain and trade."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from portal.easyread.ad import Task
from portal.easyread.easy_text import EasyText
from portal.easyread.tasks import picture_of
from portal.easyread.trades import TRADES
from portal.editing.content import Content, Facts
from portal.editing.library_texts import OTHERS, SHOPS

CHAINS = frozenset(row[1] for row in SHOPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One job description: `where` is a chain or a kind of workplace, `trade` a key of `TRADES`."""

    key: str
    where: str
    trade: str
    title: str
    summary: str
    tasks: tuple[str, ...]

    def content(self) -> Content:
        """A draft to go on with; only a chain's name is also the employer's."""
        otherwise = TRADES[self.trade].pictogram
        text = EasyText(
            title=self.title,
            summary=self.summary,
            tasks=tuple(Task(task, picture_of(task, otherwise=otherwise)) for task in self.tasks),
        )
        employer = self.where if self.where in CHAINS else ""
        return Content(facts=Facts(employer=employer, trade=self.trade), text=text)


LIBRARY: Mapping[str, Description] = MappingProxyType(
    {
        key: Description(key=key, where=where, trade=trade, title=title, summary=summary, tasks=tasks)
        for key, where, trade, title, summary, tasks in (*SHOPS, *OTHERS)
    }
)


def on_shelves(where: str = "", trade: str = "") -> dict[str, list[Description]]:
    """The descriptions by chain or kind of workplace; "" is any."""
    shelves: dict[str, list[Description]] = {}
    for one in LIBRARY.values():
        if where in {"", one.where} and trade in {"", one.trade}:
            shelves.setdefault(one.where, []).append(one)
    return shelves
