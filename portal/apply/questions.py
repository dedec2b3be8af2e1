"""The questions of the application: their order, branches, words and pictures. Change the form here.

Answers keep the words they were given to. Whoever changes a question raises `FORM_VERSION`; a draft that is
under way is then asked again only what now stands in other words.
"""

from typing import Final

from portal.apply import residence
from portal.apply.kinds import Answers, Choice, Kind, Question, Words
from portal.easyread.trades import TRADES

FORM_VERSION: Final = 1


def is_helper(answers: Answers) -> bool:
    """Whether somebody else fills in for the person."""
    return "who" in answers and answers["who"].value == "helper"


def _place_is_not_skipped(answers: Answers) -> bool:
    return "place" not in answers or answers["place"].value != ""


def _lives_elsewhere(answers: Answers) -> bool:
    return "municipality" in answers and answers["municipality"].value == residence.OTHER


_WHO: Final = Question(
    key="who",
    slug="hvem",
    kind=Kind.CHOICE,
    heading=Words("Hvem svarer på spørgsmålene?"),
    missing=Words("Vælg, hvem der svarer på spørgsmålene."),
    choices=(
        Choice(value="self", words=Words("Jeg svarer selv"), picture="person"),
        Choice(value="together", words=Words("Vi er to, der svarer sammen"), picture="together"),
        Choice(value="helper", words=Words("Jeg svarer for en anden"), picture="helper"),
    ),
)

_HELPER: Final = (
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
)

_PERSON: Final = (
    Question(
        key="name",
        slug="navn",
        kind=Kind.LINE,
        heading=Words("Hvad hedder du?", "Hvad hedder den, du svarer for?"),
        missing=Words("Skriv, hvad du hedder.", "Skriv, hvad den, du svarer for, hedder."),
        hint=Words("Skriv fornavn og efternavn."),
        autocomplete="name",
    ),
    Question(
        key="contact",
        slug="kontakt",
        kind=Kind.CONTACT,
        heading=Words("Hvordan får vi fat i dig?", "Hvordan får vi fat i den, du svarer for?"),
        missing=Words("Skriv et telefonnummer eller en mail."),
        hint=Words(
            "Skriv et telefonnummer eller en mail. Det er nok med en af dem.",
            "Skriv ikke dit eget nummer her. Det har vi fået.",
        ),
        optional_for_helper=True,
        max_length=254,
        autocomplete="tel",
    ),
    Question(
        key="place",
        slug="sted",
        kind=Kind.PLACE,
        heading=Words("Hvor bor du?", "Hvor bor den, du svarer for?"),
        hint=Words("Skriv postnummer eller by. Skriv fx 4200 eller Slagelse."),
        optional=True,
        max_length=80,
        autocomplete="postal-code",
    ),
    Question(
        key="municipality",
        slug="kommune",
        kind=Kind.CHOICE,
        heading=Words("Hvilken kommune bor du i?", "Hvilken kommune er det?"),
        missing=Words("Vælg, hvilken kommune du bor i.", "Vælg, hvilken kommune det er."),
        when=_place_is_not_skipped,
        fitted=residence.fit_to_place,
    ),
    Question(
        key="municipality_other",
        slug="anden-kommune",
        kind=Kind.LIST,
        heading=Words("Find din kommune på listen", "Find kommunen på listen"),
        missing=Words("Vælg din kommune på listen.", "Vælg kommunen på listen."),
        choices=residence.all_choices(),
        when=_lives_elsewhere,
    ),
)

_FITS: Final = Question(
    key="fits",
    slug="hvad-passer",
    kind=Kind.CHOICE,
    heading=Words("Hvad passer på dig?", "Hvad passer på den, du svarer for?"),
    missing=Words("Vælg, hvad der passer på dig.", "Vælg, hvad der passer på den, du svarer for."),
    choices=(
        Choice(
            value="disability_pension",
            words=Words("Jeg får førtidspension", "Får førtidspension"),
            hint=Words("Det er penge hver måned til den, der ikke kan arbejde så meget."),
            picture="disability_pension",
        ),
        Choice(
            value="fleksjob",
            words=Words("Jeg har ja til et fleksjob", "Har ja til et fleksjob"),
            hint=Words("Et fleksjob er et job på få timer. Kommunen har sagt ja."),
            picture="fleksjob",
        ),
        Choice(
            value="stu",
            words=Words("Jeg går på STU", "Går på STU"),
            hint=Words("STU er en skole for unge. Den varer 3 år."),
            picture="stu",
        ),
        Choice(
            value="clarify",
            words=Words("Kommunen er ved at finde ud af det"),
            hint=Words("Der er fx møder om job og hjælp."),
            picture="clarify",
        ),
        Choice(value="dont_know", words=Words("Noget andet, eller det ved jeg ikke"), picture="dont_know"),
    ),
)

_WISHES: Final = (
    Question(
        key="trades",
        slug="arbejde",
        kind=Kind.SEVERAL,
        heading=Words("Hvad vil du gerne arbejde med?", "Hvad vil den, du svarer for, arbejde med?"),
        hint=Words("Du må gerne vælge flere."),
        choices=tuple(
            Choice(value=trade.key, words=Words(trade.name), picture=trade.pictogram)
            for trade in TRADES.values()
        ),
        optional=True,
    ),
    Question(
        key="more",
        slug="mere",
        kind=Kind.TEXT,
        heading=Words("Er der mere, du vil sige?", "Er der mere, vi skal vide?"),
        hint=Words(
            "Skriv fx, hvornår vi må ringe. Eller hvad du er god til. Skriv ikke dit CPR-nummer.",
            "Skriv fx, hvornår vi må ringe. Skriv ikke CPR-nummer.",
        ),
        optional=True,
        max_length=1000,
    ),
)

_CONSENT: Final = Question(
    key="consent",
    slug="ja-til-at-gemme",
    kind=Kind.CHOICE,
    heading=Words("Må vi gemme dine svar?", "Må vi gemme svarene?"),
    missing=Words("Vælg, om vi må gemme dine svar.", "Vælg, om vi må gemme svarene."),
    body=(
        Words("Vi bruger dine svar til at finde et job til dig.", "Vi bruger svarene til at finde et job."),
        Words("Kun KLAPjob kan læse svarene."),
        Words(
            "Vi giver dem ikke til en arbejdsplads, før vi har talt med dig.",
            "Vi giver dem ikke videre, før den, du svarer for, siger ja.",
        ),
        Words(
            "Du kan altid sige nej igen. Ring til os, så sletter vi dine svar.",
            "I kan altid sige nej igen. Ring til os, så sletter vi svarene.",
        ),
    ),
    choices=(
        Choice(value="yes", words=Words("Ja, I må gemme mine svar", "Ja, I må gemme svarene"), picture="yes"),
        Choice(
            value="no",
            words=Words("Nej"),
            picture="no",
            stop="Vi må gemme svarene for at kunne hjælpe. Vælg ja, eller ring til os.",
        ),
    ),
)

QUESTIONS: Final = (_WHO, *_HELPER, *_PERSON, _FITS, *_WISHES, _CONSENT)
BY_KEY: Final = {question.key: question for question in QUESTIONS}
BY_SLUG: Final = {question.slug: question for question in QUESTIONS}
