"""One's own page: in by code, how it goes, change the number, add something (P14, P42)."""

import json
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from apply.filling import KIM, errors, fill_in, path_of, send, value_of
from factories import SLAGELSE, make_application, make_consultant, move_to
from portal import answering, clock, crypto, letters, tickets
from portal.models.application import Application, State
from portal.models.consultant import ConsultantMunicipality
from portal.status import actions, stages
from strict_client import StrictClient, parse

S = State
PERSONAL = ("Kim", "20 11 22 33", "kim@example.com", "4200")


def enter(client: StrictClient, code: str, digits: str):
    page = client.get("/min-ansoegning")
    return client.post("/min-ansoegning", data=client.form(page, code=code, digits=digits))


def opened(client: StrictClient, application: Application) -> StrictClient:
    response = enter(client, tickets.shown(application.reference), "2233")
    assert path_of(response) == "/min-ansoegning/side"
    return client


def grow(session: Session, application: Application) -> None:
    """Lets the minutes pass in which staff may take a decision back."""
    session.execute(update(Application).values(state_since=clock.now() - timedelta(minutes=6)))
    session.commit()


def here(client: StrictClient) -> str:
    tree = parse(client.get("/min-ansoegning/side").text)
    (stage,) = tree.findall(".//ol/li[@aria-current='step']/span[2]")
    return "".join(stage.itertext())


def send_form(client: StrictClient, path: str, **typed: str):
    return client.post(path, data=client.form(client.get(path), **typed))


def test_kim_sees_four_pictures_and_what_happens_next(client: StrictClient, session: Session) -> None:
    application = make_application(session)
    page = opened(client, application).get("/min-ansoegning/side")
    words = ["".join(s.itertext()) for s in parse(page.text).findall(".//ol[@class='kj-stages']/li/span[2]")]
    assert words == ["Vi har fået dine svar", "Vi læser dine svar", "Vi ringer til dig", "Færdig"]
    assert here(client) == "Vi har fået dine svar"
    assert "Vi ringer eller skriver til dig senest" in page.text


def test_nothing_of_what_was_answered_stands_on_the_page(client: StrictClient, session: Session) -> None:
    application = make_application(session, answers=[{"key": "more", "value": "KANARIE", "text": "KANARIE"}])
    page = opened(client, application).get("/min-ansoegning/side").text
    assert [word for word in (*PERSONAL, "KANARIE") if word in page] == []


@pytest.mark.parametrize(
    ("way", "stage", "words"),
    [
        ((S.SCREENING,), "Vi læser dine svar", "Vi læser dine svar."),
        ((S.SCREENING, S.NEEDS_INFO), "Vi læser dine svar", "Vi vil gerne vide lidt mere."),
        ((S.SCREENING, S.HANDED_OVER), "Vi ringer til dig", "Din konsulent ringer til dig."),
        ((S.NOT_IN_TARGET_GROUP,), "Færdig", "Vi tror, at andre kan hjælpe dig bedre:"),
        ((S.CLOSED,), "Færdig", "Din ansøgning er lukket."),
    ],
)
def test_each_state_has_its_letter(
    client: StrictClient, session: Session, way: tuple[State, ...], stage: str, words: str
) -> None:
    application = make_application(session)
    move_to(session, application, *way)
    grow(session, application)
    page = opened(client, application).get("/min-ansoegning/side").text
    assert (here(client), words in page) == (stage, True)


def test_every_state_but_the_draft_has_a_letter_and_pictures() -> None:
    for state in set(State) - {S.DRAFT}:
        assert answering.STANDARD[state] in letters.KINDS
        assert [stage.here for stage in stages.stages(state)].count(True) == 1


def test_a_decision_is_told_only_when_it_can_no_longer_be_taken_back(
    client: StrictClient, session: Session
) -> None:
    application = make_application(session)
    move_to(session, application, S.NOT_IN_TARGET_GROUP)
    assert "andre kan hjælpe" not in opened(client, application).get("/min-ansoegning/side").text
    grow(session, application)
    assert "andre kan hjælpe" in client.get("/min-ansoegning/side").text


def test_the_letter_names_the_consultant_with_a_number(client: StrictClient, session: Session) -> None:
    consultant = make_consultant(session)
    application = make_application(session, consultant_id=consultant.id)
    move_to(session, application, S.SCREENING, S.HANDED_OVER)
    grow(session, application)
    page = opened(client, application).get("/min-ansoegning/side").text
    assert "Ann Advis er din konsulent." in page
    assert "tel:+4520000000" in page


def test_p15_the_letter_names_who_has_the_municipality_now(client: StrictClient, session: Session) -> None:
    before, now = make_consultant(session), make_consultant(session, "0101", name="Bo Bistand")
    case = make_application(session, consultant_id=before.id)
    move_to(session, case, State.SCREENING, State.HANDED_OVER)
    session.get_one(ConsultantMunicipality, SLAGELSE).consultant_id = now.id
    grow(session, case)
    page = opened(client, case).get("/min-ansoegning/side").text
    assert ("Bo Bistand er din konsulent." in page, "Ann Advis" in page) == (True, False)


def test_p15_a_letter_names_nobody_who_has_left(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    case = make_application(session, consultant_id=ann.id)
    move_to(session, case, State.SCREENING, State.HANDED_OVER)
    ann.staff.active = False
    grow(session, case)
    page = opened(client, case).get("/min-ansoegning/side").text
    assert ("Din konsulent ringer til dig." in page, "Ann Advis" in page) == (True, False)


def test_a_wrong_code_and_wrong_digits_get_the_same_answer(
    app: Flask, client: StrictClient, session: Session
) -> None:
    code = tickets.shown(make_application(session).reference)
    wrong_digits, wrong_code = enter(client, code, "9999"), enter(app.test_client(), "AAAA AAAA", "2233")
    assert [page.status_code for page in (wrong_digits, wrong_code)] == [422, 422]
    assert errors(wrong_digits) == errors(wrong_code)


def test_a_code_is_tried_ten_times_and_then_waits(app: Flask, client: StrictClient, session: Session) -> None:
    code = tickets.shown(make_application(session).reference)
    for number in range(actions.MOST_A_CODE):
        assert enter(client, code, f"{number:04}").status_code == 422
    page = enter(app.test_client(), code, "2233")
    assert (page.status_code, errors(page)) == (
        429,
        [("#code", "Vent 5 minutter, og prøv igen. Du kan også ringe til os.")],
    )


def test_a_network_that_guesses_waits_too(client: StrictClient, session: Session) -> None:
    application = make_application(session)
    for number in range(actions.MOST_A_NETWORK):
        enter(client, f"aaaa{number:04}", "2233")
    assert enter(client, tickets.shown(application.reference), "2233").status_code == 429


def test_right_codes_of_a_whole_class_are_not_counted(client: StrictClient, session: Session) -> None:
    application = make_application(session)
    code = tickets.shown(application.reference)
    answers = [enter(client, code, "2233") for _ in range(actions.MOST_A_NETWORK + 5)]
    assert {path_of(answer) for answer in answers} == {"/min-ansoegning/side"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"code": "", "digits": "2233"}, [("#code", "Skriv din kode med 8 tegn.")]),
        ({"code": "K7MA QX4T", "digits": ""}, [("#digits", "Skriv 4 tal.")]),
    ],
)
def test_what_is_missing_is_asked_for(client: StrictClient, typed: dict, told: list) -> None:
    page = enter(client, **typed)
    assert (page.status_code, errors(page)) == (422, told)


def test_without_code_one_is_asked_for_it(client: StrictClient) -> None:
    for path in ("side", "telefon", "mere", "fortryd"):
        assert path_of(client.get(f"/min-ansoegning/{path}")) == "/min-ansoegning"


def test_who_has_just_sent_needs_no_code(client: StrictClient) -> None:
    fill_in(client, KIM)
    send(client)
    assert client.get("/min-ansoegning/side").status_code == 200


def test_kim_changes_the_number(client: StrictClient, session: Session) -> None:
    application = make_application(session)
    opened(client, application)
    assert "20 11" not in client.get("/min-ansoegning/telefon").text
    assert path_of(send_form(client, "/min-ansoegning/telefon", phone="+45 30 30 30 30")) == (
        "/min-ansoegning/side?sagt=telefon"
    )
    session.refresh(application)
    assert application.candidate is not None
    assert application.candidate.phone == "30 30 30 30"
    assert [move.reason for move in application.moves][-1] == "person_phone"


def test_a_number_that_is_none_is_kept_and_asked_for_again(client: StrictClient, session: Session) -> None:
    opened(client, make_application(session))
    page = send_form(client, "/min-ansoegning/telefon", phone="12")
    assert (page.status_code, value_of(page, "phone")) == (422, "12")


def test_kim_adds_something_and_the_case_comes_back_to_be_read(
    client: StrictClient, session: Session
) -> None:
    application = make_application(session)
    move_to(session, application, S.SCREENING, S.NEEDS_INFO)
    opened(client, application)
    send_form(client, "/min-ansoegning/mere", words="Ring om fredagen.")
    session.refresh(application)
    assert application.state == S.SCREENING
    assert json.loads(application.answers)[-1]["text"] == "Ring om fredagen."


@pytest.mark.parametrize("words", ["", "CPR 010190-1234", "x" * 1001])
def test_what_cannot_be_added_stays_in_the_field(client: StrictClient, session: Session, words: str) -> None:
    application = make_application(session)
    opened(client, application)
    page = send_form(client, "/min-ansoegning/mere", words=words)
    assert (page.status_code, value_of(page, "words")) == (422, words)
    session.refresh(application)
    assert json.loads(application.answers) == []


def test_the_page_can_be_left_so_that_nobody_else_sees_it(client: StrictClient, session: Session) -> None:
    page = opened(client, make_application(session)).get("/min-ansoegning/side")
    client.post("/ansoeg/glem", data=client.form(page))
    assert path_of(client.get("/min-ansoegning/side")) == "/min-ansoegning"
    assert session.scalars(select(Application)).one().state == S.RECEIVED


@pytest.mark.parametrize("path", ["", "/telefon", "/mere", "/fortryd"])
def test_no_form_works_without_its_token(client: StrictClient, session: Session, path: str) -> None:
    application = make_application(session)
    opened(client, application)
    typed = {"code": "x", "digits": "2233", "phone": "30303030", "words": "Hej", "csrf_token": "made up"}
    assert client.post(f"/min-ansoegning{path}", data=typed).status_code in {400, 422}
    session.refresh(application)
    assert (application.state, application.version) == (S.RECEIVED, 1)


def test_p14_a_code_that_does_not_exist_costs_as_much_as_wrong_digits(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = make_application(session)
    opened_places: list[str] = []
    really_open = crypto.Keyring.open

    def counted(self: crypto.Keyring, sealed: bytes, *, place: str) -> str:
        opened_places.append(place.rpartition(":")[2])
        return really_open(self, sealed, place=place)

    monkeypatch.setattr(crypto.Keyring, "open", counted)
    session.expire_all()
    assert tickets.by_code(session, str(application.reference), "9999") is None
    with_wrong_digits, opened_places[:] = list(opened_places), []
    assert tickets.by_code(session, "aaaaaaaa", "2233") is None
    assert opened_places == with_wrong_digits == ["answers", "phone", "place"]
