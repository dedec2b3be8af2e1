"""The telephone and a plain mail address stand on each form and each page of an error (P38)."""

import pytest
from flask import Flask, abort
from sqlalchemy.orm import Session

from factories import make_posting
from portal.access import Audience, audience_of, public
from strict_client import StrictClient

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
