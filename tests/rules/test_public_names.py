"""What stands in addresses and mails is random, and tells nobody what comes next (P14)."""

import inspect
import re

import pytest
from flask import Flask
from sqlalchemy import Integer
from sqlalchemy.orm import Session

from apply.filling import KIM, fill_in, send
from factories import make_application, make_posting
from portal import crypto, tickets
from portal.access import audience_of
from portal.models import Base
from portal.models.base import ID_LENGTH
from portal.models.ticket import TicketKind
from portal.status import actions as own_page
from strict_client import StrictClient

# Rows of the portal's own books, of which none stands in an address.
NUMBERED = {"audit_entry", "audit_head", "data_version", "deletion_record", "job_worth", "purge_run"}
YEARS = {"yearly_figure"}
MIXED_UP = set("01258bgilqosuvz")
BITS_128 = 22  # signs of base64


def test_p14_a_code_is_eight_signs_that_nobody_mixes_up_and_four_digits() -> None:
    assert (tickets.REFERENCE_LENGTH, tickets.DIGITS) == (8, 4)
    assert set(crypto.UNMISTAKABLE) & MIXED_UP == set()
    codes = [crypto.unmistakable(tickets.REFERENCE_LENGTH) for _ in range(200)]
    assert len(set(codes)) == 200
    assert {sign for code in codes for sign in code} == set(crypto.UNMISTAKABLE)


def test_p14_codes_are_tried_so_often_and_no_more() -> None:
    assert (own_page.MOST_A_CODE, own_page.MOST_A_NETWORK) == (10, 30)


def test_p14_what_has_an_address_has_a_random_name(session: Session) -> None:
    numbered = {
        table.name
        for table in Base.metadata.sorted_tables
        if any(isinstance(column.type, Integer) for column in table.primary_key)
    }
    assert numbered == NUMBERED | YEARS
    names = [make_posting(session).id for _ in range(3)] + [make_application(session).id for _ in range(3)]
    assert {len(name) for name in names} == {ID_LENGTH}
    assert names != sorted(names) or names[:3] != sorted(names[:3], reverse=True)


def test_p14_no_public_address_has_a_number_in_it(app: Flask) -> None:
    public = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if (audience := audience_of(app.view_functions[rule.endpoint])) and audience.everyone
    ]
    assert len(public) > 40
    assert [rule for rule in public if "<int:" in rule] == []


@pytest.mark.parametrize("kind", list(TicketKind))
def test_p14_a_link_holds_128_bits_or_more(session: Session, kind: TicketKind) -> None:
    application = make_application(session)
    links = {tickets.issue(session, application, kind) for _ in range(20)}
    assert len(links) == 20
    assert min(map(len, links)) >= BITS_128


def test_p14_a_code_is_compared_in_constant_time() -> None:
    """`hmac.compare_digest` does; each way that is tried is compared, also after one that fits."""
    assert "compare_digest" in inspect.getsource(tickets.by_code)


def test_p14_a_receipt_names_nothing_but_the_code(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    send(client)
    page = client.get("/ansoeg/tak").text
    assert re.search(r"[3-9A-Y]{4} [3-9A-Y]{4}", page)
