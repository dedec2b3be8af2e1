"""The photo of a consultant: put in by a leader, shown where the consultant is named, gone with them."""

import io
import struct
import zlib

import pytest
from PIL import Image
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from case_work import case_path
from factories import make_application, make_consultant, make_staff, move_to, sign_in
from portal import answering, clock, photos, tickets
from portal.models.application import State
from portal.models.consultant import Consultant
from portal.models.staff import Role
from portal.models.ticket import TicketKind
from strict_client import StrictClient, parse

HOME = "/personale/konsulenter"


@pytest.fixture
def lene(client: StrictClient, session: Session) -> StrictClient:
    return sign_in(client, make_staff(session, Role.LEADER, name="Lene Leder"))


@pytest.fixture
def ann(session: Session) -> Consultant:
    return make_consultant(session)


def picture(kind: str = "JPEG", secret: str = "") -> bytes:
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = secret
    Image.new("RGB", (600, 900), "#4b1a4a").save(file, kind, **({"exif": exif} if secret else {}))
    return file.getvalue()


def hand_in(client: StrictClient, consultant: Consultant, content: bytes) -> TestResponse:
    token = client.form(client.get(f"{HOME}/{consultant.id}"))["csrf_token"]
    sent = {"csrf_token": token, "photo": (io.BytesIO(content), "ann.jpg")}
    return client.post(f"{HOME}/{consultant.id}/foto", data=sent)


def photos_on(page: TestResponse) -> list[tuple[str | None, str | None]]:
    found = parse(page.text).findall(".//main//img")
    return [(img.get("src"), img.get("alt")) for img in found]


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_becomes_small_and_tells_nothing_but_the_picture(
    lene: StrictClient, ann: Consultant, kind: str
) -> None:
    hand_in(lene, ann, picture(kind, secret="KANARIE 55.4 11.3"))
    served = lene.get(f"/konsulent/{ann.id}.jpg")
    shown = Image.open(io.BytesIO(served.data))
    assert (served.mimetype, shown.format, shown.size, dict(shown.getexif())) == (
        "image/jpeg",
        "JPEG",
        (photos.SIDE, photos.SIDE),
        {},
    )
    assert b"KANARIE" not in served.data


@pytest.mark.parametrize("content", [b"", b"<svg onload='x'/>", b"\xff\xd8\xff cut off", b"GIF89a"])
def test_what_is_no_photo_is_said_beside_the_field(
    lene: StrictClient, ann: Consultant, content: bytes
) -> None:
    page = hand_in(lene, ann, content)
    assert page.status_code == 422
    assert "Filen er ikke et billede, vi kan bruge. Brug JPEG eller PNG." in page.text
    assert lene.get(f"/konsulent/{ann.id}.jpg").status_code == 404


def test_a_picture_of_more_points_than_anything_may_open_is_said_beside_the_field(
    lene: StrictClient, ann: Consultant
) -> None:
    # The size stands at a fixed place in the header of a PNG.
    huge = bytearray(picture("PNG"))
    huge[16:24] = struct.pack(">II", 30_000, 30_000)
    huge[29:33] = struct.pack(">I", zlib.crc32(huge[12:29]))
    page = hand_in(lene, ann, bytes(huge))
    assert (page.status_code, "Billedet har for mange punkter." in page.text) == (422, True)


def test_the_photo_stands_where_the_consultant_is_named(
    lene: StrictClient, session: Session, ann: Consultant
) -> None:
    case = move_to(session, make_application(session), State.SCREENING, State.HANDED_OVER)
    case.consultant_id, case.state_since = ann.id, clock.now().replace(year=2020)
    link = tickets.issue(session, case, TicketKind.LINK)
    session.commit()
    pages = ["/kontakt?kommune=0330", f"{case_path(case)}/svar-brev", "/min-ansoegning/side"]
    lene.get(f"/min-ansoegning/{link}")
    assert [photos_on(lene.get(page)) for page in pages] == [[], [], []]
    hand_in(lene, ann, picture())
    shown = [(f"/konsulent/{ann.id}.jpg", "Foto af Ann Advis")]
    assert [photos_on(lene.get(page)) for page in pages] == [shown, shown, shown]
    assert photos_on(lene.get("/kommuner/slagelse")) == [
        ("/kommuner/slagelse/konsulent.jpg", "Foto af Ann Advis")
    ]


def test_only_the_letter_about_the_consultant_has_the_photo() -> None:
    about = {state for state in answering.STANDARD if answering.names_consultant(state)}
    assert about == {State.HANDED_OVER, State.ACCEPTED}


def test_who_has_left_is_not_shown(lene: StrictClient, session: Session, ann: Consultant) -> None:
    hand_in(lene, ann, picture())
    assert lene.get(f"/konsulent/{ann.id}.jpg").status_code == 200
    ann.staff.active = False
    session.commit()
    assert lene.get(f"/konsulent/{ann.id}.jpg").status_code == 404


def test_a_photo_can_be_deleted(lene: StrictClient, session: Session, ann: Consultant) -> None:
    hand_in(lene, ann, picture())
    token = lene.form(lene.get(f"{HOME}/{ann.id}"))["csrf_token"]
    lene.post(f"{HOME}/{ann.id}/foto/slet", data={"csrf_token": token})
    assert lene.get(f"/konsulent/{ann.id}.jpg").status_code == 404
