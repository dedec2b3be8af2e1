"""Makes the 240 made-up KLAPjob ads: who, what, where and when; `wording.py` writes the words."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_DNS, uuid5

from importers.standin import bodies, timing
from importers.standin.ad import Ad, AnnouncementType
from importers.standin.choosing import chance, number, pick, shuffled
from importers.standin.employers import IN_CHAINS, SHOP_CHAINS, expanded
from importers.standin.people import company_number, contacts, street
from importers.standin.spread import places
from importers.standin.texts import Role, roles
from importers.standin.wording import Wording, blocks
from portal.places.postcodes import Postcode, by_number

COUNT = sum(sum(both) for both in IN_CHAINS.values())
SAME_TITLE = "REMA 1000 - hjælp i flaskerum og lager"
_HOURS = (6, 8, 9, 10, 12, 12, 12, 14, 15, 15, 15, 15, 16, 18, 20, 20)
_TITLES = (
    *["{employer} {town} - {role}"] * 8,
    "{employer}, {town} - {role}",
    "{employer} {town}: {role}",
    "KLAPjob i {employer} {town} - {role}",
)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What one ad is about. `tasks` and `title` only where they are given and not chosen."""

    employer: str
    role: Role
    place: Postcode
    tasks: tuple[str, ...] = ()
    title: str = ""


_BILKA = (
    *("pakke brød og kager", "tømme bure med affald og pap", "køre brød på vogn fra bageren ud i butikken"),
    *("tømme skraldespande", "let opvask", "andre opgaver i afdelingen"),
)
_MENY = (
    *("sætte flasker på plads", "holde flaskerummet ryddeligt", "holde orden på lageret og på udeområdet"),
    "andre opgaver, når der er brug for det",
)
_GIVEN = (
    # The two ads whose facts the programme publishes, and two shops with the same title in different towns.
    ("Bilka", "bread", "4200", _BILKA, "Bilka Slagelse - pakning i bageriet"),
    ("Meny", "bottles", "2920", _MENY, "Meny Charlottenlund - lager og flasker"),
    ("REMA 1000", "bottles", "8600", (), SAME_TITLE),
    ("REMA 1000", "bottles", "4700", (), SAME_TITLE),
)


def klapjobs(today: date) -> list[Ad]:
    """The KLAPjob ads as they stand on `today`; the same for the same day."""
    return [_ad(plan, turn, today) for turn, plan in enumerate(_plans())]


def _plans() -> list[Plan]:
    pairs = [pair for trade, (chains, single) in IN_CHAINS.items() for pair in _pairs(trade, chains, single)]
    given = [_given(*row) for row in _GIVEN]
    for plan in given:
        pairs.remove(next(pair for pair in pairs if pair[0] == plan.employer))
    towns = places(len(pairs), "klap")
    rest = [Plan(employer=who, role=role, place=town) for (who, role), town in zip(pairs, towns, strict=True)]
    return given + rest


def _given(employer: str, role: str, postal_code: str, tasks: tuple[str, ...], title: str) -> Plan:
    place = by_number(postal_code)
    assert place
    return Plan(
        employer=employer,
        role=next(option for option in roles() if option.key == role),
        place=place,
        tasks=tasks,
        title=title,
    )


def _pairs(trade: str, chains: int, single: int) -> list[tuple[str, Role]]:
    """(employer, role) of each ad of a trade; the roles take turns."""
    used: Counter[str] = Counter()
    here = [role for role in roles() if role.trade == trade]
    pairs = []
    for turn, employer in enumerate(_chain_names(here, trade, chains)):
        options = [role for role in here if employer in expanded(role.chains)]
        pairs.append((employer, _least_used(options, used, trade, turn)))
    for turn in range(single):
        role = _least_used([role for role in here if role.shops], used, trade, "single", turn)
        pairs.append((pick(role.shops, "shop", trade, turn), role))
    return pairs


def _chain_names(here: list[Role], trade: str, count: int) -> list[str]:
    if trade == "shop":
        return shuffled([name for name, times in SHOP_CHAINS.items() for _ in range(times)], "chains")
    names = list(dict.fromkeys(name for role in here for name in role.chains))
    return [names[turn % len(names)] for turn in range(count)]


def _least_used(options: list[Role], used: Counter[str], *key: object) -> Role:
    role = min(options, key=lambda option: (used[option.key], number(option.key, *key)))
    used[role.key] += 1
    return role


def _ad(plan: Plan, turn: int, today: date) -> Ad:
    fleksjob = turn % 14 == 9
    taken_in, external = _from_elsewhere(turn)
    in_text, in_fields = _stated_hours(turn)
    wording = Wording(
        role=plan.role, employer=plan.employer, fleksjob=fleksjob, hours=in_text, tasks=plan.tasks, turn=turn
    )
    text = blocks(wording)
    scraped = taken_in or external
    deadline, style = timing.deadline(today, "klap", turn)
    ad = Ad(
        id=f"E{10_990_000 + turn}" if taken_in else str(uuid5(NAMESPACE_DNS, f"klap-{turn}.example.invalid")),
        title=_title(plan, turn),
        body=bodies.as_scraped_page(text, plan.employer) if scraped else bodies.as_html(text, "klap", turn),
        employer=plan.employer,
        cvr=company_number(plan.employer),
        occupation=plan.role.occupation,
        announcement=_announcement(turn, fleksjob=fleksjob),
        klap=True,
        trade=plan.role.trade,
        role=plan.role.key,
        published=timing.published(today, "klap", turn),
        deadline=deadline,
        deadline_style=style,
        hours_min=in_fields[0] if in_fields else None,
        hours_max=in_fields[1] if in_fields else None,
        external=external,
        url=f"https://job.example.invalid/stillinger/{turn}" if scraped else "",
        contacts=contacts("klap", turn),
    )
    return _placed(ad, plan.place, turn)


def _from_elsewhere(turn: int) -> tuple[bool, bool]:
    """(has an "E" number, is external): 15 ads in all, of both kinds that Jobnet has."""
    elsewhere = turn % 16 == 7
    without_number = turn // 16 % 5 in {1, 3}
    return elsewhere and not without_number, elsewhere and without_number


def _stated_hours(turn: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Hours a week as the text states them and as the fields state them; one ad in eight says nothing."""
    high = pick(_HOURS, "hours", turn)
    low = high - 5 if high >= 10 and chance(30, "range", turn) else high
    both: tuple[int, int] | None = (low, high)
    kind = number("stated", turn) % 8
    return (both if kind not in {0, 1} else None), (both if kind not in {0, 2, 3} else None)


def _announcement(turn: int, *, fleksjob: bool) -> AnnouncementType:
    if fleksjob:
        return "Fleksjob"
    return "Handicapingenhindring" if turn % 20 == 11 else "Foertidspension"


def _title(plan: Plan, turn: int) -> str:
    if plan.title:
        return plan.title
    role = pick(plan.role.names, "name", turn)
    if _says_no_place(turn):
        return f"{plan.employer} - {role}"
    return pick(_TITLES, "title", turn).format(employer=plan.employer, town=plan.place.town, role=role)


def _says_no_place(turn: int) -> bool:
    return turn % 40 == 12


def _placed(ad: Ad, place: Postcode, turn: int) -> Ad:
    """With its place fields; six ads have no place at all, ten more name their town only in the title."""
    if _says_no_place(turn) or turn % 24 == 18:
        return ad
    return replace(
        ad,
        postal_code=place.number,
        town=place.town,
        municipality_code=place.municipality_code,
        says_municipality=chance(85, "municipality", turn),
        address=street("klap", turn),
    )
