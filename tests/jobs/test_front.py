"""The front page: a few big choices and how many jobs there are."""

import pytest
from sqlalchemy.orm import Session

from board_ads import links, make_ad
from reading import long_sentences, page_lix, running_text
from strict_client import StrictClient, parse

CHOICES = {
    "Find et job": "/job",
    "Kan jeg få et KLAPjob?": "/kan-jeg",
    "Ring til os": "tel:+4536359660",
    "Søge uden et bestemt job": "/ansoeg",
    "Bede os om at ringe": "/ring-mig-op",
    "For kommuner": "/kommuner",
    "For STU og skoler": "/stu",
}


def test_a_few_big_choices_lead_on(client: StrictClient) -> None:
    assert links(client.get("/").text) == CHOICES


def test_the_choices_that_are_pages_are_there(client: StrictClient) -> None:
    pages = [client.get(address) for address in CHOICES.values() if address.startswith("/")]
    assert [page.status_code for page in pages] == [200] * 6


@pytest.mark.parametrize(
    ("ads", "words"),
    [
        (0, "Lige nu er der ingen ledige jobs. Du kan stadig skrive til os."),
        (1, "Lige nu er der 1 ledigt job."),
        (3, "Lige nu er der 3 ledige jobs."),
    ],
)
def test_the_number_of_open_jobs_is_told(
    client: StrictClient, session: Session, ads: int, words: str
) -> None:
    make_ad(session, state="closed")
    for _ in range(ads):
        make_ad(session)
    assert running_text(client.get("/").text).splitlines()[0] == words


def test_nothing_stands_between_the_number_and_the_choices(client: StrictClient) -> None:
    main = parse(client.get("/").text).find(".//main")
    assert main is not None
    assert [e.tag for e in main.iter() if e.tag in {"h1", "p", "ul", "h2", "ol"}] == [
        "h1",
        "p",
        "ul",
        "h2",
        "ol",
        "h2",
        "ul",
        "h2",
        "ul",
    ]


def test_the_title_says_what_the_page_is_for(client: StrictClient) -> None:
    assert parse(client.get("/").text).findtext("./head/title") == "Find et job, der passer til dig - KLAPjob"


def test_the_page_is_easy_to_read(client: StrictClient) -> None:
    page = client.get("/").text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []


@pytest.mark.parametrize("path", ["/", "/job", "/job?q=butik", "/robots.txt"])
def test_p49_public_pages_are_the_same_for_all_and_set_no_cookie(client: StrictClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


def test_browsers_may_keep_public_pages_for_a_minute(client: StrictClient) -> None:
    assert [client.get(path).headers["Cache-Control"] for path in ("/", "/job")] == [
        "public, max-age=60, stale-while-revalidate=60"
    ] * 2


def test_a_page_that_has_not_changed_is_not_sent_again(client: StrictClient, session: Session) -> None:
    first = client.get("/job")
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/job", headers=again).status_code == 304
    make_ad(session)
    assert client.get("/job", headers=again).status_code == 200
