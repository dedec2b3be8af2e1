"""Two helpers, two people each: nothing of one person is ever on a page of another (P47)."""

from flask import Flask

from apply.filling import KIM, MOTHER, QUESTION, fill_in, send
from strict_client import StrictClient

CANARIES = ("Zebrafink", "Quetzal", "Kakadue", "Pirol")
OWN_PAGES = (
    "/ansoeg/gem",
    "/ansoeg/gemt",
    "/ansoeg/tjek",
    "/ansoeg/tak",
    "/min-ansoegning/side",
    "/ring-mig-op",
)


def about(canary: str, number: int) -> dict:
    """What a helper answers about one person, with the canary in every field that takes words."""
    words = {
        "dit-navn": {"helper_name": f"Hjælper {canary}"},
        "dit-telefonnummer": {"helper_phone": f"3011223{number}"},
        "hvem-faar-svar": {"answers_to": "both"},
        "din-mail": {"helper_mail": f"hjaelper-{canary}@example.com"},
        "navn": {"name": f"{canary} Kandidat"},
        "kontakt": {"phone": f"2011223{number}", "email": f"{canary}@example.com"},
        "mere": {"more": f"{canary} er god til at pakke."},
    }
    order = [*MOTHER, "din-mail", *(slug for slug in KIM if slug != "hvem")]
    known = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"} | words
    return {slug: known[slug] for slug in order}


def every_page(client: StrictClient, answers: dict) -> str:
    questions = [f"{QUESTION}/{slug}" for slug in answers]
    pages = [client.get(address) for address in ("/ansoeg", *questions, *OWN_PAGES, "/min-ansoegning")]
    return "".join(page.text for page in pages).lower()


def test_no_page_of_one_person_holds_a_word_of_another(app: Flask) -> None:
    helpers = (app.test_client(), app.test_client())
    seen: dict[str, str] = {}
    for number, canary in enumerate(CANARIES):
        client = helpers[number % 2]
        answers = about(canary, number)
        empty = every_page(client, answers)
        fill_in(client, answers)
        written = every_page(client, answers)
        send(client)
        seen[canary] = empty + written + every_page(client, answers)
        client.post("/ansoeg/glem", data=client.form(client.get("/ansoeg/tak")))
    for own, pages in seen.items():
        assert own.lower() in pages
        assert [other for other in CANARIES if other != own and other.lower() in pages] == []
