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
from portal.apply.proving import Solved
from portal.limits import Counter
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
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
SENT: Final = Counter(purpose="sent by all", who="all", window=_HOUR)
SUSPECTS: Final = Counter(purpose="suspect of all", who="all", window=_DAY)
_LINK: Final = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
STRONG: Final = 2


@dataclass(frozen=True, kw_only=True)
class Sender:
    """What is known of who pressed Send: the network, a field that nobody sees, the solution of a task."""

    network: str
    trap: str
    shortest: timedelta
    proof: str = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Whether a person should look before it joins the queue, and what is to be counted when it is sent.

    Under attack it hangs on a proof of work too, which is None where there is no good one.
    """

    suspect: bool
    attacked: bool
    proof: Solved | None
    counters: tuple[Counter, ...]


def look(session: Session, draft: Application, answers: Iterable[Answer], sender: Sender) -> Finding:
    """Looks at what is about to be sent.

    What is counted is only read here, and written by `count` at the very end: everybody who sends waits for
    one and the same row. So those who send in the same moment do not count for one another yet.
    """
    texts = [answer.value for answer in answers if isinstance(answer.value, str)]
    of_sender, of_texts = _of_network(sender.network), _of_texts(texts)
    sent, suspects, *before = limits.counted_all(session, [SENT, SUSPECTS, *of_sender, *of_texts])
    attacked = _is_much(sent, suspects)
    by_hour, by_day, *same = (count + 1 for count in before)
    points = (
        STRONG * bool(sender.trap)
        + STRONG * (clock.now() - draft.created_at < sender.shortest)
        + _links(texts)
        + (by_hour > MOST_AN_HOUR or by_day > MOST_A_DAY)
        + (max(same, default=0) > SAME_TEXT)
    )
    return Finding(
        suspect=points >= STRONG,
        attacked=attacked,
        proof=proving.solved(sender.proof) if attacked else None,
        counters=(*of_sender, *of_texts),
    )


def settle(session: Session, finding: Finding) -> bool:
    """Whether it is set aside. Uses up its proof of work; the caller commits."""
    if not finding.attacked:
        return finding.suspect
    return not (finding.proof and proving.is_new(session, finding.proof)) or finding.suspect


def count(session: Session, finding: Finding, *, suspect: bool) -> None:
    """Counts what was looked at. The caller commits at once."""
    of_all = (SENT, SUSPECTS) if suspect else (SENT,)
    limits.count_all(session, (*finding.counters, *of_all))


def is_attacked(session: Session) -> bool:
    """Whether far more comes in than people send: then browsers are asked for a proof of work."""
    sent, suspects = limits.counted_all(session, [SENT, SUSPECTS])
    return _is_much(sent, suspects)


def _is_much(sent: int, suspects: int) -> bool:
    return sent >= MANY_SENT or suspects >= MANY_SUSPECT


def _links(texts: Iterable[str]) -> int:
    found = sum(len(_LINK.findall(text)) for text in texts)
    return STRONG if found >= MANY_LINKS else int(found > 0)


def _of_network(network: str) -> tuple[Counter, Counter]:
    """How much comes from one network: this hour, and today."""
    return (
        Counter(purpose="sent", who=network, window=_HOUR),
        Counter(purpose="sent today", who=network, window=_DAY),
    )


def _of_texts(texts: Iterable[str]) -> tuple[Counter, ...]:
    """How often each long text has come today; only its keyed hash is counted."""
    long = {" ".join(text.split()) for text in texts if len(text) >= LONG_TEXT}
    hashed = (crypto.keyring().keyed_hash(text, purpose="text") for text in sorted(long))
    return tuple(Counter(purpose="text", who=known, window=_DAY) for known in hashed)
