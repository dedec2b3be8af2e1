"""A test client that checks every HTML page it gets: strict HTML5, one title, one h1, labels, ids, CSP."""

import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import has_app_context
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.db import db
from portal.headers import CSP


class StrictClient(FlaskClient):
    """Flask's client, with the checks of `check_page` on each answer that is HTML.

    Each request has an application context of its own, as on a server: what a test has open, such as the
    fixture `session`, lends it neither its user nor its rows. A test's rows are read afresh after a request.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if has_app_context():
            # A transaction of the test would keep the request from writing.
            db.session.rollback()
            db.session.expire_all()
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        assert response.headers["Content-Security-Policy"] == _policy(response.request.path)
        if response.mimetype == "text/html" and response.text and not response.location:
            check_page(response.text)
        return response

    def form(self, page: TestResponse, **typed: Any) -> dict[str, Any]:
        """What a browser would send from the page's last POST form: hidden fields and what was `typed`."""
        form = parse(page.text).findall(".//form[@method='post']")[-1]
        hidden = form.findall(".//input[@type='hidden']")
        return {field.get("name"): field.get("value", "") for field in hidden} | typed


def _policy(path: str) -> str:
    """The policy a page must carry.

    One page alone may stand inside pages of other sites, two play what was just recorded, and a case plays
    what was sent.
    """
    if path == "/indlejr":
        return CSP.replace("frame-ancestors 'none'", "frame-ancestors *")
    if path in {"/ansoeg/spoergsmaal/sig-det", "/min-ansoegning/mere"}:
        return f"{CSP}; media-src 'self' blob:"
    if re.fullmatch(r"/personale/kommuner/[^/]+/folder/vis", path):
        return CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    if re.fullmatch(r"/personale/kommuner/[^/]+/folder", path):
        return f"{CSP}; frame-src 'self'"
    return f"{CSP}; media-src 'self'" if re.fullmatch(r"/personale/sag/[^/]+", path) else CSP


# The client has parsed the page that a test parses next; parsing is a good part of what the tests compute.
@lru_cache(maxsize=4)
def parse(html: str) -> Element:
    """The page as a tree without namespaces, to read only. Raises html5lib's ParseError for any mistake."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def check_page(html: str) -> None:
    """What must hold for every page of the portal."""
    tree = parse(html)
    assert tree.get("lang") == "da"
    assert [t.text for t in tree.findall("./head/title") if t.text and t.text.strip()] != []
    assert len(tree.findall(".//h1")) == 1, "a page has exactly one h1"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert sorted(ids) == sorted(set(ids)), "ids are unique"
    _check_labels(tree, set(ids))
    for element in tree.iter():
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
    assert [
        s for s in tree.iter("script") if s.get("src") is None and s.get("type") != "application/ld+json"
    ] == []


def _check_labels(tree: Element, ids: set[str]) -> None:
    labelled = {label.get("for") for label in tree.iter("label")}
    wrapped = {id(field) for label in tree.iter("label") for field in label.iter()}
    for field in [*tree.iter("input"), *tree.iter("textarea"), *tree.iter("select")]:
        if field.get("type") in {"hidden", "submit", "button"}:
            continue
        named = field.get("id") in labelled or id(field) in wrapped or field.get("aria-label")
        assert named, f"the field {field.get('name')} has no label"
        for target in (field.get("aria-describedby") or "").split():
            assert target in ids, f"aria-describedby names {target}, which is not on the page"
