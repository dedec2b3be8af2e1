"""Everything that can be made to go wrong does go wrong, where and as often as asked."""

import json
import time

import pytest
import requests

from importers.standin.faults import Faults


def test_what_was_asked_is_written_down(standin, search):
    search(searchString="køkken", regions=["Nordjylland", "Syddanmark"])
    (asked,) = standin.requests
    assert asked.path == "/bff/FindJob/Search"
    assert asked.values("regions") == ["Nordjylland", "Syddanmark"]
    assert (asked.values("searchString"), asked.headers["x-csrf"]) == (["køkken"], "1")


def test_a_status_hits_one_page_and_no_other(standin, search):
    standin.faults = Faults(status={"search:2": 503})
    assert [search(pageNumber=page).status_code for page in (1, 2, 3)] == [200, 503, 200]


def test_a_status_may_heal_after_some_tries(standin, search):
    standin.faults = Faults(status={"search": 500}, heals_after=2, retry_after=1)
    answers = [search() for _ in range(3)]
    assert [answer.status_code for answer in answers] == [500, 500, 200]
    assert [answer.headers.get("Retry-After") for answer in answers] == ["1", "1", None]


def test_a_status_may_hit_one_detail(standin, ask, klapjobs):
    first, second = [ad.id for ad in klapjobs if not ad.url][:2]
    standin.faults = Faults(status={f"detail:{first}": 500})
    assert [ask(f"JobAdDetails/{number}").status_code for number in (first, second)] == [500, 200]


@pytest.mark.parametrize(
    ("damage", "kind", "begins"),
    [
        ("truncated", "application/json; charset=utf-8", b'{"jobAds"'),
        ("empty", "application/json; charset=utf-8", b""),
        ("not json", "application/json; charset=utf-8", b"Vi er"),
        ("html", "text/html; charset=utf-8", b"<!doctype html>"),
    ],
)
def test_a_damaged_answer_still_says_200(standin, search, damage, kind, begins):
    standin.faults = Faults(damage={"search": damage})
    answer = search()
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
    assert answer.content.startswith(begins)
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.content)


def test_the_stated_total_may_change_between_pages(standin, search):
    standin.faults = Faults(total_shift={2: -3})
    assert [search(pageNumber=page).json()["totalJobAdCount"] for page in (1, 2, 3)] == [480, 477, 480]


def test_pages_may_repeat(standin, search):
    standin.faults = Faults(repeats_from=3)
    pages = [
        [record["jobAdId"] for record in search(pageNumber=page).json()["jobAds"]] for page in (1, 2, 3, 4)
    ]
    assert pages[1] == pages[2] == pages[3] != pages[0]


def test_ads_may_vanish_while_it_runs(standin, ask, search, klapjobs):
    gone = next(ad for ad in klapjobs if not ad.url)
    standin.faults = Faults(drop=frozenset({gone.id}))
    assert search().json()["totalJobAdCount"] == 479
    assert ask(f"JobAdDetails/{gone.id}").status_code == 404


def test_an_answer_may_be_slow(standin, search):
    standin.faults = Faults(delay_seconds={"search": 0.2})
    start = time.monotonic()
    search()
    assert time.monotonic() - start >= 0.2


def test_a_client_that_hangs_up_harms_nobody(standin, search):
    standin.faults = Faults(delay_seconds={"search:1": 0.3})
    with pytest.raises(requests.Timeout):
        requests.get(
            f"{standin.url}/FindJob/Search?pageNumber=1&resultsPerPage=50",
            headers={"x-csrf": "1"},
            timeout=0.05,
        )
    assert search(pageNumber=2).status_code == 200


def test_there_are_no_etags_as_at_jobnet(search):
    assert "ETag" not in search().headers


def test_with_etags_an_unchanged_page_is_304_and_empty(standin, ask):
    standin.faults = Faults(etags=True)
    etag = ask("Search", resultsPerPage=1, pageNumber=1).headers["ETag"]
    again = ask("Search", headers={"x-csrf": "1", "If-None-Match": etag}, resultsPerPage=1, pageNumber=1)
    other = ask("Search", headers={"x-csrf": "1", "If-None-Match": etag}, resultsPerPage=1, pageNumber=2)
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


def test_the_csrf_header_may_be_unneeded(standin, ask):
    standin.faults = Faults(wants_csrf=False)
    assert ask("Search", headers={}, resultsPerPage=1, pageNumber=1).status_code == 200


def test_an_ad_has_a_web_page_for_people(standin, klapjobs):
    address = standin.url.removesuffix("/bff") + "/find-job/"
    page = requests.get(address + klapjobs[0].id, timeout=60)
    assert (page.status_code, f"<h1>{klapjobs[0].title}</h1>" in page.text) == (200, True)
    assert requests.get(address + "ukendt", timeout=60).status_code == 404
