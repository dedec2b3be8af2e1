"""Text and colours: chosen on a page, kept in one cookie, shown on every page, mixed up by no cache."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from board_ads import make_ad
from portal import comfort
from portal.reading.own_page import own_page
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse

CHOSEN = {"tekst": "stor", "farver": "moerke", "billeder": "faerre"}


def choose(client: StrictClient, back: str = "", **typed: str):
    page = client.get("/laesning", query_string={"tilbage": back} if back else {})
    return client.post("/laesning", data=client.form(page, **typed))


def classes(client: StrictClient, path: str = "/") -> str | None:
    return parse(client.get(path).text).get("class")


def kept(client: StrictClient):
    return client.get_cookie(comfort.COOKIE)


def test_nothing_is_kept_before_somebody_chooses(client: StrictClient) -> None:
    client.get("/")
    client.get("/laesning")
    assert kept(client) is None
    assert classes(client) is None


def test_what_is_chosen_shows_on_every_page(client: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    choose(client, **CHOSEN)
    pages = ["/", "/job", f"/job/{ad.id}-{ad.slug}", "/ord", "/laesning", "/ansoeg"]
    assert {path: classes(client, path) for path in pages} == dict.fromkeys(
        pages, "kj-stor kj-moerke kj-faerre"
    )


def test_the_cookie_holds_the_choices_and_nothing_else(client: StrictClient) -> None:
    answer = choose(client, **CHOSEN)
    cookie = kept(client)
    assert cookie is not None
    assert (cookie.value, cookie.path, cookie.max_age) == ("stor.moerke.faerre", "/", 365 * 24 * 3600)
    assert [
        "SameSite=Lax" in line and "HttpOnly" in line
        for line in answer.headers.getlist("Set-Cookie")
        if comfort.COOKIE in line
    ] == [True]


def test_the_page_shows_what_is_chosen(client: StrictClient) -> None:
    choose(client, **CHOSEN)
    page = parse(client.get("/laesning").text)
    ticked = {f.get("name"): f.get("value") for f in page.iter("input") if f.get("checked") is not None}
    assert ticked == {"linjer": "", "kontrast": "", "fart": ""} | CHOSEN


def test_choosing_everything_as_usual_or_deleting_removes_the_cookie(client: StrictClient) -> None:
    choose(client, **CHOSEN)
    choose(client, tekst="", farver="")
    assert kept(client) is None
    choose(client, **CHOSEN)
    choose(client, nulstil="ja", tekst="stor")
    assert kept(client) is None


def test_one_comes_back_to_where_one_was(client: StrictClient) -> None:
    assert choose(client, back="/job?omraade=fyn", tekst="stor").location == "/job?omraade=fyn"


def test_without_a_page_to_go_back_to_it_says_that_it_is_kept(client: StrictClient) -> None:
    answer = choose(client, tekst="stor")
    assert (answer.status_code, answer.location) == (303, "/laesning?gemt=ja")
    assert "Vi har gemt dine valg." in client.get(answer.location).text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.com/",
        "//example.com",
        "/\\example.com",
        "/a//b",
        "javascript:x",
        "job",
        "/a\nb",
        "/" * 9,
    ],
)
def test_one_never_comes_to_another_site(client: StrictClient, elsewhere: str) -> None:
    assert own_page(elsewhere) == ""
    assert choose(client, back=elsewhere, tekst="stor").location == "/laesning?gemt=ja"


def test_an_address_with_a_secret_is_not_passed_on(client: StrictClient) -> None:
    page = client.get("/min-ansoegning/hemmelig").text
    assert "tilbage" not in page


def test_a_form_from_another_site_chooses_nothing(client: StrictClient) -> None:
    assert client.post("/laesning", data={"tekst": "stor"}).status_code == 400
    assert kept(client) is None


def test_caches_keep_readers_apart(client: StrictClient) -> None:
    before = client.get("/job")
    choose(client, tekst="stor")
    after = client.get("/job")
    assert [(a.headers["Cache-Control"], a.headers["Vary"]) for a in (before, after)] == [
        ("public, max-age=60, stale-while-revalidate=60", "Cookie, Accept-Encoding"),
        ("max-age=60, stale-while-revalidate=60, private", "Cookie, Accept-Encoding"),
    ]
    assert before.headers["ETag"] != after.headers["ETag"]
    again = client.get("/job", headers={"If-None-Match": after.headers["ETag"]})
    assert (again.status_code, again.headers["Vary"]) == (304, "Cookie, Accept-Encoding")


def test_files_are_the_same_for_all(client: StrictClient) -> None:
    with client.get("/static/css/portal.css") as answer:
        assert "Vary" not in answer.headers


@given(st.text())
def test_any_cookie_gives_choices_that_there_are(text: str) -> None:
    choices = comfort.read(text)
    assert all(value in comfort.CHOICES[kind] for kind, value in choices.items())
    assert comfort.read(comfort.write(choices)) == choices


def test_the_page_is_easy_to_read(client: StrictClient) -> None:
    page = client.get("/laesning").text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
