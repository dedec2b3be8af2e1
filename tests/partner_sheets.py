"""Partners' spreadsheets for the tests of the pages that take them in."""

import io
from typing import Any

from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from source_pages import words_of
from strict_client import StrictClient

UPLOAD = "/personale/kilder/regneark"
HEADINGS = "Reference;Titel;Virksomhed;Postnr;By;Tekst;Ansøgningsfrist;Telefon"


def row(reference: str, **changes: str) -> str:
    values = {
        "Reference": reference,
        "Titel": f"Medhjælper {reference}",
        "Virksomhed": "Testmarked",
        "Postnr": "4200",
        "By": "Slagelse",
        "Tekst": "Du fylder varer op.",
        "Ansøgningsfrist": "",
        "Telefon": "20 11 22 33",
    }
    return ";".join((values | changes).values())


def csv(*rows: str) -> bytes:
    return "\n".join((HEADINGS, *rows)).encode("utf-8-sig")


def upload(
    admin: StrictClient, data: bytes, *, partner: str = "Testmarked", name: str = "job.csv", **more: Any
) -> TestResponse:
    file = FileStorage(io.BytesIO(data), filename=name)
    form = admin.form(admin.get(UPLOAD), partner=partner, sheet=file, **more)
    # Made here and not by the client, which would leave a large file open.
    boundary, body = encode_multipart(form)
    return admin.post(UPLOAD, data=body, content_type=f"multipart/form-data; boundary={boundary}")


def preview(admin: StrictClient, *rows: str, **more: Any) -> str:
    """The address of the preview of a file with these rows."""
    answer = upload(admin, csv(*rows), **more)
    assert answer.status_code == 302, words_of(answer.text)
    return answer.location
