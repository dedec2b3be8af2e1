"""Whatever is typed, the page comes back with it and says what to do (P20, P43)."""

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from apply.filling import KIM, QUESTION, answer, errors, fill_in, path_of, start, value_of
from portal.apply import branches
from portal.apply.about_you import ABOUT_YOU
from portal.apply.questions import BY_SLUG
from portal.models.application import Application
from strict_client import StrictClient, parse

HELPER_PAGES = {
    "har-du-faaet-ja",
    "dit-navn",
    "kender-hinanden",
    "dit-telefonnummer",
    "hvem-faar-svar",
    "din-mail",
}
FLEKSJOB_PAGES = {question.slug for question in branches.FLEKSJOB}
STU_PAGES = {question.slug for question in branches.STU}
SAID_PAGES = {"mere", "sig-det"}
TOLD_PAGES = {question.slug for question in ABOUT_YOU[1:]}


def reach(client: StrictClient, slug: str) -> None:
    """Makes a draft in which this question is asked."""
    if slug == "ring-til":
        page = client.get("/ring-mig-op")
        client.post("/ring-mig-op", data=client.form(page, name="Kim"))
        return
    start(client)
    answer(client, "hvem", who="helper" if slug in HELPER_PAGES else "self")
    if slug == "din-mail":
        answer(client, "hvem-faar-svar", answers_to="both")
    if slug in FLEKSJOB_PAGES | STU_PAGES:
        answer(client, "hvad-passer", fits="fleksjob" if slug in FLEKSJOB_PAGES else "stu")
    if slug in TOLD_PAGES:
        answer(client, "fortael-mere", tell_more="yes")
    if slug in SAID_PAGES:
        answer(client, "skrive-eller-tale", more_how="write" if slug == "mere" else "speak")
    if slug == "anden-kommune":
        answer(client, "sted", place="4200")
        answer(client, "kommune", municipality="other")


def stored(session: Session) -> str:
    session.rollback()
    return session.scalars(select(Application)).one().answers


@pytest.mark.parametrize(
    ("slug", "field", "words"),
    [
        ("hvem", "who", "Vælg, hvem der svarer på spørgsmålene."),
        ("har-du-faaet-ja", "person_knows", "Vælg, om du har fået ja til at svare."),
        ("dit-navn", "helper_name", "Skriv, hvad du selv hedder."),
        ("kender-hinanden", "helper_role", "Vælg, hvordan I kender hinanden."),
        ("dit-telefonnummer", "helper_phone", "Skriv dit telefonnummer."),
        ("navn", "name", "Skriv, hvad du hedder."),
        ("kontakt", "phone", "Skriv et telefonnummer eller en mail."),
        ("kommune", "municipality", "Vælg, hvilken kommune du bor i."),
        ("anden-kommune", "municipality_other", "Vælg din kommune på listen."),
        ("hvad-passer", "fits", "Vælg, hvad der passer på dig."),
        ("ja-til-at-gemme", "consent", "Vælg, om vi må gemme dine svar."),
    ],
)
def test_an_empty_answer_is_asked_for_in_the_words_of_the_question(
    client: StrictClient, slug: str, field: str, words: str
) -> None:
    reach(client, slug)
    page = answer(client, slug)
    assert page.status_code == 422
    assert errors(page) == [(f"#{field}", words)]
    at_field = parse(page.text).find(f".//p[@id='{field}-error']")
    assert at_field is not None
    assert "".join(at_field.itertext()).strip() == f"Fejl: {words}"


@pytest.mark.parametrize("slug", sorted(set(BY_SLUG) - {"sig-det"}))  # A sound is no text.
def test_an_error_stands_first_takes_focus_and_begins_the_title(client: StrictClient, slug: str) -> None:
    reach(client, slug)
    question = BY_SLUG[slug]
    page = answer(client, slug, **dict.fromkeys(("phone", question.key), "070190-1234"))
    tree = parse(page.text)
    summary = tree.find(".//div[@id='fejl']")
    assert summary is not None
    assert (summary.get("role"), summary.get("tabindex"), "autofocus" in summary.attrib) == (
        "alert",
        "-1",
        True,
    )
    title = tree.find("./head/title")
    assert title is not None
    assert str(title.text).startswith("Fejl: ")
    assert "ugyldig" not in page.text.lower()


@pytest.mark.parametrize(
    ("slug", "field", "typed"),
    [
        ("foedselsaar", "birth_year", "86"),
        ("din-mail", "helper_mail", "mona@"),
        ("din-skole", "school", "x" * 81),
        ("navn", "name", "x" * 101),
        ("kontakt", "phone", "2011"),
        ("kontakt", "email", "kim@"),
        ("sted", "place", "4202"),
        ("sted", "place", "Langtbortistan"),
        ("mere", "more", "Mit CPR er 010190-1234"),
        ("mere", "more", "æ" * 1001),
        ("dit-telefonnummer", "helper_phone", "ring til mig"),
    ],
)
def test_what_was_typed_stays_in_the_field_and_is_not_stored(
    client: StrictClient, session: Session, slug: str, field: str, typed: str
) -> None:
    reach(client, slug)
    before = stored(session)
    page = answer(client, slug, **{field: typed})
    assert page.status_code == 422
    assert value_of(page, field) == typed
    assert stored(session) == before


def test_a_wrong_postal_code_is_answered_with_an_example(client: StrictClient) -> None:
    reach(client, "sted")
    told = (
        "Vi kan ikke finde stedet. Skriv et postnummer, fx 4200, eller en by, fx Slagelse. "
        "Du må også slette det og springe over."
    )
    assert errors(answer(client, "sted", place="4202")) == [("#place", told)]


def test_a_cpr_number_is_neither_stored_nor_logged(
    client: StrictClient, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    reach(client, "navn")
    page = answer(client, "navn", name="Kim 010190-1234")
    assert errors(page) == [("#name", "Slet CPR-nummeret. Vi skal ikke bruge det.")]
    assert "010190" not in stored(session) + caplog.text


def test_odd_signs_are_taken_out_and_the_rest_is_kept(client: StrictClient, session: Session) -> None:
    reach(client, "navn")
    answer(client, "navn", name="\u202eKi\x00m\u200b A\u030ase")
    assert '"value": "Kim Åse"' in stored(session)


def test_a_name_of_invisible_signs_is_no_name(client: StrictClient) -> None:
    reach(client, "navn")
    assert errors(answer(client, "navn", name="\u200b\u2800 ")) == [("#name", "Skriv, hvad du hedder.")]


@pytest.mark.parametrize(
    "slug", ["hvem", "kommune", "hvad-passer", "arbejde", "ja-til-at-gemme", "anden-kommune"]
)
def test_a_tampered_choice_gets_a_kind_answer(client: StrictClient, slug: str) -> None:
    reach(client, slug)
    key = BY_SLUG[slug].key
    page = answer(client, slug, **{key: ["' OR 1=1 --", "shop"]})
    assert (page.status_code, errors(page)) == (422, [(f"#{key}", "Vælg et af svarene på siden.")])


def test_no_page_checks_in_the_browser_or_marks_with_asterisks(client: StrictClient) -> None:
    fill_in(client, KIM)
    for slug in KIM:
        page = client.get(f"{QUESTION}/{slug}").text
        assert " required" not in page
        assert "*" not in page
        assert "novalidate" in page


@pytest.mark.parametrize("slug", ["sted", "arbejde", "mere", "alder", "hvor-meget", "naar-skolen-slutter"])
def test_what_may_be_skipped_says_so(client: StrictClient, slug: str) -> None:
    reach(client, slug)
    page = client.get(f"{QUESTION}/{slug}")
    heading = parse(page.text).find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()).endswith("(du må gerne springe over)")


def test_an_unknown_question_and_an_unknown_job_are_not_found(client: StrictClient) -> None:
    assert client.get(f"{QUESTION}/findes-ikke").status_code == 404
    assert client.get("/ansoeg/findesikke").status_code == 404


def test_a_question_of_another_branch_leads_to_where_one_is(client: StrictClient) -> None:
    reach(client, "navn")
    assert path_of(client.get(f"{QUESTION}/dit-navn")) == f"{QUESTION}/navn"


def test_the_page_for_checking_waits_for_the_last_answer(client: StrictClient) -> None:
    reach(client, "navn")
    assert path_of(client.get("/ansoeg/tjek")) == f"{QUESTION}/navn?fra=tjek"
    assert path_of(client.get("/ansoeg/send")) == "/ansoeg/tjek"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slug=st.sampled_from(sorted(BY_SLUG)), text=st.text(max_size=50), jobs=st.text(max_size=30))
def test_no_bytes_break_a_page(app: Flask, slug: str, text: str, jobs: str) -> None:
    client = app.test_client()
    start(client)
    page = client.get(f"{QUESTION}/hvem")
    typed = dict.fromkeys((BY_SLUG[slug].key, "phone", "email"), text)
    sent = client.form(page) | typed | {"jobs": jobs, "fra": text}
    response = client.post(f"{QUESTION}/{slug}?fra={len(text)}", data=sent)
    assert response.status_code in {303, 422}
