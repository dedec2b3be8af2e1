"""The jobs of a class board: those that an address names and that can still be applied for."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import postings
from portal.easyread.trades import TRADES
from portal.models.posting import Posting
from portal.schools.class_board import Card, Task

MOST_TASKS = 4


def cards(session: Session, ids: Sequence[str]) -> tuple[Card, ...]:
    """The open jobs among these in their order, each once; instead of a twin the one that is shown."""
    told = select(Posting.id, Posting.duplicate_of_id).where(Posting.id.in_(ids))
    twins = {row.id: row.duplicate_of_id for row in session.execute(told)}
    shown = list(dict.fromkeys(twins.get(each) or each for each in ids))
    rows = {row.id: row for row in session.scalars(postings.open_postings().where(Posting.id.in_(shown)))}
    return tuple(_card(rows[each]) for each in shown if each in rows)


def _card(ad: Posting) -> Card:
    easy = postings.easy_ad(ad)
    return Card(
        id=ad.id,
        title=ad.easy_title or ad.title,
        place=ad.town or "",
        trade=TRADES.get(ad.trade, TRADES["other"]),
        tasks=tuple(Task(text=task.text, pictogram=task.pictogram) for task in easy.tasks[:MOST_TASKS]),
    )
