"""Notes and calls: who wrote what and when, corrected and never erased, and what raises a case."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import case_path, form_on
from factories import AARHUS, make_application, make_consultant, make_staff, move_to, sign_in
from portal import clock
from portal.models.application import Application, State
from portal.models.note import Note, NoteKind
from portal.models.staff import Role
from strict_client import StrictClient, parse


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session))


@pytest.fixture
def case(session: Session) -> Application:
    return make_application(session)


def _write(client: StrictClient, case: Application, **typed: str) -> TestResponse:
    return _send(client, case, "noter", "note", typed)


def _call(client: StrictClient, case: Application, **typed: str) -> TestResponse:
    return _send(client, case, "opkald", "opkald", {"text": "Ringede", "outcome": "reached"} | typed)


def _send(
    client: StrictClient, case: Application, form: str, prefix: str, typed: dict[str, str]
) -> TestResponse:
    path = f"{case_path(case)}/noter"
    sent = form_on(client.get(path), form)
    assert sent is not None
    names = {f"{prefix}-{name}": value for name, value in typed.items()}
    return client.post(f"{case_path(case)}/{form}", data=sent | names)


def _log(client: StrictClient, case: Application) -> list[str]:
    tree = parse(client.get(f"{case_path(case)}/noter").text)
    logs = [item for item in tree.iter("ol") if item.get("class") == "kj-log"]
    return [" ".join(" ".join(item.itertext()).split()) for log in logs for item in log]


def _notes(session: Session) -> list[Note]:
    return list(session.scalars(select(Note).order_by(Note.at)))


def _headings(client: StrictClient, path: str = "/personale") -> list[str]:
    return ["".join(heading.itertext()).strip() for heading in parse(client.get(path).text).iter("h2")]


def test_a_note_says_who_wrote_it(sanne: StrictClient, session: Session, case: Application) -> None:
    assert _write(sanne, case, text="Ring efter kl. 12").status_code == 302
    (line,) = _log(sanne, case)
    assert "Sanne Sekretær Ring efter kl. 12" in line
    assert _notes(session)[0].text_sealed != b"Ring efter kl. 12"


def test_a_call_that_nobody_answered_needs_no_note(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    assert _call(sanne, case, text="", outcome="reached").status_code == 422
    assert _call(sanne, case, text="", outcome="not_reached").status_code == 302
    (line,) = _log(sanne, case)
    assert "Ingen svarede." in line


def test_the_page_of_the_case_counts_its_notes(sanne: StrictClient, case: Application) -> None:
    _write(sanne, case, text="En")
    assert "Noter og opkald (1)" in sanne.get(case_path(case)).text


def test_a_correction_keeps_the_words_before(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    _write(sanne, case, text="Bor i Korsør")
    path = f"{case_path(case)}/noter/{_notes(session)[0].id}"
    page = sanne.get(path)
    assert "Bor i Korsør" in page.text
    sanne.post(path, data=sanne.form(page, **{"note-text": "Bor i Slagelse"}))
    (line,) = _log(sanne, case)
    assert "Bor i Slagelse Før stod der: Bor i Korsør" in line
    assert sanne.get(path).status_code == 404, "what is corrected is corrected where it stands now"


def test_a_note_is_corrected_by_its_writer_only(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    _write(sanne, case, text="Min")
    other = sign_in(sanne.application.test_client(), make_staff(session, name="Otto Office"))
    assert other.get(f"{case_path(case)}/noter/{_notes(session)[0].id}").status_code == 404


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "Skriv noten."), ("x" * 1001, "Skriv højst 1000 tegn."), ("010190-1234", "CPR-nummer")],
)
def test_a_note_that_cannot_be_kept_says_why_and_stays(
    sanne: StrictClient, session: Session, case: Application, text: str, told: str
) -> None:
    page = _write(sanne, case, text=text)
    assert page.status_code == 422
    assert told in page.text
    assert text in page.text
    assert _notes(session) == []


def test_a_call_with_a_day_raises_the_case_on_that_day(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    _call(sanne, case, outcome="not_reached", call_on=clock.today().isoformat())
    assert _headings(sanne) == ["Ring (1)"]
    assert _notes(session)[0].kind == NoteKind.NOT_REACHED
    assert "Ringede. Ingen svarede." in _log(sanne, case)[0]


def test_before_its_day_a_case_stands_where_it_stood(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    _call(sanne, case, call_on=(clock.today() + timedelta(days=1)).isoformat())
    assert _headings(sanne) == ["Nye (1)"]


def test_a_call_without_a_new_day_takes_the_case_off_the_list(sanne: StrictClient, case: Application) -> None:
    _call(sanne, case, call_on=clock.today().isoformat())
    _call(sanne, case)
    assert _headings(sanne) == ["Nye (1)"]


def test_the_waiting_list_is_called_by_the_consultant(client: StrictClient, session: Session) -> None:
    ann = make_consultant(session)
    case = make_application(session)
    move_to(session, case, State.SCREENING, State.HANDED_OVER, State.ACCEPTED, State.TALKED, State.WAITING)
    sign_in(client, ann.staff)
    _call(client, case, call_on=clock.today().isoformat())
    assert _headings(client, "/personale/mine") == ["Ring (1)"]


@pytest.mark.parametrize(("outcome", "day"), [("", ""), ("reached", "i morgen"), ("reached", "2020-01-01")])
def test_a_call_that_makes_no_sense_is_asked_again(
    sanne: StrictClient, session: Session, case: Application, outcome: str, day: str
) -> None:
    assert _call(sanne, case, outcome=outcome, call_on=day).status_code == 422
    assert _notes(session) == []


def test_a_mentioned_colleague_sees_it_at_the_start_until_it_is_read(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    lene = make_staff(session, Role.LEADER, name="Lene Leder")
    _write(sanne, case, text="Vil du se på den?", mention=lene.id)
    hers = sign_in(sanne.application.test_client(), lene)
    page = hers.get("/personale")
    assert "Skrevet til dig" in page.text
    assert "Vil du se på den?" in page.text
    assert "Skrevet til dig" not in sanne.get("/personale").text
    note = _notes(session)[0]
    hers.post(f"/personale/naevnt/{note.id}/set", data={"csrf_token": hers.form(page)["csrf_token"]})
    assert "Skrevet til dig" not in hers.get("/personale").text


def test_only_who_may_see_the_case_can_be_mentioned(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    far = make_consultant(session, AARHUS, name="Bo Bistand")
    assert _write(sanne, case, text="Hej", mention=far.staff_id).status_code == 422


def test_a_note_from_another_site_is_not_kept(
    sanne: StrictClient, session: Session, case: Application
) -> None:
    page = sanne.post(f"{case_path(case)}/noter", data={"note-text": "Hej"})
    assert page.status_code == 422
    assert "Siden er gammel. Gem en gang til." in page.text
    assert _notes(session) == []
