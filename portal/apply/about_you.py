"""The questions for those who want to tell more: age, job, hours, travel, considerations. All may be skipped.

Nobody has to meet them: the question `tell_more` comes first, so that the shortest way stays short.
"""

from dataclasses import replace
from typing import Final

from portal.apply.branches import DONT_KNOW
from portal.apply.kinds import Answers, Choice, Kind, Question, Words


def _tells_more(answers: Answers) -> bool:
    return "tell_more" in answers and answers["tell_more"].value == "yes"


def _says(answers: Answers, how: str) -> bool:
    return "more_how" in answers and answers["more_how"].value == how


CALL_TIME: Final = Question(
    key="call_time",
    slug="hvornaar-ringe",
    kind=Kind.CHOICE,
    heading=Words("Hvornår må vi ringe?"),
    hint=Words("Vi ringer kun på hverdage."),
    choices=(
        Choice(value="morning", words=Words("Kl. 9 til 12"), picture="time"),
        Choice(value="afternoon", words=Words("Kl. 12 til 15"), picture="pause"),
        Choice(value="any", words=Words("Når som helst kl. 9 til 15"), picture="days"),
    ),
    optional=True,
)

_WHO_AND_NOW: Final = (
    Question(
        key="age",
        slug="alder",
        kind=Kind.CHOICE,
        heading=Words("Hvor gammel er du?", "Hvor gammel er den, du svarer for?"),
        choices=(
            Choice(value="under_18", words=Words("Under 18 år")),
            Choice(value="18_29", words=Words("18 til 29 år")),
            Choice(value="30_49", words=Words("30 til 49 år")),
            Choice(value="50_over", words=Words("50 år eller mere")),
        ),
        optional=True,
        when=_tells_more,
    ),
    Question(
        key="birth_year",
        slug="foedselsaar",
        kind=Kind.YEAR,
        heading=Words("Hvilket år er du født?", "Hvilket år er den, du svarer for, født?"),
        hint=Words("Skriv kun året, fx 1986. Skriv ikke CPR-nummer."),
        optional=True,
        max_length=20,
        autocomplete="bday-year",
        when=_tells_more,
    ),
    Question(
        key="job_now",
        slug="job-nu",
        kind=Kind.CHOICE,
        heading=Words("Har du et job nu?", "Har den, du svarer for, et job nu?"),
        choices=(
            Choice(value="no", words=Words("Nej"), picture="no"),
            Choice(
                value="wants_other",
                words=Words("Ja, men jeg vil have et andet", "Ja, men vil have et andet"),
                picture="job",
            ),
            Choice(
                value="wants_more",
                words=Words("Ja, og jeg vil have et til", "Ja, og vil have et til"),
                picture="other_tasks",
            ),
        ),
        optional=True,
        when=_tells_more,
    ),
)

_WEEK_AND_WAY: Final = (
    Question(
        key="hours",
        slug="timer",
        kind=Kind.CHOICE,
        heading=Words("Hvor mange timer vil du arbejde?", "Hvor mange timer er passende?"),
        hint=Words("Se på ugens 5 dage. Farven viser, hvornår man arbejder."),
        choices=(
            Choice(
                value="up_to_5",
                words=Words("Op til 5 timer om ugen"),
                hint=Words("Fx 2 korte dage."),
                week=(2, 0, 2, 0, 0),
            ),
            Choice(
                value="6_10",
                words=Words("6 til 10 timer om ugen"),
                hint=Words("Fx 3 dage med 3 timer."),
                week=(3, 0, 3, 0, 3),
            ),
            Choice(
                value="11_15",
                words=Words("11 til 15 timer om ugen"),
                hint=Words("Fx 4 dage med 3 timer."),
                week=(3, 3, 0, 3, 3),
            ),
            Choice(
                value="over_15",
                words=Words("Mere end 15 timer om ugen"),
                hint=Words("Fx 5 dage med 4 timer."),
                week=(4, 4, 4, 4, 4),
            ),
            DONT_KNOW,
        ),
        optional=True,
        when=_tells_more,
    ),
    Question(
        key="travel",
        slug="vej-til-job",
        kind=Kind.SEVERAL,
        heading=Words("Hvordan kan du komme på job?", "Hvordan kan den, du svarer for, komme på job?"),
        hint=Words("Du må gerne vælge flere."),
        choices=(
            Choice(value="walk", words=Words("Gå"), picture="walk"),
            Choice(value="bike", words=Words("Cykle"), picture="bike"),
            Choice(value="bus", words=Words("Tage bus eller tog"), picture="bus"),
            Choice(value="driven", words=Words("Blive kørt"), picture="driven"),
            Choice(value="car", words=Words("Køre selv"), picture="car_workshop"),
        ),
        optional=True,
        when=_tells_more,
    ),
)

_CONSIDERATIONS: Final = Question(
    key="considerations",
    slug="hvad-er-vigtigt",
    kind=Kind.SEVERAL,
    heading=Words("Hvad er vigtigt på arbejdet?"),
    hint=Words("Du må gerne vælge flere."),
    choices=(
        Choice(value="quiet", words=Words("Ro omkring mig", "Ro"), picture="noise"),
        Choice(value="breaks", words=Words("Ekstra pauser"), picture="pause"),
        Choice(value="same_tasks", words=Words("De samme opgaver hver dag"), picture="same_tasks"),
        Choice(value="step_by_step", words=Words("En ting ad gangen"), picture="step_by_step"),
        Choice(value="contact", words=Words("En fast person, der hjælper"), picture="helper"),
        Choice(value="few_people", words=Words("Få mennesker"), picture="person"),
        Choice(value="sitting", words=Words("Sidde ned"), picture="sitting"),
        Choice(value="short_days", words=Words("Korte dage"), picture="time"),
        Choice(value="wheelchair", words=Words("Plads til kørestol"), picture="wheelchair"),
    ),
    optional=True,
    when=_tells_more,
)

_MORE_HOW: Final = Question(
    key="more_how",
    slug="skrive-eller-tale",
    kind=Kind.CHOICE,
    heading=Words("Er der mere, du vil sige?", "Er der mere, vi skal vide?"),
    choices=(
        Choice(value="write", words=Words("Ja, jeg vil skrive det"), picture="letter"),
        Choice(value="speak", words=Words("Ja, jeg vil sige det højt"), picture="read_aloud"),
        Choice(value="no", words=Words("Nej"), picture="no"),
    ),
    optional=True,
    when=_tells_more,
)

MORE: Final = Question(
    key="more",
    slug="mere",
    kind=Kind.TEXT,
    heading=Words("Hvad vil du sige til os?", "Hvad vil du fortælle os?"),
    hint=Words("Skriv fx, hvad du er god til. Skriv ikke dit CPR-nummer.", "Skriv ikke CPR-nummer."),
    optional=True,
    max_length=1000,
    when=lambda answers: _says(answers, "write"),
)

_VOICE: Final = Question(
    key="voice",
    slug="sig-det",
    kind=Kind.VOICE,
    heading=Words("Sig det til os"),
    hint=Words(
        "Sig fx, hvad du er god til. Sig ikke dit CPR-nummer. Du kan tale i 2 minutter.",
        "Sig ikke CPR-nummer. Du kan tale i 2 minutter.",
    ),
    optional=True,
    when=lambda answers: _says(answers, "speak"),
)

_TOLD: Final = (
    *_WHO_AND_NOW,
    *_WEEK_AND_WAY,
    _CONSIDERATIONS,
    replace(CALL_TIME, when=_tells_more),
    _MORE_HOW,
)
# Whoever has more to say writes it or speaks it.
_SAID: Final = (MORE, _VOICE)

ABOUT_YOU: Final = (
    Question(
        key="tell_more",
        slug="fortael-mere",
        kind=Kind.CHOICE,
        heading=Words("Vil du fortælle lidt mere?"),
        hint=Words(f"Så finder vi bedre det rigtige job. Du får {len(_TOLD)} korte spørgsmål."),
        choices=(
            Choice(value="yes", words=Words("Ja, det vil jeg gerne"), picture="yes"),
            Choice(value="no", words=Words("Nej, jeg vil sende nu"), picture="letter"),
        ),
        optional=True,
    ),
    *_TOLD,
    *_SAID,
)
