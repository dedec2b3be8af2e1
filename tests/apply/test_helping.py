"""Somebody fills in for another: it is seen, and nothing of one person reaches the next (P47)."""

import json

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from apply.filling import KIM, MOTHER, QUESTION, answer, fill_in, path_of, rows, send, start, value_of
from factories import make_posting
from portal.models.application import Application, FilledBy, State
from strict_client import StrictClient, parse

HELPED_KIM = MOTHER | {slug: typed for slug, typed in KIM.items() if slug != "hvem"}


def test_the_mothers_application_waits_for_kims_own_yes(client: StrictClient, session: Session) -> None:
    assert fill_in(client, HELPED_KIM) == "/ansoeg/tjek"
    send(client)
    application = session.scalars(select(Application)).one()
    assert (application.state, application.filled_by) == (State.AWAITING_CONSENT, FilledBy.HELPER)
    assert application.person_agreed_at is None
    helper = {row["key"]: row["value"] for row in json.loads(application.answers) if "helper" in row["key"]}
    assert helper == {"helper_name": "Mona Mor", "helper_role": "family", "helper_phone": "30 11 22 33"}


def test_the_receipt_says_that_the_person_is_asked_too(client: StrictClient) -> None:
    fill_in(client, HELPED_KIM)
    send(client)
    steps = [
        "".join(step.itertext()) for step in parse(client.get("/ansoeg/tak").text).findall(".//main//ol/li")
    ]
    assert steps[1] == "Vi spørger også den, du svarer for."


def test_the_questions_are_about_the_person_who_is_helped(client: StrictClient) -> None:
    fill_in(client, HELPED_KIM)
    assert [question for question, _ in rows(client.get("/ansoeg/tjek"))] == [
        "Hvem svarer på spørgsmålene?",
        "Har du fået ja til at svare?",
        "Hvad hedder du selv?",
        "Hvordan kender I hinanden?",
        "Hvad er dit telefonnummer?",
        "Hvem skal vi svare?",
        "Hvad hedder den, du svarer for?",
        "Hvordan får vi fat i den, du svarer for?",
        "Hvor bor den, du svarer for?",
        "Bor den, du svarer for, i Slagelse Kommune?",
        "Hvad passer på den, du svarer for?",
        "Hvad vil den, du svarer for, arbejde med?",
        "Vil du fortælle lidt mere?",
        "Hvor gammel er den, du svarer for?",
        "Hvilket år er den, du svarer for, født?",
        "Har den, du svarer for, et job nu?",
        "Hvor mange timer er passende?",
        "Hvordan kan den, du svarer for, komme på job?",
        "Hvad er vigtigt på arbejdet?",
        "Hvornår må vi ringe?",
        "Er der mere, vi skal vide?",
        "Hvad vil du fortælle os?",
        "Må vi gemme svarene?",
    ]


def test_a_person_whom_only_the_helper_can_reach_can_apply(client: StrictClient, session: Session) -> None:
    fill_in(client, HELPED_KIM | {"kontakt": {}})
    send(client)
    candidate = session.scalars(select(Application)).one().candidate
    assert candidate is not None
    assert (candidate.phone, candidate.email) == ("", "")


def test_who_changes_from_oneself_to_helper_confirms_each_answer_about_the_person(
    client: StrictClient,
) -> None:
    fill_in(client, KIM)
    leads_to = path_of(answer(client, "hvem", "?fra=tjek", who="helper"))
    assert leads_to == f"{QUESTION}/har-du-faaet-ja?fra=tjek"
    for slug, typed in list(MOTHER.items())[1:]:
        leads_to = path_of(answer(client, slug, "?fra=tjek", **typed))
    assert leads_to == f"{QUESTION}/navn?fra=tjek"
    assert value_of(client.get(leads_to), "name") == "Kim Kandidat"


def test_a_helper_who_turns_out_to_be_the_person_sends_nothing_of_the_helper(
    client: StrictClient, session: Session
) -> None:
    fill_in(client, HELPED_KIM)
    leads_to = path_of(answer(client, "hvem", "?fra=tjek", who="self"))
    while leads_to != "/ansoeg/tjek":
        slug = leads_to.removeprefix(f"{QUESTION}/").partition("?")[0]
        leads_to = path_of(answer(client, slug, "?fra=tjek", **KIM[slug]))
    send(client)
    assert "Mona" not in session.scalars(select(Application)).one().answers


def test_a_teacher_files_for_three_students_and_each_starts_empty(
    client: StrictClient, session: Session
) -> None:
    job = make_posting(session)
    for name in ("Alma Canary", "Bo Canary", "Ceci Canary"):
        address = f"/ansoeg/{job.id}"
        start(client, address)
        seen = [client.get(f"{QUESTION}/{slug}").text for slug in ("hvem", "navn", "kontakt", "mere")]
        assert "Canary" not in "".join(seen)
        fill_in(client, HELPED_KIM | {"navn": {"name": name}, "mere": {"more": f"{name} kan pakke"}}, address)
        send(client)
        receipt = client.get("/ansoeg/tak")
        assert path_of(client.post("/ansoeg/glem", data=client.form(receipt))) == address
    assert session.scalar(select(func.count()).select_from(Application)) == 3


def test_p49_i_am_somebody_else_clears_the_draft_and_the_browser(
    client: StrictClient, session: Session
) -> None:
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "navn", name="Kim Kandidat")
    client.post("/ansoeg/glem", data=client.form(client.get("/ansoeg")))
    assert session.scalars(select(Application)).all() == []
    with client.session_transaction() as cookie:
        assert "draft" not in cookie
    assert client.get(f"{QUESTION}/navn").status_code == 303


def test_i_am_somebody_else_keeps_what_was_sent(client: StrictClient, session: Session) -> None:
    fill_in(client, KIM)
    send(client)
    client.post("/ansoeg/glem", data=client.form(client.get("/ansoeg/tak")))
    assert session.scalars(select(Application)).one().state == State.RECEIVED
    assert path_of(client.get("/ansoeg/tak")) == "/ansoeg"


def test_the_start_page_offers_to_go_on_without_saying_who_began(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    answer(client, "navn", name="Kim Kandidat")
    page = client.get("/ansoeg")
    buttons = ["".join(b.itertext()) for b in parse(page.text).findall(".//main//button")]
    assert buttons == ["Fortsæt", "Start forfra", "Jeg er en anden"]
    assert "Kim" not in page.text


def test_going_on_leads_to_the_first_open_question(client: StrictClient) -> None:
    start(client)
    answer(client, "hvem", who="self")
    response = client.post("/ansoeg", data=client.form(client.get("/ansoeg"), do="continue"))
    assert path_of(response) == f"{QUESTION}/navn"


def test_going_on_from_another_job_names_that_job_too(client: StrictClient, session: Session) -> None:
    first, second = make_posting(session), make_posting(session)
    start(client, f"/ansoeg/{first.id}")
    page = client.get(f"/ansoeg/{second.id}")
    assert "Fortsæt, og tag jobbet med" in page.text
    client.post(f"/ansoeg/{second.id}", data=client.form(page, do="continue"))
    draft = session.scalars(select(Application)).one()
    assert {wish.posting_id for wish in draft.wishes} == {first.id, second.id}


def test_starting_over_deletes_the_old_draft(client: StrictClient, session: Session) -> None:
    start(client)
    answer(client, "hvem", who="helper")
    old = session.scalars(select(Application.id)).one()
    start(client)
    new = session.scalars(select(Application.id)).one()
    assert new != old
    assert "Spørgsmål 1 af 9" in client.get(f"{QUESTION}/hvem").text
