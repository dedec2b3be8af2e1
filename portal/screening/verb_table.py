"""The one literal table of what may be done with a case, by state and by a person's part in the case."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from portal.models.application import ENDS, MOVES, State
from portal.screening.letter_reasons import ELSEWHERE, MISSING, Topic
from portal.screening.reasons import (
    AFTER_SIX_MONTHS,
    HOW_AGREED,
    NOT_FOR_US,
    WHY_BACK,
    WHY_CLOSED,
    WHY_NO_FLEKSJOB,
    WHY_NOT_HIRED,
)
from portal.screening.undoing import UNDOABLE

S = State


class Part(StrEnum):
    """The part somebody has in a case: the office screens, the consultant works, both vote on a fleksjob."""

    OFFICE = "office"
    CONSULTANT = "consultant"
    LEADER = "leader"


@dataclass(frozen=True, kw_only=True)
class Verb:
    """One thing to do. `key` stands in the URL, `words` on the button, `done` in the message afterwards.

    `to` is the state it leads to, or None where it decides that itself or moves nothing. `reasons` are
    (key, words), of which one must be chosen; `question` stands above them. `quick` needs only a click,
    and the form of the `main` verb of a state stands open. `letter` is the kind of the letter that tells the
    person (a key of `portal.letters.KINDS`), and `details` are what it may be filled with beside the reason.
    """

    key: str
    words: str
    done: str
    parts: frozenset[Part]
    at: frozenset[State]
    to: State | None = None
    question: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    quick: bool = False
    main: bool = False
    explains: str = ""
    letter: str = ""
    details: tuple[Topic, ...] = ()


OFFICE: Final = frozenset({Part.OFFICE})
CONSULTANT: Final = frozenset({Part.CONSULTANT})
VOTERS: Final = frozenset({Part.CONSULTANT, Part.LEADER})
WITH_OFFICE: Final = frozenset({S.RECEIVED, S.AWAITING_CONSENT, S.SCREENING, S.NEEDS_INFO})
WITH_CONSULTANT: Final = frozenset({S.ACCEPTED, S.TALKED, S.WAITING, S.TRIAL, S.HIRED, S.FOLLOWED_UP})

VERBS: Final = (
    Verb(
        key="fortryd",
        words="Fortryd",
        done="Det er taget tilbage. Ingen har fået besked.",
        parts=OFFICE,
        at=UNDOABLE,
        quick=True,
    ),
    Verb(
        key="tag",
        words="Tag den",
        done="Du har sagen nu.",
        parts=OFFICE,
        at=WITH_OFFICE,
        quick=True,
    ),
    Verb(
        key="giv-fri",
        words="Giv den fri",
        done="Sagen er fri. Andre kan tage den.",
        parts=OFFICE,
        at=WITH_OFFICE,
        quick=True,
    ),
    Verb(
        key="rigtig",
        words="Det er en rigtig ansøgning",
        done="Sagen ligger nu med de andre.",
        parts=OFFICE,
        at=frozenset({S.QUARANTINED}),
        to=S.RECEIVED,
        quick=True,
    ),
    Verb(
        key="videre",
        words="Send videre",
        done="Sagen er sendt videre. Konsulenten får en mail.",
        parts=OFFICE,
        at=frozenset({S.SCREENING}),
        main=True,
    ),
    Verb(
        key="ja",
        words="Personen har sagt ja",
        done="Personens ja er skrevet ned.",
        parts=OFFICE,
        at=WITH_OFFICE,
        question="Hvordan ved vi det?",
        reasons=HOW_AGREED,
        main=True,
    ),
    Verb(
        key="svar",
        words="Svaret er kommet",
        done="Sagen er i gang igen.",
        parts=OFFICE,
        at=frozenset({S.NEEDS_INFO}),
        to=S.SCREENING,
        main=True,
    ),
    Verb(
        key="spoerg",
        words="Spørg om mere",
        done="Sagen venter nu på svar.",
        parts=OFFICE,
        at=frozenset({S.SCREENING}),
        to=S.NEEDS_INFO,
        explains="Vælg, hvad vi mangler. Det står i brevet. Noten kan kun vi se.",
        letter="needs_info",
        details=MISSING,
    ),
    Verb(
        key="visiter-ja",
        words="Ja, det er et fleksjob til os",
        done="Dit ja er skrevet ned.",
        parts=VOTERS,
        at=frozenset({S.VISITATION}),
        explains="Både konsulenten og lederen skal sige ja.",
        main=True,
    ),
    Verb(
        key="visiter-nej",
        words="Nej",
        done="Sagen er sendt tilbage til sekretariatet.",
        parts=VOTERS,
        at=frozenset({S.VISITATION}),
        to=S.SCREENING,
        question="Hvorfor nej?",
        reasons=WHY_NO_FLEKSJOB,
    ),
    Verb(
        key="tag-tilbage",
        words="Tag sagen tilbage",
        done="Sagen er hos sekretariatet igen.",
        parts=OFFICE,
        at=frozenset({S.VISITATION, S.HANDED_OVER, S.ACCEPTED}),
        to=S.SCREENING,
    ),
    Verb(
        key="accepter",
        words="Jeg tager sagen",
        done="Sagen er din.",
        parts=CONSULTANT,
        at=frozenset({S.HANDED_OVER}),
        to=S.ACCEPTED,
        quick=True,
    ),
    Verb(
        key="talt",
        words="Vi har talt sammen",
        done="Samtalen er skrevet ned.",
        parts=CONSULTANT,
        at=frozenset({S.ACCEPTED}),
        to=S.TALKED,
        main=True,
    ),
    Verb(
        key="venteliste",
        words="På venteliste",
        done="Personen står på ventelisten.",
        parts=CONSULTANT,
        at=frozenset({S.TALKED, S.HIRED, S.FOLLOWED_UP}),
        to=S.WAITING,
    ),
    Verb(
        key="praktik",
        words="I praktik",
        done="Praktikken er skrevet ned.",
        parts=CONSULTANT,
        at=frozenset({S.TALKED, S.WAITING}),
        to=S.TRIAL,
    ),
    Verb(
        key="ansat",
        words="Ansat",
        done="Personen er ansat. Tillykke!",
        parts=CONSULTANT,
        at=frozenset({S.TRIAL}),
        to=S.HIRED,
    ),
    Verb(
        key="ikke-ansat",
        words="Ikke ansat",
        done="Personen står på ventelisten igen.",
        parts=CONSULTANT,
        at=frozenset({S.TRIAL}),
        to=S.WAITING,
        question="Hvorfor blev det ikke til noget?",
        reasons=WHY_NOT_HIRED,
    ),
    Verb(
        key="ringet",
        words="Jeg har ringet efter 6 måneder",
        done="Opkaldet er skrevet ned.",
        parts=CONSULTANT,
        at=frozenset({S.HIRED}),
        to=S.FOLLOWED_UP,
        question="Hvordan går det?",
        reasons=AFTER_SIX_MONTHS,
    ),
    Verb(
        key="send-tilbage",
        words="Send tilbage",
        done="Sagen er sendt tilbage til sekretariatet.",
        parts=CONSULTANT,
        at=frozenset({S.HANDED_OVER, S.ACCEPTED}),
        to=S.SCREENING,
        question="Hvorfor sender du den tilbage?",
        reasons=WHY_BACK,
    ),
    Verb(
        key="vaelg-konsulent",
        words="Vælg en anden konsulent",
        done="Konsulenten er valgt.",
        parts=OFFICE,
        at=frozenset({S.SCREENING}) | (WITH_CONSULTANT - {S.FOLLOWED_UP}) | {S.VISITATION, S.HANDED_OVER},
        explains="Skriv kort hvorfor. Vælg “Den, som reglerne siger” for at gå tilbage.",
    ),
    Verb(
        key="ret",
        words="Ret kommune eller ordning",
        done="Det er rettet.",
        parts=OFFICE,
        at=WITH_OFFICE,
    ),
    Verb(
        key="ikke-for-os",
        words="Ikke i målgruppen",
        done="Sagen er slut. Husk at give personen svar.",
        parts=OFFICE,
        at=WITH_OFFICE,
        to=S.NOT_IN_TARGET_GROUP,
        question="Hvorfor?",
        reasons=NOT_FOR_US,
        letter="another_way",
        details=ELSEWHERE,
    ),
    Verb(
        key="luk",
        words="Luk sagen",
        done="Sagen er lukket.",
        parts=OFFICE,
        at=frozenset(state for state in State if S.CLOSED in MOVES[state]),
        to=S.CLOSED,
        question="Hvorfor lukker du sagen?",
        reasons=WHY_CLOSED,
        letter="closed",
    ),
    Verb(
        key="slut",
        words="Slut sagen",
        done="Sagen er lukket.",
        parts=CONSULTANT,
        at=WITH_CONSULTANT,
        to=S.CLOSED,
        question="Hvorfor slutter sagen?",
        reasons=WHY_CLOSED,
        letter="closed",
    ),
    Verb(
        key="genaabn",
        words="Åbn sagen igen",
        done="Sagen er åben igen.",
        parts=OFFICE,
        # A merged case goes on in another one; it is parted from it (see `portal.screening.joining`).
        at=ENDS - {S.MERGED},
        to=S.SCREENING,
    ),
)
