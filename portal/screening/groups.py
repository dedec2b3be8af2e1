"""How the lists are ordered: groups by what needs doing, each a heading over some states."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, case

from portal import cases, clock
from portal.models.application import ENDS, Application, State

# States in which the person waits for an answer from the secretariat.
OURS: Final = frozenset({State.RECEIVED, State.AWAITING_CONSENT, State.SCREENING})

SIX_MONTHS: Final = timedelta(days=182)


@dataclass(frozen=True, kw_only=True)
class Group:
    """One heading of a list. `key` stands in the URL; `late` gathers what is past its promised day,
    `to_call` the people whose day to be called has come, and `after` who has stood there for so long.

    `first` is how many rows the overview shows; 0 keeps the group off it. Who has waited longest comes
    first, except in groups where nobody waits.
    """

    key: str
    heading: str
    states: frozenset[State]
    late: bool = False
    to_call: bool = False
    after: timedelta | None = None
    first: int = 10
    newest_first: bool = False


QUEUE: Final = (
    Group(key="over-tiden", heading="Over tiden", states=OURS, late=True),
    Group(key="ring", heading="Ring", states=OURS | {State.NEEDS_INFO}, to_call=True),
    Group(key="nye", heading="Nye", states=frozenset({State.RECEIVED})),
    Group(key="mangler-ja", heading="Mangler personens ja", states=frozenset({State.AWAITING_CONSENT})),
    Group(key="i-gang", heading="I gang", states=frozenset({State.SCREENING})),
    Group(key="venter-paa-svar", heading="Venter på svar fra personen", states=frozenset({State.NEEDS_INFO})),
    Group(key="visitation", heading="Visitation", states=frozenset({State.VISITATION})),
    Group(key="mistaenkelige", heading="Mistænkelige", states=frozenset({State.QUARANTINED})),
    Group(key="sendt", heading="Sendt til konsulent", states=frozenset({State.HANDED_OVER}), first=5),
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
        after=SIX_MONTHS,
    ),
    Group(key="nye", heading="Nye til dig", states=frozenset({State.HANDED_OVER})),
    Group(key="visitation", heading="Sig ja eller nej", states=frozenset({State.VISITATION})),
    Group(key="aftal", heading="Aftal en samtale", states=frozenset({State.ACCEPTED})),
    Group(key="talt", heading="Samtalen er holdt", states=frozenset({State.TALKED})),
    Group(key="praktik", heading="I praktik", states=frozenset({State.TRIAL})),
    Group(key="venteliste", heading="På venteliste", states=frozenset({State.WAITING})),
    Group(key="ansat", heading="Ansat", states=frozenset({State.HIRED})),
    Group(key="ringet", heading="Ringet op efter 6 måneder", states=frozenset({State.FOLLOWED_UP}), first=5),
)


def condition(group: Group, now: datetime) -> ColumnElement[bool]:
    """The cases of a group, whatever groups stand before it."""
    conditions: list[ColumnElement[bool]] = [Application.state.in_(sorted(group.states))]
    if group.late:
        conditions.append(Application.answer_by < now)
    if group.after is not None:
        conditions.append(Application.state_since <= now - group.after)
    if group.to_call:
        conditions.append(Application.call_on <= clock.to_local(now).date())
    return and_(*conditions)


def key_of(groups: tuple[Group, ...], now: datetime) -> ColumnElement[str | None]:
    """The key of the first group that a case falls into; NULL for none."""
    return case(*((condition(group, now), group.key) for group in groups), else_=None)
