"""Somebody fills in for another: the questions about the helper."""

from typing import Final

from portal.apply.kinds import Answers, Choice, Kind, Question, Words


def is_helper(answers: Answers) -> bool:
    """Whether somebody else fills in for the person."""
    return "who" in answers and answers["who"].value == "helper"


def _helper_gets_answers(answers: Answers) -> bool:
    return (
        is_helper(answers) and "answers_to" in answers and answers["answers_to"].value in {"helper", "both"}
    )


HELPER: Final = (
    Question(
        key="person_knows",
        slug="har-du-faaet-ja",
        kind=Kind.CHOICE,
        heading=Words("Har du fået ja til at svare?"),
        hint=Words("Den, du svarer for, skal selv sige ja. Vi spørger også senere."),
        missing=Words("Vælg, om du har fået ja til at svare."),
        choices=(
            Choice(value="yes", words=Words("Ja, det har jeg"), picture="yes"),
            Choice(
                value="no",
                words=Words("Nej, ikke endnu"),
                picture="no",
                stop="Spørg først. Vælg ja, når du har fået ja til at svare. Du kan også ringe til os.",
            ),
        ),
        when=is_helper,
    ),
    Question(
        key="helper_name",
        slug="dit-navn",
        kind=Kind.LINE,
        heading=Words("Hvad hedder du selv?"),
        missing=Words("Skriv, hvad du selv hedder."),
        hint=Words("Bagefter spørger vi om den, du svarer for."),
        autocomplete="name",
        when=is_helper,
    ),
    Question(
        key="helper_role",
        slug="kender-hinanden",
        kind=Kind.CHOICE,
        heading=Words("Hvordan kender I hinanden?"),
        missing=Words("Vælg, hvordan I kender hinanden."),
        choices=(
            Choice(value="family", words=Words("Vi er familie eller venner"), picture="home"),
            Choice(
                value="support",
                words=Words("Jeg hjælper i hverdagen"),
                hint=Words("Du er fx bostøtte, pædagog eller kontaktperson."),
                picture="care_home",
            ),
            Choice(value="teacher", words=Words("Jeg er lærer"), picture="school"),
            Choice(value="municipality", words=Words("Jeg er fra kommunen"), picture="municipality"),
            Choice(value="other", words=Words("På en anden måde"), picture="helper"),
        ),
        when=is_helper,
    ),
    Question(
        key="helper_phone",
        slug="dit-telefonnummer",
        kind=Kind.PHONE,
        heading=Words("Hvad er dit telefonnummer?"),
        missing=Words("Skriv dit telefonnummer."),
        hint=Words("Skriv dit eget nummer."),
        max_length=40,
        autocomplete="tel",
        when=is_helper,
    ),
    Question(
        key="answers_to",
        slug="hvem-faar-svar",
        kind=Kind.CHOICE,
        heading=Words("Hvem skal vi svare?"),
        choices=(
            Choice(value="person", words=Words("Den, jeg svarer for"), picture="person"),
            Choice(value="helper", words=Words("Mig"), picture="helper"),
            Choice(value="both", words=Words("Os begge to"), picture="together"),
        ),
        optional=True,
        when=is_helper,
    ),
    Question(
        key="helper_mail",
        slug="din-mail",
        kind=Kind.MAIL,
        heading=Words("Hvad er din mail?"),
        hint=Words("Skriv din egen mail. Så skriver vi også til dig."),
        optional=True,
        max_length=254,
        autocomplete="email",
        when=_helper_gets_answers,
    ),
)
