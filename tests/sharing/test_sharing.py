"""Sharing a job: what a link shows elsewhere, the text to send, the code to scan."""

import io
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy.orm import Session

from factories import make_posting
from feed_entries import BODY
from portal.models.posting import Posting, PostingState
from portal.sharing.drawing import SIZE, Text, draw
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse

SITE = "http://localhost:8000"


@pytest.fixture
def ad(session: Session) -> Posting:
    return make_posting(session, body_html=BODY)


def test_a_link_to_a_job_shows_its_title_and_picture(client: StrictClient, ad: Posting) -> None:
    page = parse(client.get(f"/job/{ad.id}-{ad.slug}").text)
    said = {meta.get("property"): meta.get("content") for meta in page.iter("meta") if meta.get("property")}
    assert said["og:title"] == "Medarbejder i bageren, Slagelse"
    assert said["og:url"] == f"{SITE}/job/{ad.id}-{ad.slug}"
    picture = client.get(str(said["og:image"]).removeprefix(SITE))
    assert picture.mimetype == "image/png"
    image = Image.open(io.BytesIO(picture.data))
    assert image.size == (int(str(said["og:image:width"])), int(str(said["og:image:height"]))) == (1200, 630)
    assert len(picture.data) < 60_000


def test_the_picture_changes_with_the_title(client: StrictClient, session: Session, ad: Posting) -> None:
    other = make_posting(session, easy_title="Passe dyr")
    assert client.get(f"/del/{ad.id}/billede.png").data != client.get(f"/del/{other.id}/billede.png").data


def test_nobody_asks_twice_for_a_picture_that_stays_the_same(client: StrictClient, ad: Posting) -> None:
    for name in ("billede.png", "kode.svg"):
        first = client.get(f"/del/{ad.id}/{name}")
        again = client.get(f"/del/{ad.id}/{name}", headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304


def test_the_text_to_send_names_the_job_and_leads_to_it(client: StrictClient, ad: Posting) -> None:
    page = parse(client.get(f"/del/{ad.id}").text)
    text = str(page.findall(".//textarea")[0].text)
    assert "Medarbejder i bageren" in text
    address = text.rsplit(maxsplit=1)[-1]
    assert address == f"{SITE}/job/{ad.id}"
    assert client.get(f"/job/{ad.id}").location == f"/job/{ad.id}-{ad.slug}"
    mails = [a.get("href") for a in page.findall(".//main//a") if "body=" in str(a.get("href"))]
    assert parse_qs(urlsplit(str(mails[0])).query)["body"] == [text]


def test_the_page_of_a_job_leads_to_sharing_it(client: StrictClient, ad: Posting) -> None:
    assert f'href="/del/{ad.id}"' in client.get(f"/job/{ad.id}-{ad.slug}").text


def test_the_page_is_easy_to_read(client: StrictClient, ad: Posting) -> None:
    page = client.get(f"/del/{ad.id}").text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []


@pytest.mark.parametrize("name", ["", "/billede.png", "/kode.svg"])
def test_a_closed_or_unknown_job_is_not_shared(client: StrictClient, session: Session, name: str) -> None:
    closed = make_posting(session, state=PostingState.CLOSED)
    for posting_id in (closed.id, "findesikke", "æ"):
        assert client.get(f"/del/{posting_id}{name}").status_code == 404


@settings(max_examples=40, deadline=None)
@given(title=st.text(max_size=300), place=st.text(max_size=120))
def test_any_title_can_be_drawn(title: str, place: str) -> None:
    assert Image.open(io.BytesIO(draw(Text(title=title, place=place)))).size == SIZE


@pytest.mark.parametrize("words", [1, 3, 5, 8, 12, 30])
def test_the_workplace_never_runs_into_the_foot(words: int) -> None:
    drawn = Image.open(io.BytesIO(draw(Text(title="Parkmedhjælper " * words, place="Bilka, Slagelse"))))
    gap = drawn.convert("RGB").crop((0, 516, 1200, 525)).getcolors()
    assert [colour for _, colour in gap] == [(75, 26, 74)]


def test_a_long_title_is_cut_and_never_leaves_the_picture() -> None:
    image = Image.open(io.BytesIO(draw(Text(title="Pakkemedarbejder " * 30, place="B" * 200))))
    edge = image.convert("RGB").crop((1140, 0, 1200, 520)).getcolors()
    assert [colour for _, colour in edge] == [(75, 26, 74)]
