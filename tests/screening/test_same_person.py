"""Who may be the same person: found by keyed hashes, shown side by side, joined by a click, parted again."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import case_path, decide, form_on, offered
from factories import AARHUS, make_application, make_consultant, make_posting, make_staff, move_to, sign_in
from portal import cases, clock, same_person, tickets
from portal.models.application import Application, State, Wish
from portal.models.audit import AuditEntry
from portal.models.candidate import CandidateKey
from portal.models.merging import Merging
from portal.models.note import Note
from portal.models.staff import Role
from portal.models.ticket import TicketKind
from strict_client import StrictClient

EVERYBODY = Application.state != State.DRAFT
KIRSTEN = {"name": "Kirsten Kandidat", "phone": "20 99 88 77", "email": "", "municipality_code": AARHUS}
BORN_1986 = [{"key": "birth_year", "question": "Hvornår er du født?", "value": "1986", "text": "1986"}]


@pytest.fixture
def sanne(client: StrictClient, session: Session) -> StrictClient:
    make_consultant(session)
    return sign_in(client, make_staff(session))


def _shared(session: Session, one: Application, other: Application) -> list[str]:
    alike = same_person.likenesses(session, one.candidate_id or "", among=EVERYBODY)
    return sorted(kind for one in alike if one.candidate_id == other.candidate_id for kind in one.shared)


def _press(client: StrictClient, page: str, button: str, **typed: str) -> TestResponse:
    sent = form_on(client.get(page), button)
    assert sent is not None
    return client.post(f"{page.removesuffix('/samme').removesuffix('/noter')}/{button}", data=sent | typed)


def _join(client: StrictClient, part: Application, into: Application) -> TestResponse:
    return _press(client, f"{case_path(part)}/samme", f"saml/{into.id}")


@pytest.mark.parametrize(
    ("person", "shared"),
    [
        ({"phone": "+45 20112233", "name": "Bo Bager", "email": ""}, ["born", "phone"]),
        ({"email": "KIM@example.com", "name": "Bo Bager", "phone": ""}, ["born", "email"]),
        ({"name": "Kim Candidat", "phone": "", "email": ""}, ["born", "name", "name_place"]),
        ({"name": "Kim Bo Kandidat", "phone": "", "email": "", "municipality_code": AARHUS}, []),
        ({"name": "Bo Bager", "phone": "", "email": ""}, []),
        ({"name": "Kim", "phone": "", "email": ""}, []),
    ],
)
def test_two_who_share_enough_may_be_one_person(
    session: Session, person: dict[str, str], shared: list[str]
) -> None:
    kim = make_application(session, answers=BORN_1986)
    other = make_application(session, person=person, answers=BORN_1986)
    assert _shared(session, kim, other) == shared


def test_the_keys_tell_nothing_and_differ_for_each_kind(session: Session) -> None:
    make_application(session, person={"name": "Kim Kandidat", "phone": "20112233", "email": "20112233"})
    values = {row.kind: row.value for row in session.scalars(select(CandidateKey))}
    assert set(values) == {"phone", "email", "name", "name_place"}
    assert values["phone"] != values["email"]
    assert all(len(value) == 64 and "kim" not in value for value in values.values())


def test_a_changed_number_changes_the_key(session: Session) -> None:
    kim, bo = make_application(session), make_application(session, person=KIRSTEN)
    assert kim.candidate is not None
    assert _shared(session, kim, bo) == []
    kim.candidate.phone = "20 99 88 77"
    same_person.remember(session, kim)
    session.commit()
    assert _shared(session, kim, bo) == ["phone"]


def test_the_queue_and_the_case_say_that_somebody_may_be_here_twice(
    sanne: StrictClient, session: Session
) -> None:
    first, _ = make_application(session), make_application(session, person=KIRSTEN)
    assert "Måske dobbelt" not in sanne.get("/personale").text
    second = make_application(session, person={"name": "Kim Candidat"})
    assert sanne.get("/personale").text.count("Måske dobbelt") == 2
    assert "En anden sag ligner denne" in sanne.get(case_path(first)).text
    side_by_side = sanne.get(f"{case_path(first)}/samme").text
    assert "Kim Candidat" in side_by_side
    assert "Samme telefon" in side_by_side
    assert second.reference is not None
    assert second.reference in side_by_side


def test_what_is_laid_side_by_side_stands_in_the_audit_trail(sanne: StrictClient, session: Session) -> None:
    first, second = make_application(session), make_application(session)
    sanne.get(f"{case_path(first)}/samme")
    query = select(AuditEntry.object_id).where(AuditEntry.purpose == "compare cases")
    assert set(session.scalars(query)) == {first.id, second.id}


def test_joining_keeps_wishes_notes_and_history_in_the_case_that_goes_on(
    sanne: StrictClient, session: Session
) -> None:
    shop, kitchen = make_posting(session), make_posting(session, easy_title="Hjælper i køkkenet")
    old = move_to(session, make_application(session), State.SCREENING)
    new = make_application(session)
    old.wishes = [Wish(posting_id=shop.id, added_at=clock.now())]
    new.wishes = [Wish(posting_id=row.id, added_at=clock.now()) for row in (shop, kitchen)]
    session.commit()
    _press(sanne, f"{case_path(new)}/noter", "noter", **{"note-text": "Ringede fra sin søster"})
    assert _join(sanne, new, old).status_code == 302
    assert (new.state, new.merged_into_id, old.state) == (State.MERGED, old.id, State.SCREENING)
    assert {wish.posting_id for wish in old.wishes} == {shop.id, kitchen.id}
    page = sanne.get(case_path(old)).text
    assert f"sag {new.reference}" in page
    assert "Hjælper i køkkenet" in page
    assert "Samlede en anden sag med denne" in page
    assert "Ringede fra sin søster" in sanne.get(f"{case_path(old)}/noter").text


def test_the_old_link_code_and_browser_lead_on_to_the_case_that_goes_on(
    sanne: StrictClient, session: Session
) -> None:
    old, new = make_application(session), make_application(session)
    link = tickets.issue(session, new, TicketKind.LINK)
    browser = tickets.issue(session, new, TicketKind.BROWSER)
    session.commit()
    _join(sanne, new, old)
    assert tickets.find(session, link, TicketKind.LINK) is old
    assert tickets.of_browser(session, browser) is old
    assert tickets.by_code(session, new.reference or "", "2233") is old


def test_parting_puts_both_back_as_they_were(sanne: StrictClient, session: Session) -> None:
    shop, kitchen = make_posting(session), make_posting(session)
    old = move_to(session, make_application(session), State.SCREENING)
    new = make_application(session)
    old.wishes = [Wish(posting_id=shop.id, added_at=clock.now())]
    new.wishes = [Wish(posting_id=row.id, added_at=clock.now()) for row in (shop, kitchen)]
    link = tickets.issue(session, new, TicketKind.LINK)
    session.commit()
    _join(sanne, new, old)
    response = _press(sanne, case_path(new), "skil-ad")
    assert response.status_code == 302
    assert (new.state, new.merged_into_id, old.state) == (State.RECEIVED, None, State.SCREENING)
    assert [wish.posting_id for wish in old.wishes] == [shop.id]
    assert {wish.posting_id for wish in new.wishes} == {shop.id, kitchen.id}
    assert tickets.find(session, link, TicketKind.LINK) is new
    assert session.scalars(select(Merging)).one().undone_at is not None


def test_a_wish_that_another_part_named_too_stays(sanne: StrictClient, session: Session) -> None:
    kitchen = make_posting(session)
    old, first, second = (make_application(session) for _ in range(3))
    for row in (first, second):
        row.wishes = [Wish(posting_id=kitchen.id, added_at=clock.now())]
    session.commit()
    _join(sanne, first, old)
    _join(sanne, second, old)
    _press(sanne, case_path(first), "skil-ad")
    assert [wish.posting_id for wish in old.wishes] == [kitchen.id]


def test_who_comes_second_is_told_and_nothing_is_joined_twice(sanne: StrictClient, session: Session) -> None:
    old, new = make_application(session), make_application(session)
    sent = form_on(sanne.get(f"{case_path(new)}/samme"), f"saml/{old.id}")
    address = f"{case_path(new)}/saml/{old.id}"
    assert [sanne.post(address, data=sent).status_code for _ in range(2)] == [302, 409]
    assert len(list(session.scalars(select(Merging)))) == 1


def test_a_case_that_a_colleague_has_is_not_joined(sanne: StrictClient, session: Session) -> None:
    old, new = make_application(session), make_application(session)
    cases.claim(session, old, make_staff(session, Role.LEADER, name="Lene Leder"))
    session.commit()
    assert _join(sanne, new, old).status_code == 409
    assert new.state == State.RECEIVED


def test_an_ended_case_takes_no_other_in(sanne: StrictClient, session: Session) -> None:
    old, new = make_application(session), make_application(session)
    move_to(session, old, State.CLOSED)
    page = sanne.get(f"{case_path(new)}/samme")
    assert form_on(page, f"saml/{new.id}") is None
    assert form_on(page, f"saml/{old.id}") is None


def test_two_people_who_look_alike_are_not_asked_about_again(sanne: StrictClient, session: Session) -> None:
    first, second = make_application(session), make_application(session)
    sent = form_on(sanne.get(f"{case_path(second)}/samme"), f"to-personer/{first.id}")
    for _ in range(2):
        assert sanne.post(f"{case_path(second)}/to-personer/{first.id}", data=sent).status_code == 302
    assert "Måske dobbelt" not in sanne.get("/personale").text
    assert "Vi har ikke fundet andre sager" in sanne.get(f"{case_path(first)}/samme").text


def test_that_they_are_two_people_can_be_taken_back(sanne: StrictClient, session: Session) -> None:
    first, second = make_application(session), make_application(session)
    _press(sanne, f"{case_path(second)}/samme", f"to-personer/{first.id}")
    assert "I har sagt, at de er to personer" in sanne.get(f"{case_path(first)}/samme").text
    sent = form_on(sanne.get(f"{case_path(first)}/samme"), f"maaske-samme/{second.id}")
    for _ in range(2):
        assert sanne.post(f"{case_path(first)}/maaske-samme/{second.id}", data=sent).status_code == 302
    page = sanne.get(f"{case_path(first)}/samme").text
    assert "I har sagt, at de er to personer" not in page
    assert f"to-personer/{second.id}" in page
    assert "Måske dobbelt" in sanne.get("/personale").text


def test_a_case_can_be_fetched_by_its_number_where_nothing_is_alike(
    sanne: StrictClient, session: Session
) -> None:
    kim, kirsten = make_application(session), make_application(session, person=KIRSTEN)
    page = sanne.get(f"{case_path(kim)}/samme", query_string={"nummer": tickets.shown(kirsten.reference)})
    assert "Kirsten Kandidat" in page.text
    assert "Vi kan ikke finde" in sanne.get(f"{case_path(kim)}/samme?nummer=3333-3333").text


def test_a_merged_case_offers_only_to_be_parted(sanne: StrictClient, session: Session) -> None:
    old, new = make_application(session), make_application(session)
    _join(sanne, new, old)
    page = sanne.get(case_path(new))
    assert offered(page) == ["skil-ad"]
    assert f"sag {old.reference}" in page.text


def test_a_consultant_sees_the_notes_of_a_part_and_may_not_join(
    sanne: StrictClient, session: Session
) -> None:
    old, new = make_application(session), make_application(session)
    lene = make_staff(session, Role.LEADER, name="Lene Leder")
    note = Note(application_id=new.id, staff_id=lene.id, at=clock.now())
    note.text = "Vil helst arbejde om formiddagen"
    session.add(note)
    session.commit()
    _join(sanne, new, old)
    decide(sanne, old, "tag")
    decide(sanne, old, "videre")
    assert old.state == State.HANDED_OVER
    ann = sign_in(sanne, session.get_one(Application, old.id).consultant.staff)  # type: ignore[union-attr]
    assert "om formiddagen" in ann.get(f"{case_path(old)}/noter").text
    assert ann.get(f"{case_path(old)}/samme").status_code == 404
    assert ann.get(case_path(new)).status_code == 404


def test_one_number_in_two_spellings_is_shown_as_alike(sanne: StrictClient, session: Session) -> None:
    first = make_application(session, person={"phone": "20 11 22 33"})
    make_application(session, person={"name": "Kim Candidat", "phone": "+4520112233"})
    page = sanne.get(f"{case_path(first)}/samme").text
    assert "+4520112233" not in page
    assert page.count("20 11 22 33") == 2
