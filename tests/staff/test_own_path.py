"""After signing in one goes to a page of this site, whatever the address says (promise 31)."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from factories import PASSWORD, code, make_staff
from portal.staff.own_path import own_path
from strict_client import StrictClient


@pytest.mark.parametrize(
    "wanted", ["/personale", "/personale/", "/personale/sag/abc", "/personale?gruppe=nye&side=2"]
)
def test_an_own_page_is_where_one_goes(wanted: str) -> None:
    assert own_path(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "/",
        "/job",
        "personale",
        "//evil.example",
        "//evil.example/personale",
        "/\\evil.example",
        "/personale\\evil",
        "/personale//evil.example",
        "https://evil.example/personale",
        "//user@evil.example/personale",
        "/personale@evil.example",
        "/personalefest",
        "/personale/\r\nSet-Cookie: a=b",
        "/personale/\tx",
        "/personale/ø",
        "javascript:alert(1)",
        "/personale/" + "x" * 300,
    ],
)
def test_everything_else_is_nowhere(wanted: str | None) -> None:
    assert own_path(wanted) == ""


@given(st.text(alphabet=st.characters(max_codepoint=0x2100)) | st.from_regex(r"/personale[/?\\@:]*.{0,20}"))
def test_no_text_leads_to_another_site(wanted: str) -> None:
    path = own_path(wanted)
    assert path == "" or urlsplit(urljoin("https://portal.example/x", path)).netloc == "portal.example"


def test_who_wanted_a_page_gets_there_after_signing_in(client: StrictClient, session: Session) -> None:
    make_staff(session)
    sent_away = client.get("/personale/post?side=1")
    assert sent_away.location == "/personale/log-ind?next=/personale/post?side%3D1"
    typed = client.form(client.get(sent_away.location), email="sanne@example.com", password=PASSWORD)
    second = client.get(client.post("/personale/log-ind", data=typed).location)
    typed = client.form(second, code=code())
    assert client.post("/personale/log-ind/kode", data=typed).location == "/personale/post?side=1"


def test_a_forged_address_leads_to_the_queue(client: StrictClient, session: Session) -> None:
    make_staff(session)
    page = client.get("/personale/log-ind?next=//evil.example")
    typed = client.form(page, email="sanne@example.com", password=PASSWORD) | {"next": "//evil.example"}
    second = client.get(client.post("/personale/log-ind", data=typed).location)
    assert (
        client.post("/personale/log-ind/kode", data=client.form(second, code=code())).location == "/personale"
    )
