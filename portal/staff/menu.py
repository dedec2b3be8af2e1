"""The frame of signed-in pages: who one is, and the menu of one's roles."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from flask import request, url_for
from flask_login import current_user

from portal import alarms, sessions
from portal.access import me
from portal.models.staff import Role

SEES_SOURCES: Final = frozenset({Role.ADMIN, Role.EDITOR, Role.LEADER, Role.SECRETARIAT})
# endpoint, words, the roles that see it (none: everybody)
ITEMS: Final = (
    ("screening.queue", "Kø", frozenset({Role.SECRETARIAT, Role.LEADER})),
    ("screening.mine", "Mine sager", frozenset({Role.CONSULTANT})),
    ("waiting.overview", "Venteliste", frozenset({Role.SECRETARIAT, Role.LEADER, Role.CONSULTANT})),
    ("screening.stuck_mails", "Mails", frozenset({Role.SECRETARIAT, Role.LEADER})),
    ("wording.overview", "Breve", frozenset({Role.SECRETARIAT, Role.LEADER})),
    ("editing.overview", "Jobopslag", frozenset({Role.EDITOR, Role.LEADER, Role.SECRETARIAT})),
    ("editing.own_ads", "Egne opslag", frozenset({Role.CONSULTANT})),
    ("feeds.overview", "Kilder", SEES_SOURCES),
    ("operation.overview", "Drift", frozenset({Role.ADMIN, Role.LEADER})),
    ("figures.overview", "Tal", frozenset({Role.SECRETARIAT, Role.LEADER})),
    ("municipalities.staff_overview", "Kommuner", frozenset({Role.EDITOR, Role.LEADER, Role.SECRETARIAT})),
    (
        "schools.overview",
        "Skoler",
        frozenset({Role.EDITOR, Role.LEADER, Role.SECRETARIAT, Role.CONSULTANT}),
    ),
    ("accounts.overview", "Konti", frozenset({Role.ADMIN})),
    ("privacy.overview", "Persondata", frozenset({Role.LEADER, Role.ADMIN})),
    ("consultants.overview", "Konsulenter", frozenset({Role.LEADER, Role.ADMIN})),
    ("staff.my_sign_in", "Mit log-ind", frozenset[Role]()),
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One entry of the menu; `count` is a number beside it, or None."""

    url: str
    words: str
    here: bool
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What the frame shows to the person signed in; `alarms` is how much is wrong with the sources, `trouble`
    with the portal itself.

    A session ends after `idle_seconds` without a request, and in `seconds_left` in any case.
    """

    name: str
    menu: tuple[Item, ...]
    alarms: int
    trouble: int
    idle_seconds: int
    seconds_left: int


def frame() -> Frame:
    """The frame for the person signed in; only for pages that are theirs."""
    staff = me()
    wrong = current_user.wrong if staff.has(*SEES_SOURCES) else ()
    return Frame(
        name=staff.name,
        menu=_menu(staff.roles, str(request.endpoint), request.script_root),
        alarms=sum(kind in alarms.OF_SOURCES for kind in wrong),
        trouble=sum(kind not in alarms.OF_SOURCES for kind in wrong),
        idle_seconds=int(sessions.IDLE.total_seconds()),
        seconds_left=sessions.seconds_left(current_user.get_id()),
    )


@lru_cache(maxsize=1024)
def _menu(roles: frozenset[Role], here: str, _below: str) -> tuple[Item, ...]:
    """The menu of these roles on one page; it is the same until the portal stands at another address."""
    return tuple(
        Item(url=url_for(endpoint), words=words, here=here == endpoint)
        for endpoint, words, seen_by in ITEMS
        if not seen_by or seen_by & roles
    )
