"""Fills in the form as a browser without JavaScript does: opens each page, types, presses the button."""

from typing import Any
from urllib.parse import urlsplit

from werkzeug.test import TestResponse

from strict_client import StrictClient, parse

QUESTION = "/ansoeg/spoergsmaal"

# What Kim answers, page by page.
KIM: dict[str, dict[str, Any]] = {
    "hvem": {"who": "self"},
    "navn": {"name": "Kim Kandidat"},
    "kontakt": {"phone": "20112233", "email": "kim@example.com"},
    "sted": {"place": "4200"},
    "kommune": {"municipality": "0330"},
    "hvad-passer": {"fits": "disability_pension"},
    "arbejde": {"trades": ["shop", "outdoors"]},
    "fortael-mere": {"tell_more": "yes"},
    "alder": {"age": "30_49"},
    "foedselsaar": {"birth_year": "1986"},
    "job-nu": {"job_now": "no"},
    "timer": {"hours": "6_10"},
    "vej-til-job": {"travel": ["bike", "bus"]},
    "hvad-er-vigtigt": {"considerations": ["quiet", "same_tasks"]},
    "hvornaar-ringe": {"call_time": "morning"},
    "skrive-eller-tale": {"more_how": "write"},
    "mere": {"more": "Jeg er god til at pakke."},
    "ja-til-at-gemme": {"consent": "yes"},
}
# What Kim's mother answers before the questions about Kim.
MOTHER: dict[str, dict[str, Any]] = {
    "hvem": {"who": "helper"},
    "har-du-faaet-ja": {"person_knows": "yes"},
    "dit-navn": {"helper_name": "Mona Mor"},
    "kender-hinanden": {"helper_role": "family"},
    "dit-telefonnummer": {"helper_phone": "30112233"},
    "hvem-faar-svar": {"answers_to": "person"},
}
# The pages in the order of the form, of whoever wants to tell more.
LONG_WAY = (
    "fortael-mere",
    "alder",
    "foedselsaar",
    "job-nu",
    "timer",
    "vej-til-job",
    "hvad-er-vigtigt",
    "hvornaar-ringe",
)


def path_of(response: TestResponse) -> str:
    """Where a redirect leads, without host."""
    parts = urlsplit(response.headers["Location"])
    return parts.path + (f"?{parts.query}" if parts.query else "")


def start(client: StrictClient, address: str = "/ansoeg") -> TestResponse:
    """Opens the start page and presses Start; returns the redirect."""
    page = client.get(address)
    return client.post(address, data=client.form(page, do="start"))


def answer(client: StrictClient, slug: str, query: str = "", **typed: Any) -> TestResponse:
    """Opens a question, types, and presses Næste; returns what comes back."""
    address = f"{QUESTION}/{slug}{query}"
    page = client.get(address)
    assert page.status_code == 200, f"{address} leads to {page.headers.get('Location')}"
    return client.post(address, data=client.form(page, **typed))


def fill_in(client: StrictClient, answers: dict[str, dict[str, Any]], address: str = "/ansoeg") -> str:
    """Starts and answers every question in order; returns where the last answer leads."""
    leads_to = path_of(start(client, address))
    for slug, typed in answers.items():
        assert leads_to == f"{QUESTION}/{slug}"
        leads_to = path_of(answer(client, slug, **typed))
    return leads_to


def send(client: StrictClient) -> TestResponse:
    """Opens the page for checking and presses Send; returns what comes back."""
    page = client.get("/ansoeg/tjek")
    return client.post("/ansoeg/send", data=client.form(page))


def rows(page: TestResponse) -> list[tuple[str, str]]:
    """What the page for checking shows: question and answer."""
    tree = parse(page.text)
    keys = ["".join(key.itertext()).strip() for key in tree.findall(".//dl//dt")]
    values = ["".join(value.itertext()).strip() for value in tree.findall(".//dl//dd[@class]")]
    shown = [value for value in values if not value.startswith("Ret")]
    return list(zip(keys, shown, strict=True))


def errors(page: TestResponse) -> list[tuple[str, str]]:
    """The list of errors at the top: where on the page each leads, and what it says."""
    tree = parse(page.text)
    links = tree.findall(".//div[@id='fejl']//a")
    found = [(str(link.get("href")), "".join(link.itertext())) for link in links]
    there = {f"#{element.get('id')}" for element in tree.iter()}
    assert {target for target, _ in found} <= there, "an error leads to a place that is not on the page"
    return found


def value_of(page: TestResponse, name: str) -> str:
    """What stands in a field of the page."""
    tree = parse(page.text)
    area = tree.find(f".//textarea[@name='{name}']")
    if area is not None:
        return area.text or ""
    return str(tree.find(f".//input[@name='{name}']").get("value"))  # type: ignore[union-attr]


def chosen(page: TestResponse, name: str) -> list[str]:
    """Which choices of the page are marked."""
    fields = parse(page.text).findall(f".//input[@name='{name}']")
    return [str(field.get("value")) for field in fields if field.get("checked") is not None]
