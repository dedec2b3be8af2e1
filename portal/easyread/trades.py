"""The twelve trades a seeker chooses among, and which one an ad belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from portal.easyread.matching import WordLists, fold, starts_of
from portal.easyread.remembering import remembered
from portal.easyread.trade_words import EMPLOYER_WORDS, ROLE_WORDS, WORKPLACE_WORDS

_OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """A trade: ``key`` in code and database, ``slug`` in URLs, ``name`` on pages, the key of its picture."""

    key: str
    slug: str
    name: str
    pictogram: str


# key, slug, name, pictogram; the order is the order on the page, biggest trade first
_ROWS = (
    ("shop", "butik", "Butik", "shop"),
    ("kitchen", "koekken", "Køkken og restaurant", "kitchen"),
    ("warehouse", "lager", "Lager og fabrik", "warehouse"),
    ("care", "skole-og-omsorg", "Skole, børnehave og plejehjem", "school"),
    ("outdoors", "have-og-gaard", "Have og gård", "garden"),
    ("cars", "auto", "Bilværksted", "car_workshop"),
    ("crafts", "haandvaerk", "Håndværk", "crafts"),
    ("office", "kontor", "Kontor", "office"),
    ("cleaning", "rengoering", "Rengøring og service", "cleaning"),
    ("transport", "transport", "Transport", "transport"),
    ("housing", "bolig", "Boligforening", "housing"),
    ("other", "andet", "Andet, fx dyr og museum", "museum"),
)

TRADES: Mapping[str, Trade] = MappingProxyType(
    {key: Trade(key=key, slug=slug, name=name, pictogram=pictogram) for key, slug, name, pictogram in _ROWS}
)

_BY_SLUG: Mapping[str, Trade] = MappingProxyType({trade.slug: trade for trade in TRADES.values()})


def by_slug(slug: str) -> Trade | None:
    """The trade with this slug, or None."""
    return _BY_SLUG.get(slug)


def recognise_trade(title: str, employer: str, tasks_text: str) -> str:
    """The key of the trade an ad belongs to; ``"other"`` when nothing speaks for any.

    The employer's name says most (a chain of shops is a shop, whatever the task), then the role in the title,
    then the kind of workplace, last the tasks. A tie goes to the bigger trade.
    """
    return trade_of(title, employer, fold(tasks_text).split("\n"))


def trade_of(title: str, employer: str, folded: Iterable[str]) -> str:
    """Like `recognise_trade`, for tasks that are folded line by line."""
    in_title, in_employer = _found_in(fold(title)), _found_in(fold(employer))
    in_tasks = [found for found in map(_found_in, folded) if found]
    named = set().union(in_title, in_employer, *in_tasks)
    scores = {
        key: _score(
            in_title.get(key, _NOTHING),
            in_employer.get(key, _NOTHING),
            [found[key] for found in in_tasks if key in found],
        )
        for key in TRADES
        if key in named
    }
    best = max(scores, key=lambda key: scores[key], default=_OTHER)
    return best if scores.get(best) else _OTHER


_KEYS = tuple(TRADES)
_EMPLOYERS, _ROLES, _WORKPLACES = (
    WordLists(words[key] for key in _KEYS) for words in (EMPLOYER_WORDS, ROLE_WORDS, WORKPLACE_WORDS)
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a text says of one trade: whether it names an employer, the roles, the kinds of workplaces."""

    employer: bool
    roles: frozenset[str]
    workplaces: frozenset[str]


_NOTHING = _Found(employer=False, roles=frozenset(), workplaces=frozenset())


@remembered
def _found_in(text: str) -> Mapping[str, _Found]:
    # Chains and their tasks come again in ad after ad.
    starts = starts_of(text)
    employers = {number for number, _ in _EMPLOYERS.named(text, starts)}
    roles, workplaces = _all_named(_ROLES, text, starts), _all_named(_WORKPLACES, text, starts)
    return {
        _KEYS[number]: _Found(
            employer=number in employers,
            roles=roles.get(number, frozenset()),
            workplaces=workplaces.get(number, frozenset()),
        )
        for number in employers | roles.keys() | workplaces.keys()
    }


def _all_named(lists: WordLists, text: str, starts: frozenset[str]) -> dict[int, frozenset[str]]:
    return {
        number: frozenset(lists.patterns[number].findall(text)) for number, _ in lists.named(text, starts)
    }


def _score(title: _Found, employer: _Found, tasks: Sequence[_Found]) -> int:
    named = 9 if employer.employer or title.employer else 0
    in_title = 4 * len(title.roles) + 3 * len(title.workplaces)
    roles = {word for line in tasks for word in line.roles}
    workplaces = {word for line in tasks for word in line.workplaces}
    return named + in_title + 3 * len(employer.workplaces) + min(2, len(roles) + len(workplaces))
