"""What people and feeds write stays text on every page of every role (P18)."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factories import (
    make_application,
    make_consultant,
    make_posting,
    make_source,
    make_staff,
    move_to,
    sign_in,
)
from portal import clock
from portal.access import public
from portal.jobs import partners
from portal.jobs.incoming import Entry
from portal.models.application import State
from portal.models.note import Note
from portal.models.staff import Role
from strict_client import StrictClient

ROOT = Path(__file__).resolve().parents[2]
# Each leaves an element or an attribute with `kjx` in its name, or an address that runs, if it is not text.
PAYLOADS = (
    "<kjx>",
    "<kjx onkjx=1>",
    '"><kjx>',
    "'><kjx>",
    '" onkjx="1',
    "' onkjx='1",
    '" autofocus onfocus="kjx()',
    "</title><kjx>",
    "</textarea><kjx>",
    "</script><kjx>",
    "</style><kjx>",
    "</option></select><kjx>",
    "--><kjx>",
    "]]><kjx>",
    "<!--><kjx>",
    "<script>kjx()</script>",
    "<img src=x onerror=kjx()>",
    "<svg onload=kjx()>",
    "<svg><kjx>",
    "<math><kjx>",
    "<a href=javascript:kjx()>x</a>",
    "javascript:kjx()",
    "<iframe srcdoc='<kjx>'>",
    "<base href=//kjx.example>",
    "<form action=//kjx.example>",
    "&lt;kjx&gt;",
    "{{ '<kjx>'|safe }}",
    "%3Ckjx%3E",
    "＜kjx＞<kjx/",
    "<kjx\x0conkjx=1>",
)
# Where markup is made in Python, and why that is harmless.
MARKUP = {
    "portal/editing/views/texts.py": "an ad's own text, which portal.jobs.cleaning made harmless",
    "portal/frames.py": "a mark that nobody can guess, of a name of our own; pieces that macros have drawn",
    "portal/jobs/showing.py": "an ad's own text, which portal.jobs.cleaning made harmless",
    "portal/outfeeds/item.py": "formats, which escape what they are given",
    "portal/reading/explaining.py": "our own template, put into markup that is markup already",
    "portal/screening/views/case.py": "a format, which escapes what it is given",
}
MOST_PAGES = 60


def _intruders(html: str) -> list[str]:
    """Elements and attributes that no template of ours has."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    return [f"{element.tag} {element.attrib}" for element in tree.iter() if _is_intruder(element)]


def _is_intruder(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    names = [element.tag, *map(str, element.attrib)]
    odd_name = any("kjx" in name or name.startswith("on") for name in names)
    places = [
        value for name, value in element.attrib.items() if str(name) in {"href", "src", "action", "srcdoc"}
    ]
    runs = any(place.lower().startswith(("javascript:", "data:", "//")) for place in places)
    own = element.get("src") is not None or element.get("type") == "application/ld+json"
    return odd_name or runs or (element.tag == "script" and not own) or element.tag in {"iframe", "base"}


def _entry(number: int, payload: str) -> Entry:
    return Entry(
        reference=f"{number}{payload}",
        title=f"Medhjælper {payload}",
        employer=f"Testmarked {payload}",
        body_html=f"<p>Du fejer {payload}.</p><ul><li>Fejer {payload}</li></ul>{payload}",
        url=f"https://example.com/{payload}",
        apply_url=payload,
        conditions=("skaanejob", payload),
        address=f"Gaden 1 {payload}",
        postal_code="4200",
        town=f"Slagelse {payload}",
        published_on=clock.today(),
    )


@pytest.fixture
def written(app: Flask, session: Session) -> dict[str, StrictClient]:
    """A portal in which everybody has written payloads; a browser for each role, and `nobody`."""
    ann = make_consultant(session)
    make_source(session, "partner").format = "spreadsheet"
    session.commit()
    entries = tuple(_entry(number, payload) for number, payload in enumerate(PAYLOADS))
    with app.test_request_context(method="POST"):
        partners.take_list(
            partners.PartnerList(source="partner", entries=entries, by=ann.staff), tell=lambda _: None
        )
    for number, payload in enumerate(PAYLOADS):
        person = {
            "name": f"Kim {payload}",
            "phone": payload,
            "email": f"{payload}@x",
            "place": f"4200 {payload}",
        }
        said = [{"key": "more", "question": f"Mere {payload}", "value": payload, "words": [payload]}]
        application = make_application(session, person=person, answers=said)
        if number % 2:
            move_to(session, application, State.SCREENING, State.HANDED_OVER)
        note = Note(application_id=application.id, staff_id=ann.staff.id, at=clock.now())
        note.text = payload
        session.add(note)
        make_posting(session, title=payload, easy_title=payload, employer=payload, town=payload)
    session.commit()
    people = [
        make_staff(session, role, name=f"{role.value} {PAYLOADS[0]}", email=f"{role}@x.dk") for role in Role
    ]
    browsers = {who.role_rows[0].role.value: sign_in(app.test_client(), who) for who in people}
    return browsers | {"advisor": sign_in(app.test_client(), ann.staff), "nobody": app.test_client()}


def _crawl(client: StrictClient, *first: str) -> Iterator[tuple[str, str]]:
    """Pages by their links; of many alike (a job, a case) some are enough."""
    waiting, seen = list(first), set(first)
    while waiting and len(seen) < 1000:
        address = waiting.pop(0)
        with client.get(address, follow_redirects=True) as page:
            if page.mimetype != "text/html":
                continue
            yield address, page.text
            tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page.text)
        for link in tree.iter("a"):
            parts = urlsplit(urljoin(f"http://localhost{address}", link.get("href") or ""))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.netloc == "localhost" and path not in seen:
                seen.add(path)
                waiting.append(path)


def _found(client: StrictClient, *first: str) -> tuple[int, list[tuple[str, list[str]]]]:
    """How many pages show what was written, and those that take it for markup."""
    told, found = 0, []
    for walked, (address, html) in enumerate(_crawl(client, *first), 1):
        told += "kjx" in html
        if intruders := _intruders(html):
            found.append((address, intruders))
        if walked == MOST_PAGES:
            break
    return told, found


@pytest.mark.parametrize("who", ["nobody", "advisor", *Role])
def test_p18_no_page_of_anybody_has_what_was_written_as_markup(
    written: dict[str, StrictClient], who: str
) -> None:
    told, found = _found(written[who], *(["/job", "/"] if who == "nobody" else ["/personale"]))
    assert found == []
    # Whoever has no cases and no ads to see reads no more than the own name.
    assert told >= (10 if who in {"nobody", "advisor", "secretariat"} else 1)


def test_p18_what_an_address_or_a_form_says_comes_back_as_text(app: Flask, client: StrictClient) -> None:
    asked = (
        "/job?q={}",
        "/job?sted={}",
        "/kontakt?sted={}",
        "/indlejr?kommune={}",
        "/personale/log-ind?next={}",
        "/{}",
    )
    for number, payload in enumerate(PAYLOADS):
        for address in (asked[number % len(asked)], asked[(number + 1) % len(asked)]):
            assert _intruders(client.get(address.format(quote(payload))).text) == [], (address, payload)
        page = client.get("/personale/log-ind")
        answer = client.post("/personale/log-ind", data=client.form(page, email=payload, password=payload))
        assert _intruders(answer.text) == [], payload


def test_p18_a_hole_is_found(app: Flask) -> None:
    app.add_url_rule(
        "/planted", "planted", public(lambda: f"<!doctype html><p>{PAYLOADS[1]}<a href='{PAYLOADS[21]}'>")
    )
    with app.app_context():
        text = super(StrictClient, app.test_client()).open("/planted").get_data(as_text=True)
    assert len(_intruders(text)) == 2
    seen = {
        payload
        for payload in PAYLOADS
        if _intruders(f"<!doctype html><body><div title='{payload}'>{payload}</div>")
    }
    assert len(seen) > 18


def test_p18_markup_is_made_in_few_places() -> None:
    made = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "portal").rglob("*.py")
        if re.search(r"\bMarkup\(", path.read_text())
    }
    assert made == set(MARKUP)
    unescaped = re.compile(r"\|\s*safe\b|autoescape\s+false")
    assert [
        path.name
        for path in (ROOT / "portal/templates").rglob("*.html")
        if unescaped.search(path.read_text())
    ] == []
