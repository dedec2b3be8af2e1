"""The questions that only some are asked: about a fleksjob, about STU. All may be skipped."""

from dataclasses import replace
from typing import Final

from portal import clock
from portal.apply.kinds import Answers, Choice, Kind, Question, Words

YES: Final = Choice(value="yes", words=Words("Ja"), picture="yes")
NO: Final = Choice(value="no", words=Words("Nej"), picture="no")
DONT_KNOW: Final = Choice(value="dont_know", words=Words("Det ved jeg ikke"), picture="dont_know")
YEARS_AT_SCHOOL: Final = 3


def _is_fleksjob(answers: Answers) -> bool:
    return "fits" in answers and answers["fits"].value == "fleksjob"


def _is_student(answers: Answers) -> bool:
    return "fits" in answers and answers["fits"].value == "stu"


def _coming_years(question: Question, _answers: Answers) -> Question:
    """The years in which a school of three years may end, counted from this one."""
    this_year = clock.today().year
    years = tuple(
        Choice(value=str(year), words=Words(f"I {year}"), picture="days")
        for year in range(this_year, this_year + YEARS_AT_SCHOOL + 1)
    )
    return replace(question, choices=(*years, DONT_KNOW))


FLEKSJOB: Final = (
    Question(
        key="stu_status",
        slug="har-du-gaaet-paa-stu",
        kind=Kind.CHOICE,
        heading=Words("Har du gået på STU?", "Har den, du svarer for, gået på STU?"),
        hint=Words("STU er en skole for unge. Den varer 3 år."),
        choices=(
            Choice(value="now", words=Words("Ja, jeg går der nu", "Ja, lige nu"), picture="stu"),
            Choice(value="done", words=Words("Ja, jeg er færdig", "Ja, og er færdig"), picture="yes"),
            NO,
            DONT_KNOW,
        ),
        optional=True,
        when=_is_fleksjob,
    ),
    Question(
        key="special_class",
        slug="hjaelp-i-skolen",
        kind=Kind.CHOICE,
        heading=Words("Fik du særlig hjælp i skolen?", "Fik den, du svarer for, særlig hjælp i skolen?"),
        hint=Words("Det er fx en specialklasse. Eller hjælp fra PPR."),
        choices=(YES, NO, DONT_KNOW),
        optional=True,
        when=_is_fleksjob,
    ),
    Question(
        key="support",
        slug="stoette-hjemme",
        kind=Kind.CHOICE,
        heading=Words("Får du støtte der, hvor du bor?", "Får den, du svarer for, støtte derhjemme?"),
        hint=Words("Det er fx en bostøtte. Eller et bosted med hjælp."),
        choices=(YES, NO, DONT_KNOW),
        optional=True,
        when=_is_fleksjob,
    ),
    Question(
        key="capacity",
        slug="hvor-meget",
        kind=Kind.CHOICE,
        heading=Words("Hvor meget kan du arbejde?", "Hvor meget kan den, du svarer for, arbejde?"),
        hint=Words("Se på ugens 5 dage. Farven viser, hvornår man arbejder."),
        choices=(
            Choice(value="less", words=Words("Under 5 timer om ugen"), week=(2, 0, 2, 0, 0)),
            Choice(
                value="about_15_35",
                words=Words("5 til 13 timer om ugen"),
                hint=Words("Det er cirka en fjerdedel."),
                week=(3, 0, 3, 0, 3),
            ),
            Choice(value="more", words=Words("Mere end 13 timer om ugen"), week=(4, 4, 4, 4, 4)),
            DONT_KNOW,
        ),
        optional=True,
        when=_is_fleksjob,
    ),
)

STU: Final = (
    Question(
        key="school",
        slug="din-skole",
        kind=Kind.LINE,
        heading=Words("Hvad hedder din skole?", "Hvad hedder skolen?"),
        optional=True,
        max_length=80,
        when=_is_student,
    ),
    Question(
        key="school_ends",
        slug="naar-skolen-slutter",
        kind=Kind.CHOICE,
        heading=Words("Hvornår er du færdig på STU?", "Hvornår slutter skolen?"),
        choices=(DONT_KNOW,),
        optional=True,
        when=_is_student,
        fitted=_coming_years,
    ),
)
