"""The letters there are: what each is for, which fields it may use, and which it cannot do without.

The words stand in ``defaults/<key>.txt``; staff may word them anew. Mails and SMS have no field that tells
anything about a person (promise 42).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

DEFAULTS: Final = Path(__file__).parent / "defaults"


class Where(StrEnum):
    """Where a letter is read."""

    PAGE = "page"
    PAPER = "paper"
    MAIL = "mail"
    SMS = "sms"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing that is filled in. `shown` stands in the text, in braces; `example` in the preview.

    `links` says what the words lead to: "tel", "mailto", "url" to themselves, or "" nowhere.
    """

    shown: str
    meaning: str
    example: str
    links: str = ""


FIELDS: Final = {
    "contact_phone": Field(
        shown="vores telefon", meaning="KLAPjobs telefonnummer", example="36 35 96 60", links="tel"
    ),
    "contact_email": Field(
        shown="vores mail", meaning="KLAPjobs mail", example="info@klapjob.dk", links="mailto"
    ),
    "answer_by": Field(shown="svar senest", meaning="Den dag, vi har lovet svar", example="fredag 8. maj"),
    "consultant": Field(shown="konsulent", meaning="Konsulentens navn", example="Ann Advis"),
    "consultant_phone": Field(
        shown="konsulentens telefon", meaning="Konsulentens nummer", example="20 00 00 00", links="tel"
    ),
    "reference": Field(shown="nummer", meaning="Personens nummer hos os", example="K7MA QX4T"),
    "last_day": Field(shown="sidste dag", meaning="Dagen, før svarene slettes", example="mandag 1. juni"),
    "link": Field(
        shown="link",
        meaning="Linket, som personen skal bruge",
        example="https://job.example/min-ansoegning/eksempel",
        links="url",
    ),
    "own_page": Field(
        shown="min side",
        meaning="Siden, hvor personen skriver sit nummer",
        example="https://job.example/min-ansoegning",
        links="url",
    ),
}
ALWAYS: Final = ("contact_phone", "contact_email")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One letter. `name` and `told` say to staff which it is and when it is read."""

    key: str
    where: Where
    name: str
    told: str
    fields: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def may_use(self) -> tuple[str, ...]:
        """The names of the fields it may use."""
        return (*self.needs, *self.fields, *ALWAYS)

    @property
    def default(self) -> str:
        """The words that come with the portal."""
        return _default(self.key)


@cache
def _default(key: str) -> str:
    return (DEFAULTS / f"{key}.txt").read_text(encoding="utf-8").strip()


def _page(key: str, name: str, told: str, *fields: str) -> Kind:
    return Kind(key=key, where=Where.PAGE, name=name, told=told, fields=fields)


def _mail(key: str, name: str, told: str, *needs: str, fields: tuple[str, ...] = ()) -> Kind:
    return Kind(key=f"mail_{key}", where=Where.MAIL, name=name, told=told, needs=needs, fields=fields)


def _sms(key: str, name: str, told: str, *needs: str) -> Kind:
    return Kind(key=f"sms_{key}", where=Where.SMS, name=name, told=told, needs=needs)


_ALL: Final = (
    _page("received", "Kvittering", "Lige efter at personen har sendt sine svar.", "answer_by"),
    _page("received_helped", "Kvittering til hjælperen", "Når en anden har svaret.", "answer_by"),
    _page("reading", "Vi læser", "Mens sagen ligger hos os.", "answer_by"),
    _page("your_yes", "Vi venter på ja", "Når en anden har svaret, og personen ikke har sagt ja."),
    _page("needs_info", "Vi mangler noget", "Når vi har spurgt om mere."),
    _page(
        "with_consultant", "Sendt videre", "Når sagen er hos en konsulent.", "consultant", "consultant_phone"
    ),
    _page("waiting", "På listen", "Når personen venter på et job."),
    _page("working", "I gang", "Under praktik og i job."),
    _page("followed_up", "Efter et halvt år", "Når vi har talt sammen efter 6 måneder."),
    _page("another_way", "Ikke for os", "Når personen ikke er i målgruppen."),
    _page("closed", "Lukket", "Når sagen er lukket."),
    _page("merged", "Samlet", "Når personen har en sag i forvejen."),
    _page("withdrawn", "Nej tak", "Når personen har sagt nej tak."),
    Kind(
        key="paper_your_yes",
        where=Where.PAPER,
        name="Brev om personens ja",
        told="Til en person uden mail, når en anden har svaret.",
        needs=("link",),
    ),
    _mail("receipt", "Kvittering", "Når svarene er sendt.", "reference", "link", fields=("answer_by",)),
    _mail("needs_info", "Vi mangler noget", "Når vi har spurgt om mere.", "own_page"),
    _mail("passed_on", "Sendt videre", "Når sagen er hos en konsulent.", "own_page"),
    _mail("not_in_target_group", "Ikke for os", "Når personen ikke er i målgruppen.", "own_page"),
    _mail("closed", "Lukket", "Når sagen er lukket.", "own_page"),
    _mail("withdrawn", "Nej tak", "Når personen har sagt nej tak."),
    _mail("your_yes", "Personens ja", "Når en anden har svaret.", "link"),
    _mail("resume", "Gemt til senere", "Når svarene er gemt.", "link", fields=("last_day",)),
    _mail("draft_reminder", "Husk dine svar", "En uge før gemte svar slettes.", "link", fields=("last_day",)),
    _mail("deletion_soon", "Vi sletter snart", "14 dage før en gammel sag slettes.", "last_day"),
    _sms("receipt", "Kvittering", "Når svarene er sendt, og personen ikke har en mail.", "reference", "link"),
    _sms("needs_info", "Vi mangler noget", "Når vi har spurgt om mere.", "own_page"),
    _sms("passed_on", "Sendt videre", "Når sagen er hos en konsulent.", "own_page"),
    _sms("not_in_target_group", "Ikke for os", "Når personen ikke er i målgruppen.", "own_page"),
    _sms("closed", "Lukket", "Når sagen er lukket.", "own_page"),
    _sms("resume", "Gemt til senere", "Når svarene er gemt.", "link"),
    _sms("your_yes", "Personens ja", "Når en anden har svaret.", "link"),
    Kind(
        key="sms_deletion_soon",
        where=Where.SMS,
        name="Vi sletter snart",
        told="14 dage før en gammel sag slettes, når der ingen mail er.",
        needs=("last_day",),
    ),
)
KINDS: Final = {kind.key: kind for kind in _ALL}
