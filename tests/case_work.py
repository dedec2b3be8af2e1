"""Working on a case in a browser: read its page, fill in one of its forms, send it."""

from typing import Any
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from portal.models.application import Application
from strict_client import StrictClient, parse

# What a consultant writes of a trial of four weeks, and of a hire.
TRIAL = {"workplace": "Testmarked Slagelse", "starts": "2026-11-23", "ends": "2026-12-18"}
HIRE = {"workplace": "Testmarked Slagelse", "starts": "2027-01-04", "hours": "12", "job_type": "skaanejob"}


def case_path(application: Application | str) -> str:
    return f"/personale/sag/{application if isinstance(application, str) else application.id}"


def form_on(page: TestResponse, verb: str) -> dict[str, Any] | None:
    """What a browser would send from the form of `verb`, or None where the page does not offer it."""
    for form in parse(page.text).findall(".//form[@method='post']"):
        if (form.get("action") or "").endswith(f"/{verb}"):
            return _filled_in(form)
    return None


def _filled_in(form: Element) -> dict[str, Any]:
    sent = {field.get("name"): field.get("value", "") for field in form.iter("input") if _counts(field)}
    sent |= {field.get("name"): field.text or "" for field in form.iter("textarea")}
    for field in form.iter("select"):
        chosen = [option.get("value", "") for option in field.iter("option") if "selected" in option.attrib]
        sent[field.get("name")] = chosen[0] if chosen else ""
    return {str(name): value for name, value in sent.items()}


def _counts(field: Element) -> bool:
    """Whether a browser would send it: what is not ticked stays at home."""
    return field.get("type") not in {"checkbox", "radio"} or "checked" in field.attrib


def offered(page: TestResponse) -> list[str]:
    """The verbs that a page offers, in order."""
    actions = [form.get("action") or "" for form in parse(page.text).findall(".//form[@method='post']")]
    return [action.rsplit("/", 1)[1] for action in actions if action.startswith("/personale/sag/")]


def send(
    client: StrictClient, page: TestResponse, application: Application, verb: str, **typed: str
) -> TestResponse:
    """Sends the form of `verb` from a page that was read a while ago."""
    sent = form_on(page, verb)
    assert sent is not None, f"the page offers {offered(page)}"
    return client.post(
        f"{case_path(application)}/{verb}",
        data=sent | {f"{verb}-{name}": value for name, value in typed.items()},
    )


def decide(client: StrictClient, application: Application, verb: str, **typed: str) -> TestResponse:
    """Opens a case and does one thing with it."""
    return send(client, client.get(case_path(application)), application, verb, **typed)
