"""What editors type: the easy text of an ad, and the facts of an own ad. Errors say what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from portal import cleaning
from portal.csrf import token_is_good
from portal.easyread.ad import Task
from portal.easyread.easy_text import EasyText
from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.privacy import has_contacts, has_cpr
from portal.easyread.tasks import picture_of
from portal.easyread.trades import TRADES
from portal.models.posting import ClosedReason
from portal.places import municipalities, postcodes

TASKS: Final = 8
LONGEST_LINE: Final = 120
LONGEST_PART: Final = 600
LONGEST_NOTE: Final = 200
LONGEST_REMARK: Final = 300
CLOSINGS: Final[Mapping[str, ClosedReason]] = {
    "filled": ClosedReason.FILLED,
    "taken_down": ClosedReason.TAKEN_DOWN,
}
LINES: Final = ("title", "summary")
PARTS: Final = ("place", "time", "pay", "who")
NAMES: Final[Mapping[str, str]] = {
    "title": "titlen",
    "summary": "sætningen",
    "place": "stedet",
    "time": "tiden",
    "pay": "det, du får",
    "who": "hvem der kan få jobbet",
}
PERSONAL: Final = "Skriv ikke telefonnumre eller mailadresser. Folk søger gennem os."
CPR: Final = "Her står noget, der ligner et CPR-nummer. Slet det."
OLD_PAGE: Final = "Siden var gammel. Det, du skrev, står her. Tryk en gang til."
OFFERED: Final = tuple(
    (picture.key, picture.word) for picture in sorted(PICTOGRAMS.values(), key=lambda picture: picture.word)
)
"""The pictures to choose among, by their word."""

Errors = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class TypedText:
    """What was typed: the text, what it was written from, and what is wrong by field."""

    text: EasyText
    pictures: tuple[str, ...] = ()
    version: int = 0
    original: str = ""
    errors: Errors = field(default_factory=dict)

    @property
    def problems(self) -> list[dict[str, str]]:
        """What to tell above the form."""
        return [{"field": name, "text": text} for name, text in self.errors.items()]

    def task_rows(self) -> list[tuple[str, str]]:
        """The rows of tasks as the form shows them: words, and the chosen picture or ""."""
        rows = [(task.text, picture) for task, picture in zip(self.text.tasks, self.pictures, strict=True)]
        return rows + [("", "")] * (TASKS - len(rows))


@dataclass(frozen=True, kw_only=True)
class TypedDecision:
    """What was typed to fix the place of an ad, or to close it, and what is wrong by field."""

    municipality: str = ""
    postal_code: str = ""
    reason: str = ""
    note: str = ""
    errors: Errors = field(default_factory=dict)

    @property
    def problems(self) -> list[dict[str, str]]:
        """What to tell above the forms."""
        return [{"field": name, "text": text} for name, text in self.errors.items()]


def read_place(typed: Mapping[str, str]) -> TypedDecision:
    """Reads where a job is: a municipality there is, with a postal code there is or none."""
    code, number = typed.get("municipality", ""), cleaning.line(typed.get("postal_code", ""))[:LONGEST_LINE]
    checks = {
        "municipality": (municipalities.by_code(code), "Vælg en kommune."),
        "postal_code": (
            not number or postcodes.by_number(number),
            "Skriv et postnummer med 4 tal, eller lad det stå tomt.",
        ),
    }
    return TypedDecision(municipality=code, postal_code=number, errors=_untrue(checks))


def read_remark(typed: Mapping[str, str]) -> str:
    """Reads what the author of an own ad is to put right; cut only where `wrong_remark` refuses it."""
    return cleaning.line(typed.get("remark", ""))[: LONGEST_REMARK * 2]


def wrong_remark(remark: str) -> Errors:
    """Why an author cannot be given this remark."""
    too_long = {"remark": f"Skriv højst {LONGEST_REMARK} tegn her."} if len(remark) > LONGEST_REMARK else {}
    return too_long | cpr_in({"remark": remark})


def read_closing(typed: Mapping[str, str]) -> TypedDecision:
    """Reads why an ad is to be closed: a reason of `CLOSINGS`, and a note for colleagues."""
    reason, note = typed.get("reason", ""), cleaning.line(typed.get("note", ""))[: LONGEST_NOTE * 2]
    checks = {
        "reason": (reason in CLOSINGS, "Vælg, hvad der er sket."),
        "note": (note, "Skriv hvorfor."),
    }
    errors = _untrue(checks)
    if len(note) > LONGEST_NOTE:
        errors["note"] = f"Skriv højst {LONGEST_NOTE} tegn her."
    return TypedDecision(reason=reason, note=note, errors=errors | cpr_in({"note": note}))


def from_text(text: EasyText, *, version: int, original: str, trade: str) -> TypedText:
    """A text ready for the form; a picture that the machine would choose too is left to it."""
    otherwise = TRADES.get(trade, TRADES["other"]).pictogram
    tasks = text.tasks[:TASKS]
    pictures = tuple(
        "" if task.pictogram == picture_of(task.text, otherwise=otherwise) else task.pictogram
        for task in tasks
    )
    kept = EasyText(
        title=text.title,
        summary=text.summary,
        tasks=tasks,
        place=text.place,
        time=text.time,
        pay=text.pay,
        who=text.who,
    )
    return TypedText(text=kept, pictures=pictures, version=version, original=original)


def read_text(typed: Mapping[str, str], *, trade: str) -> TypedText:
    """Reads the form. Nothing is refused here but what no reader may ever see."""
    lines = {name: cleaning.line(typed.get(name, ""))[: LONGEST_LINE * 2] for name in LINES}
    parts = {name: _lines(typed.get(name, "")) for name in PARTS}
    rows = [
        (words, typed.get(f"picture-{number}", ""))
        for number in range(1, TASKS + 1)
        if (words := cleaning.line(typed.get(f"task-{number}", ""))[: LONGEST_LINE * 2])
    ]
    otherwise = TRADES.get(trade, TRADES["other"]).pictogram
    pictures = tuple(key if key in PICTOGRAMS else "" for _, key in rows)
    tasks = tuple(
        Task(words, key or picture_of(words, otherwise=otherwise))
        for (words, _), key in zip(rows, pictures, strict=True)
    )
    text = EasyText(tasks=tasks, **lines, **parts)
    version = typed.get("version", "0")
    return TypedText(
        text=text,
        pictures=pictures,
        version=int(version) if version.isdecimal() and len(version) < 9 else 0,
        original=typed.get("original", "")[:64],
        errors=_unsafe(text),
    )


def _lines(text: str) -> str:
    """The lines that say something, each clean."""
    return "\n".join(
        filter(None, map(cleaning.line, cleaning.paragraphs(text[: LONGEST_PART * 2]).split("\n")))
    )


def _unsafe(text: EasyText) -> Errors:
    """What must not be shown to anybody, and what is too long to be easy."""
    errors: Errors = {} if token_is_good() else {"title": OLD_PAGE}
    fields = {name: getattr(text, name) for name in (*LINES, *PARTS)}
    fields |= {f"task-{number}": task.text for number, task in enumerate(text.tasks, 1)}
    for name, written in fields.items():
        most = LONGEST_PART if name in PARTS else LONGEST_LINE
        if has_contacts(written):
            errors[name] = PERSONAL
        elif len(written) > most:
            errors[name] = f"Skriv højst {most} tegn her."
    return errors | cpr_in(fields)


def cpr_in(fields: Mapping[str, str]) -> Errors:
    """What to say of each field that holds what looks like a CPR number (promise 43)."""
    return {name: CPR for name, written in fields.items() if has_cpr(written)}


def missing(text: EasyText) -> Errors:
    """What a text must have before readers see it."""
    checks = {
        "title": (text.title, "Skriv en titel."),
        "summary": (text.summary, "Skriv én sætning om jobbet."),
        "task-1": (text.tasks, "Skriv mindst én opgave."),
    }
    return _untrue(checks)


def _untrue(checks: Mapping[str, tuple[object, str]]) -> Errors:
    """What to say of each field that did not pass its check."""
    return {name: told for name, (passed, told) in checks.items() if not passed}


def with_errors(typed: TypedText, errors: Errors) -> TypedText:
    """The same text, with what is wrong with it."""
    return replace(typed, errors=errors)


def based_on(typed: TypedText, *, version: int, original: str) -> TypedText:
    """The same text, as if written from this version of the record and this original."""
    return replace(typed, version=version, original=original)
