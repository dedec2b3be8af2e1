"""Letters written in two ways are one letter, and what cannot be seen is not kept (P30)."""

import unicodedata

import pytest
from sqlalchemy.orm import Session

from factories import make_posting
from strict_client import StrictClient

HIDDEN = ["\u202e", "\u2066", "\ufeff", "\x07", "\u200b"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_p30_a_town_is_found_however_its_letters_are_put_together(
    client: StrictClient, session: Session, form: str
) -> None:
    make_posting(session, title="Medhjælper i Ålestrup", easy_title="Medhjælper i Ålestrup", town="Ålestrup")
    page = client.get("/job", query_string={"q": unicodedata.normalize(form, "Ålestrup")})
    assert "Medhjælper i Ålestrup" in page.text


@pytest.mark.parametrize("hidden", HIDDEN)
def test_p30_what_cannot_be_seen_does_not_come_back(client: StrictClient, hidden: str) -> None:
    page = client.get("/personale/log-ind")
    typed = client.form(page, email=f"kim{hidden}@example.com", password="x")
    answer = client.post("/personale/log-ind", data=typed)
    assert 'value="kim@example.com"' in answer.text
    assert hidden not in answer.text
