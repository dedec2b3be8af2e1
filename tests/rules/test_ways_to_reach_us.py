"""The telephone and a plain mail address stand on each form and each page of an error (P38)."""

import pytest
from flask import Flask, abort
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from apply.filling import KIM, QUESTION, fill_in
from factories import make_posting
from portal.access import Audience, audience_of, public
from strict_client import StrictClient
from whole_portal import addresses, fill

ERRORS = (400, 403, 404, 410, 413, 429, 500, 503)


def reaches_us(text: str) -> bool:
    return 'href="tel:' in text and 'href="mailto:' in text


def _public_pages(app: Flask) -> list[str]:
    return sorted(
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and not rule.arguments
        # Signing in is for colleagues, who know whom to call.
        and not rule.rule.startswith("/personale")
        and audience_of(app.view_functions[rule.endpoint]) == Audience(everyone=True)
    )


def test_p38_every_public_page_with_a_form_says_how_else_to_reach_us(
    app: Flask, client: StrictClient, session: Session
) -> None:
    make_posting(session)
    pages = {path: client.get(path, follow_redirects=True) for path in _public_pages(app)}
    html = {path: page.text for path, page in pages.items() if page.mimetype == "text/html"}
    forms = {path for path, text in html.items() if "<form" in text}
    assert len(forms) > 10
    assert sorted(path for path in forms if not reaches_us(html[path])) == []


def _open_to_all(app: Flask, rule: Rule) -> bool:
    audience = audience_of(app.view_functions[rule.endpoint])
    return audience == Audience(everyone=True) and not rule.rule.startswith(("/personale", "/indlejr"))


def test_p38_so_does_every_form_about_something(app: Flask, session: Session) -> None:
    """A referral to a municipality, one's own application, a visit that a teacher asked for."""
    whole, lacking, forms = fill(app, session), [], 0
    for rule, _, address in addresses(app, whole, {"GET"}):
        if rule.arguments and _open_to_all(app, rule):
            with app.test_client().get(address, follow_redirects=True) as page:
                if page.mimetype == "text/html" and "<form" in page.text:
                    forms += 1
                    lacking += [] if reaches_us(page.text) else [rule.rule]
    assert forms > 5
    assert lacking == []


def test_p38_so_does_every_question_and_the_page_for_checking(client: StrictClient) -> None:
    fill_in(client, KIM)
    addresses = [f"{QUESTION}/{slug}" for slug in KIM] + ["/ansoeg/tjek", "/ansoeg/gem", "/ansoeg"]
    pages = {address: client.get(address).text for address in addresses}
    assert [address for address, text in pages.items() if not reaches_us(text)] == []


@pytest.mark.parametrize("status", ERRORS)
def test_p38_every_page_of_an_error_says_how_else_to_reach_us(
    app: Flask, client: StrictClient, status: int
) -> None:
    @public
    def failing() -> str:
        abort(status)

    app.add_url_rule("/fejler", "failing", failing)
    answer = client.get("/fejler")
    assert (answer.status_code, reaches_us(answer.text)) == (status, True)


def test_p38_a_page_without_a_way_would_be_seen() -> None:
    assert reaches_us('<form action="/"><a href="tel:+4536359660">Ring</a></form>') is False
