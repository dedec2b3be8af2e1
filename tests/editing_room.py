"""What tests of the editors' room share: an easy text as Erik types it, and sending the screen's form."""

from typing import Any

from portal.models.posting import Posting
from strict_client import StrictClient, parse

WRITTEN = {
    "title": "Bagerens hjælper",
    "summary": "Du hjælper bageren.",
    "task-1": "Pakke brød",
    "picture-1": "bread",
    "task-2": "Feje gulvet",
    "place": "Bilka i Slagelse\nTæt på toget",
    "time": "12 timer om ugen.",
    "pay": "Løn ved siden af din pension\nFri frugt",
    "who": "Du kan få det her job, hvis du har førtidspension.",
}
FACTS = {
    "employer": "Bageren på hjørnet",
    "postal_code": "4200",
    "trade": "shop",
    "job_type": "skaanejob",
    "hours": "12",
}


def hidden(page: Any) -> dict[str, Any]:
    """What the writing form of a page sends by itself."""
    (form,) = parse(page.text).findall(".//form[@data-looks]")
    return {field.get("name"): field.get("value", "") for field in form.findall(".//input[@type='hidden']")}


def write(client: StrictClient, ad: Posting, verb: str, **typed: str) -> Any:
    """Fills the form of an imported ad's screen as it stands, and presses a button."""
    address = f"/personale/jobopslag/{ad.id}"
    sent = hidden(client.get(address)) | WRITTEN | typed
    return client.post(f"{address}/tekst", data=sent | {"do": verb})


def token(client: StrictClient, address: str = "/personale/eget-opslag/ny") -> str:
    """A token for forms that carry nothing else."""
    return str(client.form(client.get(address))["csrf_token"])


def public(client: StrictClient, ad: Posting) -> str:
    """The page of an ad as readers see it."""
    return client.get(f"/job/{ad.id}", follow_redirects=True).text
