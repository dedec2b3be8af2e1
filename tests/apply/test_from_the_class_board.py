"""What a student liked on the class board stands in the form, can be changed, and is kept nowhere before."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import QUESTION, answer, chosen, path_of, send, start
from factories import make_posting
from portal.models.application import Application
from strict_client import StrictClient, parse
from whole_portal import rows

LIKED = "?fag=butik&fag=have-og-gaard"
BEFORE = {
    "hvem": {"who": "self"},
    "navn": {"name": "Kim"},
    "kontakt": {"phone": "20112233"},
    "sted": {},
    "hvad-passer": {"fits": "stu"},
}


def get_to_the_question(client: StrictClient) -> str:
    """From the start page to the question about kinds of work, by pressing Next."""
    leads_to = path_of(start(client, f"/ansoeg{LIKED}"))
    while not leads_to.startswith(f"{QUESTION}/arbejde"):
        slug, query = leads_to.removeprefix(f"{QUESTION}/").split("?")
        leads_to = path_of(answer(client, slug, f"?{query}", **BEFORE.get(slug, {})))
    return leads_to


def test_the_button_of_the_board_leads_into_the_form(client: StrictClient, session: Session) -> None:
    shop, farm = make_posting(session), make_posting(session, trade="outdoors", easy_title="Gård")
    page = parse(client.get(f"/stu/tavle/{shop.id}-{farm.id}/jj?sted=4200").text)
    [button] = [a for a in page.iter("a") if "Jeg vil gerne i gang" in "".join(a.itertext())]
    assert button.get("href") == f"/ansoeg{LIKED}"
    begun = client.get(f"/ansoeg{LIKED}").text
    assert "<ul><li>Butik</li><li>Have og gård</li></ul>" in begun


def test_what_was_liked_stands_ticked_and_can_be_changed(client: StrictClient, session: Session) -> None:
    question = get_to_the_question(client)
    assert question == f"{QUESTION}/arbejde{LIKED}"
    page = client.get(question)
    assert chosen(page, "trades") == ["shop", "outdoors"]
    client.post(question, data=client.form(page, trades=["office"]))
    assert chosen(client.get(question), "trades") == ["office"]


def test_nothing_of_it_is_kept_before_the_question_is_answered(
    client: StrictClient, session: Session
) -> None:
    """The canary: the start page leaves no trace, and the draft and the cookie know nothing of the trades."""
    before = rows(session, but=set())
    client.get(f"/ansoeg{LIKED}")
    assert rows(session, but=set()) == before
    get_to_the_question(client)
    draft = session.scalars(select(Application)).one()
    assert "trades" not in [row["key"] for row in json.loads(draft.answers)]
    with client.session_transaction() as cookie:
        assert set(cookie) <= {"draft", "csrf_token"}


def test_what_is_sent_is_what_stood_there(client: StrictClient, session: Session) -> None:
    question = get_to_the_question(client)
    page = client.get(question)
    leads_to = path_of(client.post(question, data=client.form(page, trades=chosen(page, "trades"))))
    for slug, typed in (("fortael-mere", {"tell_more": "no"}), ("ja-til-at-gemme", {"consent": "yes"})):
        while not leads_to.startswith(f"{QUESTION}/{slug}"):
            passed, _, query = leads_to.removeprefix(f"{QUESTION}/").partition("?")
            leads_to = path_of(answer(client, passed, f"?{query}"))
        leads_to = path_of(answer(client, slug, **typed))
    send(client)
    sent = session.scalars(select(Application)).one()
    kept = {row["key"]: row["value"] for row in json.loads(sent.answers)}
    assert kept["trades"] == ["shop", "outdoors"]


@pytest.mark.parametrize("typed", ["?fag=astronaut", "?fag=", "?fag=<b>", "?fag=%20"])
def test_what_is_no_kind_of_work_is_left_out(client: StrictClient, typed: str) -> None:
    assert "Du kan lide:" not in client.get(f"/ansoeg{typed}").text
    assert client.get(f"/ansoeg{typed}&fag=butik&fag=butik").text.count("<li>Butik</li>") == 1
