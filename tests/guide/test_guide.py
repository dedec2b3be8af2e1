"""Kan jeg få et KLAPjob? A few pictured questions, three outcomes, and never a no."""

import itertools

import pytest

from apply.filling import errors, path_of, start
from apply.test_reading import assert_easy
from portal.guide import asking
from portal.guide.asking import Outcome
from strict_client import StrictClient, parse

PENSION = {"fits": "disability_pension", "disability": "yes", "alone": "no"}
SLUG = {question.key: question.slug for question in asking.QUESTIONS}


def go_through(client: StrictClient, chosen: dict[str, str]) -> str:
    leads_to = f"/kan-jeg/{asking.QUESTIONS[0].slug}"
    while leads_to != "/kan-jeg/svar":
        page = client.get(leads_to)
        key = asking.BY_SLUG[leads_to.rpartition("/")[2]].key
        leads_to = path_of(client.post(leads_to, data=client.form(page, **{key: chosen[key]})))
    return client.get(leads_to).text


def every_way() -> list[dict[str, str]]:
    ways = []
    for values in itertools.product(*([o.value for o in q.options] for q in asking.QUESTIONS)):
        chosen = dict(zip(SLUG, values, strict=True))
        kept = {question.key: chosen[question.key] for question in asking.path(chosen)}
        if kept not in ways:
            ways.append(kept)
    return ways


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [
        (PENSION, Outcome.APPLY),
        (PENSION | {"disability": "dont_know"}, Outcome.APPLY),
        (PENSION | {"fits": "stu"}, Outcome.APPLY),
        (PENSION | {"fits": "fleksjob", "help_before": "yes"}, Outcome.APPLY),
        (PENSION | {"fits": "fleksjob", "help_before": "no"}, Outcome.TALK),
        (PENSION | {"fits": "clarify"}, Outcome.TALK),
        (PENSION | {"fits": "dont_know"}, Outcome.TALK),
        (PENSION | {"alone": "yes"}, Outcome.TALK),
        (PENSION | {"disability": "no"}, Outcome.TALK),
        (PENSION | {"disability": "no", "alone": "yes"}, Outcome.ANOTHER_WAY),
    ],
)
def test_the_answers_lead_to(chosen: dict[str, str], outcome: Outcome) -> None:
    assert asking.outcome(chosen) == outcome


def test_whoever_needs_help_is_never_sent_another_way() -> None:
    for chosen in every_way():
        if chosen["alone"] != "yes" or chosen["disability"] != "no":
            assert asking.outcome(chosen) != Outcome.ANOTHER_WAY


def test_there_are_three_to_five_questions_with_at_most_five_pictured_choices() -> None:
    assert {len(asking.path(chosen)) for chosen in every_way()} == {3, 4}
    for question in asking.QUESTIONS:
        assert len(question.options) <= 5
        assert all(option.picture for option in question.options)


def test_kim_with_a_pension_may_write_at_once(client: StrictClient) -> None:
    page = go_through(client, PENSION)
    assert "Ja, det kan du godt" in page
    assert "Du får førtidspension, og så kan du få et skånejob." in page


def test_another_way_has_real_places_to_go_and_leaves_the_door_open(client: StrictClient) -> None:
    page = go_through(client, PENSION | {"disability": "no", "alone": "yes"})
    assert "Jobcentret" in page
    links = [a.get("href") for a in parse(page).findall(".//main//a")]
    assert {"tel:+4536359660", "/ansoeg"} <= set(links)


def test_no_way_through_says_no_and_every_page_is_easy(client: StrictClient) -> None:
    for chosen in every_way()[::7]:
        page = go_through(client, chosen)
        heading = parse(page).find(".//h1")
        assert heading is not None
        assert not "".join(heading.itertext()).startswith("Nej")
        assert_easy(page)


def test_every_question_is_easy_with_and_without_an_error(client: StrictClient) -> None:
    assert_easy(client.get("/kan-jeg").text)
    for question in asking.QUESTIONS:
        with client.session_transaction() as cookie:
            cookie["guide"] = {"fits": "fleksjob"}
        page = client.get(f"/kan-jeg/{question.slug}")
        assert_easy(page.text)
        refused = client.post(f"/kan-jeg/{question.slug}", data=client.form(page))
        assert (refused.status_code, errors(refused)) == (422, [(f"#{question.key}", question.missing)])
        assert_easy(refused.text)


def test_the_answer_goes_along_into_the_application(client: StrictClient) -> None:
    go_through(client, PENSION)
    start(client)
    page = client.get("/ansoeg/spoergsmaal/hvem")
    client.post("/ansoeg/spoergsmaal/hvem", data=client.form(page, who="self"))
    questions = client.get("/ansoeg/spoergsmaal/hvad-passer").text
    assert 'value="disability_pension" checked' in questions


def test_the_end_waits_for_all_answers(client: StrictClient) -> None:
    assert path_of(client.get("/kan-jeg/svar")) == "/kan-jeg/hvad-passer"


@pytest.mark.parametrize("odd", ["text", ["list"], {"fits": "made up"}, {"fits": ["list"]}, {"made": "up"}])
def test_an_odd_cookie_begins_anew(client: StrictClient, odd: object) -> None:
    with client.session_transaction() as cookie:
        cookie["guide"] = odd
    assert path_of(client.get("/kan-jeg/svar")) == "/kan-jeg/hvad-passer"


def test_a_stale_page_keeps_the_choice(client: StrictClient) -> None:
    page = client.post("/kan-jeg/hvad-passer", data={"csrf_token": "made up", "fits": "stu"})
    assert page.status_code == 400
    assert 'value="stu" checked' in page.text


def test_an_unknown_question_is_not_found(client: StrictClient) -> None:
    assert client.get("/kan-jeg/findes-ikke").status_code == 404


def test_the_front_pages_guide_sets_no_cookie_before_an_answer(client: StrictClient) -> None:
    client.get("/kan-jeg")
    assert client.get_cookie("klapjob") is None
