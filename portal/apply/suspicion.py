"""What looks like a program's doing is set aside for staff, and never refused to anybody's face (promise 33).

Under attack, and only then, browsers solve a small task by themselves; what comes without is set aside.

One strong sign is enough; of weak ones it takes two, because a school class and a town hall share a network,
and a proud parent may paste a link. The times are the server's own: a draft knows when it was begun.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy.orm import Session

from portal import clock, crypto, limits
from portal.apply import proving
from portal.apply.kinds import Answer
from portal.models.application import Application

MOST_AN_HOUR: Final = 10
MOST_A_DAY: Final = 50
MANY_LINKS: Final = 3
SAME_TEXT: Final = 3
# Shorter texts are alike by chance.
LONG_TEXT: Final = 40
# Ten times what comes in on the busiest hour of a year. A few suspects a day may be mistakes; ten are not.
MANY_SENT: Final = 60
MANY_SUSPECT: Final = 10
ALL: Final = "all"
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
_LINK: Final = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
STRONG: Final = 2


@dataclass(frozen=True, kw_only=True)
class Sender:
    """What is known of who pressed Send: the network, a field that nobody sees, the solution of a task."""

    network: str
    trap: str
    shortest: timedelta
    proof: str = ""


def is_suspect(session: Session, draft: Application, answers: Iterable[Answer], sender: Sender) -> bool:
    """Whether a person should look before it joins the queue. Counts this application; the caller commits."""
    attacked = is_attacked(session)
    solved = proving.is_solved(session, sender.proof) if attacked else True
    texts = [answer.value for answer in answers if isinstance(answer.value, str)]
    points = (
        STRONG * bool(sender.trap)
        + STRONG * (clock.now() - draft.created_at < sender.shortest)
        + _links(texts)
        + _is_busy(session, sender.network)
        + _is_repeated(session, texts)
        + STRONG * (not solved)
    )
    _count_all(session, suspect=points >= STRONG)
    return points >= STRONG


def is_attacked(session: Session) -> bool:
    """Whether far more comes in than people send: then browsers are asked for a proof of work."""
    sent = limits.counted(session, "sent by all", ALL, window=_HOUR)
    suspect = limits.counted(session, "suspect of all", ALL, window=_DAY)
    return sent >= MANY_SENT or suspect >= MANY_SUSPECT


def _count_all(session: Session, *, suspect: bool) -> None:
    limits.count(session, "sent by all", ALL, window=_HOUR)
    if suspect:
        limits.count(session, "suspect of all", ALL, window=_DAY)


def _links(texts: Iterable[str]) -> int:
    found = sum(len(_LINK.findall(text)) for text in texts)
    return STRONG if found >= MANY_LINKS else int(found > 0)


def _is_busy(session: Session, network: str) -> bool:
    by_hour = limits.count(session, "sent", network, window=_HOUR)
    by_day = limits.count(session, "sent today", network, window=_DAY)
    return by_hour > MOST_AN_HOUR or by_day > MOST_A_DAY


def _is_repeated(session: Session, texts: Iterable[str]) -> bool:
    """Whether the same long text has come several times today; only its keyed hash is counted."""
    times = [
        limits.count(
            session, "text", crypto.keyring().keyed_hash(" ".join(text.split()), purpose="text"), window=_DAY
        )
        for text in texts
        if len(text) >= LONG_TEXT
    ]
    return max(times, default=0) > SAME_TEXT
