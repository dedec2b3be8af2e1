"""How the lists are ordered: groups by what needs doing, each a heading over some states."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, and_, bindparam, literal_column, or_, select, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from portal import cases, clock
from portal.models.application import ENDS, OPEN, Application, Move, State
from portal.models.base import UtcDateTime
from portal.models.columns import written

# States in which the person waits for an answer from the secretariat.
OURS: Final = frozenset({State.RECEIVED, State.AWAITING_CONSENT, State.SCREENING})

SIX_MONTHS: Final = timedelta(days=182)

# The steps by which the person says more or puts something right; `portal.status` takes them.
BY_THE_PERSON: Final = ("person_added", "person_phone")

# The queries of a list are built once, so they ask for the time, and for who reads, when they are used.
ME: Final = bindparam("me", type_=Application.claimed_by_id.type)
_NOW: Final = bindparam("now", callable_=clock.now, type_=UtcDateTime())
_TODAY: Final = bindparam("today", callable_=clock.today, type_=Date())
_SIX_MONTHS_AGO: Final = bindparam(
    "six_months_ago", callable_=lambda: clock.now() - SIX_MONTHS, type_=UtcDateTime()
)
# SQLite knows no LIMIT without an OFFSET, which would be a parameter of its own in each part of a query.
AT_ONCE: Final[ColumnElement[int]] = literal_column("0")
# The index over the steps of a case has the newest at its end, so this is one look into it.
_NEWEST_REASON: Final = (
    select(Move.reason)
    .where(Move.application_id == Application.id)
    .order_by(Move.step.desc())
    .limit(literal_column("1"))
    .offset(AT_ONCE)
    .correlate(Application)
    .scalar_subquery()
)


class _AsKept(FunctionElement[datetime]):
    """A column of times for a comparison that no index answers.

    SQLite has no type for times, and tries with each row whether the two to compare are numbers. It does not
    with what is no longer a plain column; over the whole queue that is a sixth of the work.
    """

    inherit_cache = True
    type = UtcDateTime()


@compiles(_AsKept)
def _plain(element: _AsKept, compiler: SQLCompiler, **told: Any) -> str:
    return compiler.process(element.clauses, **told)


@compiles(_AsKept, "sqlite")
def _without_affinity(element: _AsKept, compiler: SQLCompiler, **told: Any) -> str:
    return f"+{compiler.process(element.clauses, **told)}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Group:
    """One heading of a list. `key` stands in the URL; `held` gathers what one has taken oneself, `late` what
    is past its promised day, `to_call` the people whose day to be called has come, `answered` the cases where
    the person was the last to do something, and `after_six_months` who has stood there for so long.

    `first` is how many rows the overview shows; 0 keeps the group off it. Who has waited longest comes
    first, except in groups where nobody waits.
    """

    key: str
    heading: str
    states: frozenset[State]
    held: bool = False
    late: bool = False
    to_call: bool = False
    answered: bool = False
    after_six_months: bool = False
    first: int = 5
    newest_first: bool = False

    @property
    def marked(self) -> bool:
        """Whether more than its states picks its cases. Marked groups stand before those they take from; no
        two others of a list share a state.
        """
        return self.held or self.late or self.to_call or self.answered or self.after_six_months

    @property
    def found_at_once(self) -> bool:
        """Whether one question finds its first cases: they stand in one state, which an index has in their
        order, or they are the few that an index of their own has.
        """
        return self.held or self.to_call or len(self.states) == 1

    def parts(self, states: frozenset[State]) -> list[frozenset[State]]:
        """Those of its states that are asked for together, among `states`."""
        wanted = self.states & states
        return [wanted] if self.found_at_once else [frozenset({state}) for state in sorted(wanted)]


QUEUE: Final = (
    Group(
        key="dine", heading="Du har dem", states=OPEN - frozenset(cases.WITH_CONSULTANT), held=True, first=10
    ),
    Group(key="over-tiden", heading="Over tiden", states=OURS, late=True),
    Group(key="ring", heading="Ring", states=OURS | {State.NEEDS_INFO}, to_call=True),
    Group(key="nye", heading="Nye", states=frozenset({State.RECEIVED})),
    Group(key="svar", heading="Svar er kommet", states=frozenset({State.SCREENING}), answered=True),
    Group(key="i-gang", heading="I gang", states=frozenset({State.SCREENING})),
    Group(key="visitation", heading="Visitation", states=frozenset({State.VISITATION})),
    Group(
        key="mangler-ja", heading="Mangler personens ja", states=frozenset({State.AWAITING_CONSENT}), first=3
    ),
    Group(
        key="venter-paa-svar",
        heading="Venter på svar fra personen",
        states=frozenset({State.NEEDS_INFO}),
        first=3,
    ),
    Group(
        key="venteliste-ring",
        heading="Venteliste: ring",
        states=frozenset({State.WAITING}),
        to_call=True,
        first=3,
    ),
    Group(key="mistaenkelige", heading="Mistænkelige", states=frozenset({State.QUARANTINED})),
    Group(key="sendt", heading="Sendt til konsulent", states=frozenset({State.HANDED_OVER}), first=3),
    Group(
        key="hos-konsulent",
        heading="Hos konsulenten",
        states=frozenset({State.ACCEPTED, State.TALKED, State.WAITING, State.TRIAL, State.HIRED}),
        first=0,
    ),
    Group(key="slut", heading="Slut", states=ENDS | {State.FOLLOWED_UP}, first=0, newest_first=True),
)
MINE: Final = (
    Group(key="ring", heading="Ring", states=frozenset(cases.WITH_CONSULTANT), to_call=True),
    Group(
        key="seks-maaneder",
        heading="Ansat for 6 måneder siden: ring",
        states=frozenset({State.HIRED}),
        after_six_months=True,
    ),
    Group(key="nye", heading="Nye til dig", states=frozenset({State.HANDED_OVER})),
    Group(key="visitation", heading="Sig ja eller nej", states=frozenset({State.VISITATION})),
    Group(key="aftal", heading="Aftal en samtale", states=frozenset({State.ACCEPTED})),
    Group(key="talt", heading="Samtalen er holdt", states=frozenset({State.TALKED})),
    Group(key="praktik", heading="I praktik", states=frozenset({State.TRIAL})),
    Group(key="venteliste", heading="På venteliste", states=frozenset({State.WAITING})),
    Group(key="ansat", heading="Ansat", states=frozenset({State.HIRED})),
    Group(key="ringet", heading="Ringet op efter 6 måneder", states=frozenset({State.FOLLOWED_UP})),
)


def only_in(group: Group, listed: tuple[Group, ...], *states: State) -> ColumnElement[bool]:
    """The cases that stand in a group of a list, or those of them in some of its states.

    A case stands in one place: the first group of the list that it falls into.
    """
    wanted = frozenset(states) or group.states
    earlier = (other for other in listed[: listed.index(group)] if other.states & wanted)
    # Lateness first: in a long queue it takes most cases away, and those are asked nothing more.
    taken = (_not_in(other, wanted) for other in sorted(earlier, key=lambda other: not other.late))
    # What the newest step says is looked up case by case, so it is asked last, of those that are left.
    own = _marks(group)
    return and_(one_of(wanted), *taken, *own) if group.answered else and_(one_of(wanted), *own, *taken)


def _not_in(group: Group, states: frozenset[State]) -> ColumnElement[bool]:
    # Not `NOT`: a day that is not known makes the condition NULL, and the case is not in that group.
    others = _condition(group, states).is_not(true())
    return or_(Application.claimed_by_id.is_(None), others) if group.held else others


def _condition(group: Group, states: frozenset[State]) -> ColumnElement[bool]:
    """What picks the cases of a group among those in some states."""
    marks = _marks(group)
    return and_(*marks) if marks and states <= group.states else and_(one_of(group.states), *marks)


def one_of(states: Collection[State]) -> ColumnElement[bool]:
    """The cases in some states."""
    return Application.state.in_([written(state) for state in sorted(states)])


def _marks(group: Group) -> list[ColumnElement[bool]]:
    """What tells the cases of a group from others in the same states."""
    marks = (
        (group.held, cases.held_by(ME)),
        (group.late, _AsKept(Application.answer_by) < _NOW),
        (group.to_call, Application.call_on <= _TODAY),
        (group.answered, _NEWEST_REASON.in_([written(reason) for reason in BY_THE_PERSON])),
        (group.after_six_months, Application.state_since <= _SIX_MONTHS_AGO),
    )
    return [condition for asked, condition in marks if asked]
