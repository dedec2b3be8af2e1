"""Each letter of the portal: it can be read, it is filled in, and staff may word it anew."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from factories import make_staff
from portal import clock, letters
from portal.letters import texts
from portal.letters.kinds import DEFAULTS, FIELDS, KINDS, Kind, Where
from portal.models.letter import LetterText
from portal.wording import checking

ALL = pytest.mark.parametrize("letter", KINDS.values(), ids=KINDS)


def worded(session: Session, kind: str, text: str) -> None:
    session.add(LetterText(kind=kind, text=text, changed_at=clock.now(), staff_id=make_staff(session).id))
    session.commit()


@ALL
def test_every_default_could_be_saved_as_it_is(letter: Kind) -> None:
    assert checking.problems(letter, letter.default) == []


@ALL
def test_every_default_is_easy_to_read(session: Session, letter: Kind) -> None:
    reading = checking.read(letter.default, texts.examples(letter))
    assert (reading.long_sentences, reading.lix <= 20) == ((), True), reading


def test_every_file_of_words_belongs_to_a_letter() -> None:
    assert {path.stem for path in DEFAULTS.glob("*.txt")} == set(KINDS)


def test_p42_no_mail_and_no_sms_can_tell_anything_about_a_person() -> None:
    personal = {"consultant", "consultant_phone"}
    sent = [kind for kind in KINDS.values() if kind.where in {Where.MAIL, Where.SMS}]
    assert len(sent) == 18
    assert [kind.key for kind in sent if personal & set(kind.may_use)] == []


def test_two_fields_never_look_alike() -> None:
    assert len({field.shown for field in FIELDS.values()}) == len(FIELDS)


def test_a_letter_is_filled_in(session: Session) -> None:
    words = {"consultant": "Ann Advis", "consultant_phone": "20 00 00 00"}
    plain = letters.plain(letters.text(session, "with_consultant", words))
    assert "Ann Advis er din konsulent." in plain
    assert plain.endswith("Du kan også selv ringe: 20 00 00 00")


def test_without_a_value_its_line_is_left_out(session: Session) -> None:
    plain = letters.plain(
        letters.text(session, "with_consultant", {"consultant": "", "consultant_phone": None})
    )
    assert "er din konsulent." not in plain
    assert plain.endswith("I taler om, hvad du kan lide, og hvad du har brug for.")


def test_dates_are_said_in_danish(session: Session) -> None:
    plain = letters.plain(letters.text(session, "reading", {"answer_by": date(2026, 5, 8)}))
    assert plain.endswith("senest fredag 8. maj.")


def test_what_staff_worded_last_counts(session: Session) -> None:
    author = make_staff(session)
    for hours, text in ((2, "Første"), (1, "Anden")):
        at = clock.now() - timedelta(hours=hours)
        session.add(LetterText(kind="waiting", text=text, changed_at=at, staff_id=author.id))
    session.commit()
    assert letters.plain(letters.text(session, "waiting")) == "Anden"


def test_an_empty_version_is_the_default_again(session: Session) -> None:
    worded(session, "waiting", "")
    assert letters.plain(letters.text(session, "waiting")) == KINDS["waiting"].default


def test_a_field_that_a_letter_no_longer_knows_is_left_out(session: Session) -> None:
    worded(session, "waiting", "Hej\n\nRing til {konsulent}")
    assert letters.plain(letters.text(session, "waiting", {"consultant": "Ann Advis"})) == "Hej"


def test_a_letter_that_does_not_exist_is_a_mistake_of_the_program(session: Session) -> None:
    with pytest.raises(KeyError):
        letters.text(session, "no such letter")


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("waiting", "", ["Skriv en tekst. Eller brug standard."]),
        ("waiting", "a" * 4001, ["Skriv lidt kortere. Der er plads til 4000 tegn."]),
        ("waiting", "Kim, 010190-1234", ["Slet CPR-nummeret. Brevet går til mange."]),
        ("waiting", "Hej {konsulent}", ["Feltet {konsulent} findes ikke i dette brev."]),
        ("waiting", "Hej {vores", ["Et felt skal stå i klammer på samme linje, fx {vores telefon}."]),
        ("sms_resume", "Hej", ["Sæt {link} ind. Brevet virker ikke uden."]),
        ("waiting", "Hej. Ring til {vores telefon}.", []),
    ],
)
def test_what_cannot_be_used_is_told(kind: str, text: str, told: list[str]) -> None:
    assert checking.problems(KINDS[kind], text) == told
