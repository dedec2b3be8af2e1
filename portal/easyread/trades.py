"""The twelve trades a seeker chooses among, and which one an ad belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from portal.easyread.matching import fold, word_pattern
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
    scores = {key: _score(key, fold(title), fold(employer), fold(tasks_text)) for key in TRADES}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] > 0 else _OTHER


_EMPLOYERS = {key: word_pattern(words) for key, words in EMPLOYER_WORDS.items()}
_ROLES = {key: word_pattern(words) for key, words in ROLE_WORDS.items()}
_WORKPLACES = {key: word_pattern(words) for key, words in WORKPLACE_WORDS.items()}


def _score(key: str, title: str, employer: str, tasks: str) -> int:
    known, roles, workplaces = _EMPLOYERS[key], _ROLES[key], _WORKPLACES[key]
    named = 9 if known.search(employer) or known.search(title) else 0
    in_title = 4 * _different(roles, title) + 3 * _different(workplaces, title)
    in_employer = 3 * _different(workplaces, employer)
    in_tasks = min(2, _different(roles, tasks) + _different(workplaces, tasks))
    return named + in_title + in_employer + in_tasks


def _different(pattern: re.Pattern[str], text: str) -> int:
    return len(set(pattern.findall(text)))
