"""Every page of the form is easy to read: LIX at most 20, no sentence above fifteen words.

LIX says little about less than a hundred words; of such a page the longest sentence is judged, and all
pages of the form together.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from sqlalchemy.orm import Session

from apply.filling import KIM, MOTHER, QUESTION, answer, fill_in, send, start
from factories import make_posting
from portal.apply import branches
from portal.easyread import lix
from portal.models.posting import PostingState
from strict_client import StrictClient, parse

HELPED = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"}
SKIPPED = {"h1", "h2", "h3", "nav", "button", "table", "dl", "svg", "textarea", "select", "summary"}
INLINE = {"a", "b", "strong", "span", "br"}


def running_text(page: str) -> str:
    """What one reads in main, a line for each paragraph, item and tile: no headings, buttons or fields."""
    main = parse(page).find(".//main")
    assert main is not None
    lines = "".join(_pieces(main)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _pieces(element: Element) -> Iterator[str]:
    is_block = element.tag not in INLINE or element.get("class") == "kj-choice__hint"
    if is_block:
        yield "\n"
    yield element.text or ""
    for child in element:
        if child.tag not in SKIPPED:
            yield from _pieces(child)
        yield child.tail or ""
    if is_block:
        yield "\n"


def assert_easy(page: str) -> None:
    text = running_text(page)
    measured = lix.measure(text)
    assert measured.longest_sentence <= 15, text
    assert measured.words < 100 or measured.score <= 20, f"{measured}\n{text}"


@pytest.mark.parametrize("who", [KIM, HELPED], ids=["alone", "helped"])
def test_every_question_and_its_error(client: StrictClient, who: dict) -> None:
    fill_in(client, who)
    for slug, typed in who.items():
        page = client.get(f"{QUESTION}/{slug}")
        assert_easy(page.text)
        refused = client.form(page) | dict.fromkeys(typed, "010190-1234")
        assert_easy(client.post(f"{QUESTION}/{slug}", data=refused).text)


@pytest.mark.parametrize("who", [KIM, HELPED], ids=["alone", "helped"])
def test_checking_and_the_receipt(client: StrictClient, who: dict) -> None:
    fill_in(client, who)
    assert_easy(client.get("/ansoeg/tjek").text)
    send(client)
    assert_easy(client.get("/ansoeg/tak").text)


def test_the_start_page(client: StrictClient, session: Session) -> None:
    job = make_posting(session, employer="Butik", easy_title="Job i bageren")
    for address in ("/ansoeg", f"/ansoeg/{job.id}"):
        assert_easy(client.get(address).text)


def test_the_start_page_of_somebody_who_is_under_way(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    assert_easy(client.get("/ansoeg").text)


def test_the_start_page_after_the_answers_were_lost(client: StrictClient) -> None:
    client.get(f"{QUESTION}/navn")
    assert_easy(client.get("/ansoeg").text)


def test_the_page_of_a_closed_job(client: StrictClient, session: Session) -> None:
    job = make_posting(session, state=PostingState.CLOSED, employer="Butik", easy_title="Job i bageren")
    assert_easy(client.get(f"/ansoeg/{job.id}").text)


def test_the_page_for_checking_when_a_job_has_closed(client: StrictClient, session: Session) -> None:
    job = make_posting(session, employer="Butik", easy_title="Job i bageren")
    fill_in(client, KIM, f"/ansoeg/{job.id}")
    job.state = PostingState.CLOSED
    session.commit()
    assert_easy(client.get("/ansoeg/tjek").text)


@pytest.mark.parametrize("who", [KIM, HELPED], ids=["alone", "helped"])
def test_all_pages_together(client: StrictClient, who: dict) -> None:
    fill_in(client, who)
    addresses = ["/ansoeg", *(f"{QUESTION}/{slug}" for slug in who), "/ansoeg/tjek"]
    pages = [running_text(client.get(address).text) for address in addresses]
    send(client)
    lines = [
        line for page in (*pages, running_text(client.get("/ansoeg/tak").text)) for line in page.split("\n")
    ]
    measured = lix.measure("\n".join(dict.fromkeys(lines)))
    assert measured.words > 100
    assert measured.score <= 20, measured
    assert measured.words / measured.sentences <= 10


def test_the_running_text_leaves_out_headings_buttons_and_fields() -> None:
    inside = (
        "<h1>Nej</h1><p>Du <b>må</b> gerne.</p><ul><li>Et</li><li>To</li></ul>"
        "<dl><dt>Nej</dt></dl><form><button>Nej</button></form>"
    )
    html = f"<!DOCTYPE html><html><head><title>T</title></head><body><main>{inside}</main></body></html>"
    assert running_text(html) == "Du må gerne.\nEt\nTo"


def test_saving_and_the_form_on_paper(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    page = client.get("/ansoeg/gem")
    assert_easy(page.text)
    assert_easy(client.post("/ansoeg/gem", data=client.form(page, phone="12", email="kim@")).text)
    client.post("/ansoeg/gem", data=client.form(page, phone="20112233"))
    assert_easy(client.get("/ansoeg/gemt").text)
    assert_easy(client.get("/ansoeg/papir").text)


def test_asking_to_be_called(client: StrictClient) -> None:
    page = client.get("/ring-mig-op")
    assert_easy(page.text)
    assert_easy(client.post("/ring-mig-op", data=client.form(page)).text)
    client.post("/ring-mig-op", data=client.form(page, name="Kim"))
    for slug, typed in (("ring-til", {"call_phone": "20112233"}), ("hvornaar-ringe", {})):
        assert_easy(client.get(f"{QUESTION}/{slug}").text)
        answer(client, slug, **typed)
    assert_easy(client.get("/ansoeg/tjek").text)


@pytest.mark.parametrize("fits", ["fleksjob", "stu"])
def test_the_branches(client: StrictClient, fits: str) -> None:
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "hvad-passer", fits=fits)
    for question in branches.FLEKSJOB if fits == "fleksjob" else branches.STU:
        assert_easy(client.get(f"{QUESTION}/{question.slug}").text)
