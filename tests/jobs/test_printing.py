"""Jobs on paper: one job on a page, and cards for a class from any list of the board."""

from sqlalchemy.orm import Session

from factories import make_posting
from feed_entries import BODY
from portal.models.posting import PostingState
from reading import long_sentences
from strict_client import StrictClient, parse


def titles(html: str) -> list[list[str | None]]:
    """The titles of the cards, sheet by sheet."""
    sheets = parse(html).findall(".//ul[@class='paper-sheet']")
    return [[title.text for title in sheet.iter("h2")] for sheet in sheets]


def test_six_cards_stand_on_a_sheet(client: StrictClient, session: Session) -> None:
    for number in range(8):
        make_posting(session, easy_title=f"Job {number}")
    sheets = titles(client.get("/job/print").text)
    assert [len(sheet) for sheet in sheets] == [6, 2]


def test_a_class_set_holds_what_the_board_shows(client: StrictClient, session: Session) -> None:
    make_posting(session, easy_title="Gartner", area="fyn", trade="outdoors")
    make_posting(session)
    page = client.get("/job/print?omraade=fyn&fag=have-og-gaard").text
    assert titles(page) == [["Gartner"]]
    assert "Jobkort: Fyn, Have og gård" in page
    assert 'href="/job?omraade=fyn&amp;fag=have-og-gaard"' in page


def test_the_board_leads_to_the_cards_of_the_same_jobs(client: StrictClient, session: Session) -> None:
    make_posting(session)
    page = client.get("/job?fag=butik&type=skaanejob").text
    assert 'href="/job/print?fag=butik&amp;type=skaanejob"' in page


def test_each_card_has_a_code_that_is_there(client: StrictClient, session: Session) -> None:
    ad = make_posting(session)
    (code,) = parse(client.get("/job/print").text).iter("img")
    assert code.get("src") == f"/del/{ad.id}/kode.svg"
    assert client.get(str(code.get("src"))).mimetype == "image/svg+xml"


def test_without_jobs_the_page_says_so(client: StrictClient) -> None:
    assert "Der er ingen jobs at skrive ud." in client.get("/job/print").text


def test_one_page_tells_what_matters(client: StrictClient, session: Session) -> None:
    ad = make_posting(session, body_html=BODY)
    page = client.get(f"/job/print/{ad.id}").text
    for told in ("Medarbejder i bageren", "Tømme skraldespande", "4200 Slagelse", "36 35 96 60"):
        assert told in page
    assert long_sentences(page) == []
    assert f'href="/job/print/{ad.id}"' in client.get(f"/job/{ad.id}-{ad.slug}").text


def test_a_closed_or_unknown_job_is_not_printed(client: StrictClient, session: Session) -> None:
    closed = make_posting(session, state=PostingState.CLOSED)
    for posting_id in (closed.id, "findesikke"):
        assert client.get(f"/job/print/{posting_id}").status_code == 404
