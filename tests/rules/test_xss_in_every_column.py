"""P18 in breadth: mark-up stands in every column that holds words of people, and no page of anybody shows it
as mark-up. A column that a later table brings is named here, or judged to hold no such words.
"""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import Enum, String, select
from sqlalchemy.orm import Session

from portal import clock
from portal.models import Base
from portal.models.agreement import Agreement, Cooperation
from portal.models.answer_letter import AnswerLetter
from portal.models.application import State
from portal.models.feed import RefusedEntry
from portal.models.letter import LetterText
from portal.models.municipality import MunicipalityFacts
from portal.models.placement import Placement, PlacementKind
from portal.models.staff import Staff
from rules.test_xss import _intruders
from strict_client import StrictClient
from whole_portal import Whole, addresses, fill

PAYLOAD = "\"'></title></textarea></script></option>--><kjx onkjx='1'>&lt;kjx&gt;"
SEALED = "_sealed"
# Keys, codes, hashes, statements of programs: what no person writes freely.
NO_WORDS = frozenset(
    """
    apply_key area code_secret content_hash credential_id cvr district email fields format form id_hash
    job_type key kind last_error link listing_hash made_of media_type message_id municipality_code
    object_id object_kind one_click password_hash path person_agreed_how place_known_by portrait
    purpose query reason reasons reference rows rule search secret sha256 slug staff_id token token_hash
    trade twin_key uploaded value action answers apply_url body_html error fits postal_code refused
    """.split()
)
WORDS = frozenset(
    """
    about address caveat closed_note consent_text contact_email contact_name contact_phone contact_role
    easy_title employer filename html name note our_email our_name payload phone place promised remark
    school source subject text their_email their_name their_phone their_role title town url workplace more
    """.split()
)
# What lets the links of the embedded list leave their frame.
OWN_BASE = "base {'target': '_top'}"
# `source` is the key of a feed there.
KEYS = frozenset({("job", "source"), ("posting", "source"), ("refused_entry", "source")})


def columns(table_name: str) -> set[str]:
    """The names of what a table holds as text, open or sealed, without keys of rows."""
    table = Base.metadata.tables[table_name]
    return {
        column.name.removesuffix(SEALED)
        for column in table.columns
        if column.name.endswith(SEALED)
        or (
            (isinstance(column.type, String) and not isinstance(column.type, Enum))
            and not (column.primary_key or column.foreign_keys or column.unique)
        )
    }


def more_rows(session: Session, whole: Whole) -> None:
    """One row of the tables that `fill` leaves empty."""
    now, staff_id = clock.now(), str(whole.values["staff_id"])
    case = str(whole.values["application_id"])
    session.add_all(
        [
            Agreement(municipality_code="0330", kind=Cooperation.EXTENDED, changed_at=now),
            MunicipalityFacts(code="0330", changed_at=now),
            LetterText(kind="waiting", text="x", changed_at=now, staff_id=staff_id),
            RefusedEntry(
                source=whole.values["source"],
                reference="1",
                reason="no title",
                first_seen_at=now,
                last_seen_at=now,
            ),
            AnswerLetter(application_id=case, at=now, staff_id=staff_id, state=State.CLOSED),
            Placement(
                application_id=case,
                kind=next(iter(PlacementKind)),
                created_at=now,
                staff_id=staff_id,
                starts_on=date(2026, 12, 1),
            ),
        ]
    )
    session.commit()


def write_into_all(session: Session) -> int:
    """Puts the payload into every word of every row; gives into how many columns."""
    written = set()
    for mapper in Base.registry.mappers:
        name = mapper.local_table.name
        wanted = {column for column in columns(name) & WORDS if (name, column) not in KEYS}
        for row in session.scalars(select(mapper.class_)):
            for column in wanted:
                setattr(row, column, PAYLOAD)
                written.add((name, column))
    session.commit()
    return len(written)


@pytest.fixture
def everywhere(app: Flask, session: Session) -> Whole:
    whole = fill(app, session)
    more_rows(session, whole)
    assert write_into_all(session) > 45
    return whole


def test_p18_every_column_of_text_is_known_to_hold_words_of_people_or_none() -> None:
    known = {name for table in Base.metadata.tables for name in columns(table)}
    assert known - WORDS - NO_WORDS == set()


def test_p18_no_page_takes_any_column_for_markup(app: Flask, session: Session, everywhere: Whole) -> None:
    found, told, troubles = [], set(), []
    for rule, _, address in addresses(app, everywhere, {"GET"}):
        for who, client in everywhere.browsers.items():
            if not (rule.rule.startswith("/personale") or who == "nobody"):
                continue
            with super(StrictClient, client).open(address) as page:
                if page.status_code >= 500:
                    troubles.append((who, rule.rule, page.status_code))
                if page.mimetype == "text/html":
                    text = page.get_data(as_text=True)
                    told |= {rule.rule} if "kjx" in text else set()
                    found += [(rule.rule, one) for one in _intruders(text) if one != OWN_BASE]
    assert troubles == []
    assert found == []
    assert len(told) > 25, "few pages show anything that was written"
    assert session.scalar(select(Staff.name).limit(1)) == PAYLOAD
