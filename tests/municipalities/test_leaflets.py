"""The leaflets: 98 of 98 on the first day, never an expired one, never a file that an address names (P27)."""

from dataclasses import replace
from datetime import timedelta

import page as checker
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories import SLAGELSE, make_consultant
from portal import clock, pdf, storage
from portal.models.leaflet import Leaflet, LeafletFile, LeafletState, Variant
from portal.municipalities import filing, leaflet_checks, leaflet_pdf, leaflet_texts, places, reading
from portal.municipalities.leaflet_content import Contact, as_texts
from strict_client import StrictClient


def make_leaflet(session: Session, **changes: object) -> Leaflet:
    """A published version of Slagelse's own leaflet."""
    values = {
        "municipality_code": SLAGELSE,
        "number": 1,
        "state": LeafletState.PUBLISHED,
        "texts": {"title": "Slagelse siger velkommen"},
        "created_at": clock.now(),
        "changed_at": clock.now(),
    }
    leaflet = Leaflet(**(values | changes))
    session.add(leaflet)
    session.commit()
    return leaflet


def build_slagelse(session: Session) -> None:
    [place] = [place for place in places.MUNICIPALITIES if place.code == SLAGELSE]
    for file in list(filing.due(session, [place])):
        filing.keep(session, file, f"%PDF-1.7 version {file.content.number}".encode())


SIX = ("ishoej", "lyngby-taarbaek", "ikast-brande", "faaborg-midtfyn", "bornholm", "aeroe")
"""The shortest name, the longest ones, and those that stand alone."""


@pytest.mark.parametrize("slug", SIX)
@pytest.mark.parametrize("variant", list(Variant))
def test_a_leaflet_is_tagged_for_those_who_cannot_see(session: Session, slug: str, variant: Variant) -> None:
    [content] = reading.contents(session, [places.by_slug(slug)])
    report = checker.validate_pdf_bytes(leaflet_pdf.draw(content, variant))
    assert [failure.rule_id for failure in report.failures] == []
    assert report.document.page_count == 2 or variant is Variant.LARGE


def test_every_municipality_has_a_leaflet_that_fits_on_the_first_day(session: Session) -> None:
    contents = reading.contents(session, places.MUNICIPALITIES)
    assert len(contents) == 98
    longest = sorted(contents, key=lambda content: -len(content.place))[:2]
    assert [leaflet_pdf.overfull(content) for content in longest] == [(), ()]


def test_long_names_and_all_facts_leave_no_panel_too_full(session: Session) -> None:
    """Facts change without a new approval, so there has to be room for the longest that are likely."""
    [content] = reading.contents(session, [places.by_slug("lyngby-taarbaek")])
    long = "alexandra.kristiansen-vestergaard@klapjob.example"
    full = replace(
        content,
        texts=as_texts({"local": "Ring først til os. " * 9, "statement": "Alle skal med. " * 22}),
        consultant=Contact(
            name="Alexandra Kristiansen-Vestergaard", role="KLAPjob-konsulent", phone="1", email=long
        ),
        contact=Contact(
            name="Bodil Marie Christoffersen", role="Leder, Jobcenter Lyngby", phone="2", email=long
        ),
    )
    assert leaflet_pdf.overfull(full) == ()


def test_texts_of_all_the_letters_a_field_allows_fit(session: Session) -> None:
    [content] = reading.contents(session, [places.by_slug("lyngby-taarbaek")])
    word = "Vi finder et godt job. "
    texts = {
        field.key: (word * 20)[: field.most // max(field.lines, 1) - 1] for field in leaflet_texts.FIELDS
    }
    longest = {
        field.key: "\n".join([texts[field.key]] * max(field.lines, 1)) for field in leaflet_texts.FIELDS
    }
    assert not any(warn.refuses for warn in leaflet_checks.warnings(longest))
    assert leaflet_pdf.overfull(replace(content, texts=as_texts(longest))) == ()


def test_the_standard_steps_are_drawn_and_own_steps_are_not(session: Session) -> None:
    [content] = reading.contents(session, [places.by_slug("ishoej")])
    own = replace(content, texts=as_texts({"steps": "Du møder os.\nDu får et job."}))
    drawn = [leaflet_pdf.template_values(each)["step_pictures"] for each in (content, own)]
    assert drawn == [("phone", "clarify", "shop", "yes"), ()]


def test_a_short_statement_leaves_room_for_two_numbers_and_a_long_one_for_none(session: Session) -> None:
    [content] = reading.contents(session, [places.by_slug("ishoej")])
    said = [replace(content, hired=7, texts=as_texts({"statement": "ja" * n})) for n in (0, 20, 160)]
    shown = [len(leaflet_pdf.template_values(each)["numbers"]) for each in said]
    assert shown == [4, 2, 0]


def test_a_leaflet_is_a_download_with_a_mark(client: StrictClient) -> None:
    first = client.get("/kommuner/slagelse/folder.pdf")
    assert first.status_code == 200
    assert first.data.startswith(b"%PDF-1.7")
    assert first.headers["Content-Disposition"] == 'attachment; filename="klapjob-slagelse.pdf"'
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get("/kommuner/slagelse/folder.pdf", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    page = client.get("/kommuner/slagelse")
    assert first.headers["Cache-Control"] == page.headers["Cache-Control"]


def test_the_published_version_is_served_and_read_on_the_web(client: StrictClient, session: Session) -> None:
    make_leaflet(session)
    assert "Slagelse siger velkommen" in client.get("/kommuner/slagelse/folder").text
    assert "Version 1" in client.get("/kommuner/slagelse/folder").text


@pytest.mark.parametrize(
    "state", [LeafletState.DRAFT, LeafletState.APPROVED, LeafletState.REPLACED, LeafletState.EXPIRED]
)
def test_only_a_published_version_is_shown(
    client: StrictClient, session: Session, state: LeafletState
) -> None:
    make_leaflet(session, state=state)
    assert "Slagelse siger velkommen" not in client.get("/kommuner/slagelse/folder").text


def test_an_expired_leaflet_is_never_served_as_current(client: StrictClient, session: Session) -> None:
    leaflet = make_leaflet(session, expires_on=clock.today())
    build_slagelse(session)
    before = client.get("/kommuner/slagelse/folder.pdf")
    leaflet.expires_on = clock.today() - timedelta(days=1)
    session.commit()
    after = client.get("/kommuner/slagelse/folder.pdf")
    assert before.headers["ETag"] != after.headers["ETag"]
    assert "Standardfolder" in client.get("/kommuner/slagelse/folder").text


def test_others_write_while_leaflets_are_drawn(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    build_slagelse(session)
    write_lock_held = []

    def draw(*_drawn: object) -> bytes:
        write_lock_held.append(session.in_transaction())
        return b"%PDF-1.7"

    monkeypatch.setattr(leaflet_pdf, "draw", draw)
    filing.build_some(session, 2)
    filing.build_one(session, places.by_slug("ishoej"))
    assert write_lock_held == [False] * 5


def test_the_worker_makes_what_is_missing_and_then_only_what_changed(session: Session) -> None:
    [slagelse] = [place for place in places.MUNICIPALITIES if place.code == SLAGELSE]
    for file in list(filing.due(session, [slagelse])):
        filing.keep(session, file, b"%PDF-1.7")
    assert list(filing.due(session, [slagelse])) == []
    make_consultant(session)
    assert [file.variant for file in filing.due(session, [slagelse])] == list(Variant)


def test_a_new_file_takes_the_place_of_the_old_one(session: Session) -> None:
    [slagelse] = [place for place in places.MUNICIPALITIES if place.code == SLAGELSE]
    [first, *_] = filing.due(session, [slagelse])
    filing.keep(session, first, b"%PDF-1.7 old")
    filing.keep(session, first, b"%PDF-1.7 new")
    row = session.scalars(select(LeafletFile)).one()
    assert list(storage.keys("leaflet/")) == [f"leaflet/{row.id}"]
    assert filing.current(session, slagelse, first.variant) == b"%PDF-1.7 new"


@pytest.mark.parametrize(
    "path",
    ["/kommuner/../folder.pdf", "/kommuner/%2e%2e%2fportal.db/folder.pdf", "/kommuner/slagelse/portal.pdf"],
)
def test_no_address_names_a_file(client: StrictClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_without_pango_the_words_stand_on_the_web_page(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    answer = client.get("/kommuner/ribe/folder.pdf")
    assert answer.status_code == 404
    answer = client.get("/kommuner/esbjerg/folder.pdf")
    assert answer.location == "/kommuner/esbjerg/folder?pdf=nej"
    assert "Vi kan ikke lave en PDF lige nu." in client.get(answer.location).text


def test_nothing_is_kept_by_reading(client: StrictClient, session: Session) -> None:
    client.get("/kommuner/slagelse/folder.pdf")
    assert session.scalar(select(func.count()).select_from(LeafletFile)) == 0
