"""What a workday may be in each trade, told in short sentences with pictures. Texts for students."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Step:
    """One part of the day: the key of its picture, and a sentence."""

    pictogram: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Workday:
    """A day from coming to going home; `good` is what is good to like, `people` who one meets."""

    steps: tuple[Step, ...]
    good: str
    people: str


def _day(rows: str, *, good: str, people: str) -> Workday:
    """A day of lines such as ``bread: Du pakker brød.``, between coming to work and going home."""
    lines = (line.strip().split(": ", 1) for line in rows.strip().splitlines())
    middle = (Step(key, text) for key, text in lines)
    return Workday(
        steps=(Step("walk", "Du møder på arbejde. Du siger godmorgen."), *middle, LAST),
        good=good,
        people=people,
    )


LAST: Final = Step("home", "Du siger farvel og tager hjem.")

WORKDAYS: Final[Mapping[str, Workday]] = MappingProxyType(
    {
        "shop": _day(
            """
            uniform: Du tager din trøje på.
            bread: Du sætter brød frem.
            shelves: Du fylder varer på hylden.
            coffee: Du holder pause med de andre.
            cardboard: Du folder pap og tømmer affald.
            """,
            good="Du kan lide at rydde op. Du kan lide at gå rundt.",
            people="Du møder kolleger og kunder.",
        ),
        "kitchen": _day(
            """
            uniform: Du vasker hænder og tager forklæde på.
            vegetables: Du skyller og skærer grønt.
            dishes: Du vasker op.
            coffee: Du holder pause med de andre.
            tables: Du tørrer borde af.
            """,
            good="Du kan lide mad. Du kan lide, at der sker noget.",
            people="Du møder en kok og andre i køkkenet.",
        ),
        "warehouse": _day(
            """
            uniform: Du tager sko og vest på.
            packing: Du pakker varer i kasser.
            same_tasks: Du gør det samme mange gange.
            coffee: Du holder pause med de andre.
            cardboard: Du rydder pap væk.
            """,
            good="Du kan lide faste opgaver. Du kan lide at bruge kroppen.",
            people="Du møder dine kolleger. Der er få kunder.",
        ),
        "care": _day(
            """
            coffee: Du laver kaffe og te.
            tables: Du dækker bord.
            children: Du er med, når de andre leger eller hygger.
            pause: Du holder pause med de andre.
            laundry: Du lægger tøj sammen.
            """,
            good="Du kan lide at være sammen med andre.",
            people="Du møder børn eller ældre. Du møder også kolleger.",
        ),
        "outdoors": _day(
            """
            clothes: Du tager varmt tøj på.
            animals: Du giver dyrene mad.
            lawn: Du slår græs eller river blade.
            coffee: Du holder pause med de andre.
            plants: Du vander planter.
            """,
            good="Du kan lide at være ude. Det gør ikke noget, at det regner.",
            people="Du møder få mennesker. Du møder tit dyr.",
        ),
        "cars": _day(
            """
            uniform: Du tager arbejdstøj på.
            washing: Du vasker biler.
            tools: Du lægger værktøj på plads.
            coffee: Du holder pause med de andre.
            cleaning: Du fejer gulvet.
            """,
            good="Du kan lide biler. Det gør ikke noget, at der er larm.",
            people="Du møder mekanikere og nogle kunder.",
        ),
        "crafts": _day(
            """
            uniform: Du tager arbejdstøj på.
            tools: Du finder værktøj frem.
            wood: Du hjælper med at slibe og male.
            coffee: Du holder pause med de andre.
            cleaning: Du rydder op og fejer.
            """,
            good="Du kan lide at bruge dine hænder.",
            people="Du møder en mester og andre kolleger.",
        ),
        "office": _day(
            """
            mail: Du henter posten og deler den ud.
            printer: Du kopierer papirer.
            computer: Du skriver på computer.
            coffee: Du holder pause med de andre.
            paper: Du lægger papirer på plads.
            """,
            good="Du kan lide ro og orden. Du kan lide at sidde ned.",
            people="Du møder de samme kolleger hver dag.",
        ),
        "cleaning": _day(
            """
            uniform: Du tager arbejdstøj på.
            cleaning: Du støvsuger og vasker gulv.
            bins: Du tømmer affald.
            coffee: Du holder pause med de andre.
            laundry: Du vasker klude.
            """,
            good="Du kan lide, at der bliver rent. Du kan lide at gå rundt.",
            people="Du møder få mennesker. Tit er I to sammen.",
        ),
        "transport": _day(
            """
            uniform: Du tager vest på.
            packing: Du læsser varer på bilen.
            driven: Du kører med en chauffør.
            coffee: Du holder pause.
            warehouse: Du bærer varer ind.
            """,
            good="Du kan lide at køre. Du kan lide at løfte.",
            people="Du møder en chauffør og nogle kunder.",
        ),
        "housing": _day(
            """
            uniform: Du tager arbejdstøj på.
            bins: Du samler affald op.
            lawn: Du slår græs eller fejer.
            coffee: Du holder pause med de andre.
            tools: Du hjælper med at lave små ting.
            """,
            good="Du kan lide at være ude. Du kan lide at lave noget nyt.",
            people="Du møder en vicevært og dem, der bor der.",
        ),
        "other": _day(
            """
            animals: Du hjælper med dyr. Eller du hjælper på et museum.
            step_by_step: Du får vist, hvad du skal lave.
            cleaning: Du gør rent og rydder op.
            coffee: Du holder pause med de andre.
            other_tasks: Du hjælper med det, der er brug for.
            """,
            good="Du er god til noget særligt. Du vil prøve noget andet.",
            people="Det er ikke ens fra sted til sted.",
        ),
    }
)
