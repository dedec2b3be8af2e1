"""The questions of the application: their order, branches, words and pictures. Change the form here.

Answers keep the words they were given to. Whoever changes a question raises `FORM_VERSION`; a draft that is
under way is then asked again only what now stands in other words.

Keys of the answers, and the values that screening reads ("" or [] is "skipped", `dont_know` may be any):

- who: self, together, helper; of a helper: person_knows yes, helper_name, helper_role (family, support,
  teacher, municipality, other), helper_phone, answers_to (person, helper, both), helper_mail
- name, contact {phone, email}, place, municipality and municipality_other (code, other)
- fits: disability_pension, fleksjob, stu, clarify
- fleksjob only: stu_status (now, done, no), special_class and support (yes, no),
  capacity (less, about_15_35, more)
- STU only: school, school_ends (a year)
- trades: keys of `portal.easyread.trades`
- tell_more (yes, no); then age (under_18, 18_29, 30_49, 50_over), birth_year, job_now (no, wants_other,
  wants_more), hours (up_to_5, 6_10, 11_15, over_15), travel (walk, bike, bus, driven, car), considerations
  (quiet, breaks, same_tasks, step_by_step, contact, few_people, sitting, short_days, wheelchair), call_time
  (morning, afternoon, any), more_how (write, speak, no), more (free text), voice (the id of a recording)
- consent: yes
- "Ring mig op" has three of its own: name, call_phone, call_time
"""

from typing import Final

from portal.apply import branches, residence
from portal.apply.about_you import ABOUT_YOU, CALL_TIME
from portal.apply.helping import HELPER
from portal.apply.kinds import Answer, Answers, Choice, Kind, Question, Words
from portal.easyread.trades import TRADES

FORM_VERSION: Final = 3
# The mark in a draft that it is a request to be called. It is asked nowhere and never sent.
CALL_ME: Final = Answer(key="form", question="", value="call_me", text="")


def is_call_me(answers: Answers) -> bool:
    """Whether this is a request to be called, with three questions of its own."""
    return answers.get("form") == CALL_ME


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

_TRADES: Final = Question(
    key="trades",
    slug="arbejde",
    kind=Kind.SEVERAL,
    heading=Words("Hvad vil du gerne arbejde med?", "Hvad vil den, du svarer for, arbejde med?"),
    hint=Words("Du må gerne vælge flere."),
    choices=tuple(
        Choice(value=trade.key, words=Words(trade.name), picture=trade.pictogram) for trade in TRADES.values()
    ),
    optional=True,
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

_CALL_PHONE: Final = Question(
    key="call_phone",
    slug="ring-til",
    kind=Kind.PHONE,
    heading=Words("Hvad er dit telefonnummer?"),
    missing=Words("Skriv dit telefonnummer."),
    max_length=40,
    autocomplete="tel",
)

QUESTIONS: Final = (
    _WHO,
    *HELPER,
    *_PERSON,
    _FITS,
    *branches.FLEKSJOB,
    *branches.STU,
    _TRADES,
    *ABOUT_YOU,
    _CONSENT,
)
CALL_ME_QUESTIONS: Final = (_PERSON[0], _CALL_PHONE, CALL_TIME)
BY_KEY: Final = {question.key: question for question in (*QUESTIONS, _CALL_PHONE)}
BY_SLUG: Final = {question.slug: question for question in BY_KEY.values()}


def questions_for(answers: Answers) -> tuple[Question, ...]:
    """The questions of the form that a draft belongs to."""
    return CALL_ME_QUESTIONS if is_call_me(answers) else QUESTIONS
