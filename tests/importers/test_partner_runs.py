"""Partners' systems over real HTTP: pages are followed, with POST too, and what they hold is on the board."""

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from importers.config import SourceConfig
from importers.run import run_source
from odd_server import Server, answer, odd_server
from portal.jobs.incoming import Receipt
from portal.jobs.keep import KeepRule
from portal.models.posting import Posting

FEEDS = Path(__file__).parents[1] / "feeds"


def run(feed_format: str, url: str, **options: Any) -> Receipt:
    config = SourceConfig(
        name=feed_format.replace("_", "-"),
        format=feed_format,
        url=url,
        keep=KeepRule(keep="all"),
        hosts=frozenset({"127.0.0.1"}),
        allow_http=True,
        allow_private=True,
        options=options,
    )
    return run_source(config, user_agent="test", progress=lambda _: None)


def titles(session: Session) -> list[str]:
    return sorted(session.scalars(select(Posting.title)))


def emply(server: Server, handler: BaseHTTPRequestHandler) -> None:
    if handler.command == "GET":
        answer(handler, (FEEDS / "emply" / "site.html").read_bytes())
        return
    asked = json.loads(handler.rfile.read(int(handler.headers["content-length"])))
    offset, section = asked["offset"], asked["sectionId"][-4:]
    vacancies = [{"shortId": f"{section}{n}", "title": f"KLAPjob {n}"} for n in range(5)]
    page = {"count": 5, "vacancies": vacancies[offset : offset + asked["count"]]}
    answer(handler, json.dumps(page).encode())


def test_emply_is_asked_with_post_until_the_count_is_reached(session: Session) -> None:
    with odd_server(emply) as server:
        receipt = run("emply", f"{server.url}/ledige", employer="Prøvestad", per_page=2)
        assert [path for path, _ in server.asked] == ["/ledige", *["/api/integration/vacancy/get-page"] * 3]
    assert (receipt.status, receipt.new, receipt.notes) == ("complete", 5, ())
    assert titles(session) == [f"KLAPjob {n}" for n in range(5)]
    assert set(session.scalars(select(Posting.reference))) == {f"bbbb{n}" for n in range(5)}


def challenge(server: Server, handler: BaseHTTPRequestHandler) -> None:
    answer(handler, (FEEDS / "emply" / "challenge.html").read_bytes(), status=403)


def test_a_site_that_checks_for_a_person_fails_and_closes_nothing(session: Session) -> None:
    with odd_server(challenge) as server:
        receipt = run("emply", f"{server.url}/ledige", employer="Prøvestad")
    assert (receipt.status, receipt.notes) == ("failed", ("vacancies: the server answered 403",))


def positions(stated: int) -> Any:
    def reply(server: Server, handler: BaseHTTPRequestHandler) -> None:
        query = parse_qs(urlsplit(handler.path).query)
        skip, take = int(query["skip"][0]), int(query["take"][0])
        items = [{"Id": n, "Name": f"KLAPjob {n}", "ProjectType": "RecruitmentProject"} for n in range(3)]
        items.append({"Id": 9, "Name": "Uopfordret", "ProjectType": "OpenApplication"})
        page = {
            "TransactionStatus": {"StatusCode": 0},
            "PositionCountCustomer": stated,
            "Items": items[skip : skip + take],
        }
        answer(handler, json.dumps(page).encode())

    return reply


def test_hr_manager_is_read_to_its_count_and_open_applications_are_counted_as_left_out(
    session: Session,
) -> None:
    with odd_server(positions(stated=4)) as server:
        receipt = run("hrmanager", f"{server.url}/positionlist/json/", per_page=2)
        assert len(server.asked) == 2
    assert (receipt.status, receipt.received, receipt.new, receipt.left_out) == ("complete", 4, 3, 1)
    assert receipt.reasons == (("left out: an open application, no job", 1),)
    assert titles(session) == ["KLAPjob 0", "KLAPjob 1", "KLAPjob 2"]


def test_a_list_shorter_than_hr_manager_says_is_an_incomplete_run(session: Session) -> None:
    with odd_server(positions(stated=5)) as server:
        receipt = run("hrmanager", f"{server.url}/positionlist/json/")
    assert (receipt.status, receipt.new) == ("incomplete", 3)


def feed(*pages: list[dict[str, Any]]) -> Any:
    def reply(server: Server, handler: BaseHTTPRequestHandler) -> None:
        number = int(parse_qs(urlsplit(handler.path).query).get("page", ["0"])[0])
        following = f"?page={number + 1}" if number + 1 < len(pages) else None
        answer(handler, json.dumps({"items": pages[number], "next_url": following}).encode())

    return reply


def open_ad(reference: str) -> dict[str, Any]:
    return {"id": reference, "status": "ACTIVE", "title": f"KLAPjob {reference}"}


def test_a_partners_feed_is_followed_over_pages_that_hold_nothing_but_stopped_ads(session: Session) -> None:
    pages = ([open_ad("a"), open_ad("b")], [{"id": "a", "status": "INACTIVE"}], [open_ad("c")])
    with odd_server(feed(*pages)) as server:
        receipt = run("event_feed", f"{server.url}/feed")
        assert [path for path, _ in server.asked] == ["/feed", "/feed?page=1", "/feed?page=2"]
    assert (receipt.status, receipt.new) == ("complete", 2)
    assert titles(session) == ["KLAPjob b", "KLAPjob c"]
