"""News goes to whom it was asked for: the person, the helper, both; and to nobody without an address."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from case_work import case_path, decide
from factories import make_application, make_consultant, make_staff, sign_in
from portal.answers import Answer
from portal.models.application import FilledBy
from portal.models.mail import OutboxMessage
from portal.screening import helping
from strict_client import StrictClient


def _answers(**said: str) -> list[Answer]:
    return [
        Answer(key=key, question="", text=value, values=(value,) if value else ())
        for key, value in said.items()
    ]


@pytest.mark.parametrize(
    ("asked_for", "own", "helpers", "told"),
    [
        ("", "kim@example.com", "", ("kim@example.com",)),
        ("person", "kim@example.com", "", ("kim@example.com",)),
        ("helper", "kim@example.com", "mor@example.com", ("mor@example.com",)),
        ("both", "kim@example.com", "mor@example.com", ("kim@example.com", "mor@example.com")),
        ("both", "mor@example.com", "mor@example.com", ("mor@example.com",)),
        ("both", "", "mor@example.com", ("mor@example.com",)),
        ("helper", "kim@example.com", "", ()),
        ("person", "", "mor@example.com", ()),
        ("nonsense", "kim@example.com", "mor@example.com", ()),
    ],
)
def test_who_is_told(asked_for: str, own: str, helpers: str, told: tuple[str, ...]) -> None:
    answers = _answers(answers_to=asked_for, helper_mail=helpers)
    assert helping.addresses(answers, own) == told


def test_who_filled_in_alone_has_no_helper() -> None:
    assert helping.helper_of(_answers(name="Kim")) is None


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


MOTHER = [
    {"key": "helper_name", "question": "Hvad hedder du?", "value": "Mona Mor"},
    {"key": "helper_phone", "question": "Dit nummer?", "value": "20 99 88 77"},
    {"key": "answers_to", "question": "Hvem skal vi svare?", "value": "both"},
    {"key": "helper_mail", "question": "Din mail?", "value": "mona@example.com"},
]


def test_the_page_of_a_case_says_who_helps(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER, answers=MOTHER)
    page = sanne.get(case_path(application)).text
    assert 'Mona Mor, <a href="tel:+4520998877">20 99 88 77</a>' in page


def test_both_are_told_in_mails_of_their_own(sanne: StrictClient, session: Session) -> None:
    application = make_application(session, filled_by=FilledBy.HELPER, answers=MOTHER)
    decide(sanne, application, "luk", reason="other")
    mails = session.scalars(select(OutboxMessage)).all()
    assert [mail.address for mail in mails] == ["kim@example.com", "mona@example.com"]
