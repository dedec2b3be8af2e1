"""The blank form on paper: the same questions, in big type, as a page and as a file for everybody."""

import page
import pytest

from portal import pdf
from portal.apply.saving import _ON_PAPER
from strict_client import StrictClient


@pytest.fixture(scope="module")
def made() -> list[bytes]:
    """The file, once it has been asked for."""
    return []


def the_file(client: StrictClient, made: list[bytes]) -> bytes:
    if not made:
        made.append(client.get("/ansoeg/papir.pdf").data)
    return made[0]


def test_the_page_leads_to_the_file(client: StrictClient) -> None:
    assert 'href="/ansoeg/papir.pdf"' in client.get("/ansoeg/papir").text


def test_the_file_keeps_every_rule_of_pdf_ua(client: StrictClient, made: list[bytes]) -> None:
    failed = page.validate_pdf_bytes(the_file(client, made)).failures
    assert [failure.rule_id for failure in failed] == []


def test_the_file_has_a_name_of_its_own(client: StrictClient) -> None:
    answer = client.get("/ansoeg/papir.pdf")
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="klapjob-ansoegning.pdf"',
    )


def test_paper_asks_what_the_form_asks_and_leads_nobody() -> None:
    assert {"name", "contact", "place", "fits", "trades", "more", "consent"} <= {one.key for one in _ON_PAPER}
    assert {"who", "municipality", "tell_more", "more_how", "voice"} & {one.key for one in _ON_PAPER} == set()


def test_without_pango_the_page_stands_in(client: StrictClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    assert client.get("/ansoeg/papir.pdf").location == "/ansoeg/papir"
    assert "papir.pdf" not in client.get("/ansoeg/papir").text
