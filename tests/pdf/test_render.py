"""PDF files: tagged for those who cannot see, whole in themselves, made of our own files alone (P49)."""

import page
import pytest

from portal import pdf

FONT = "vendor/atkinson-hyperlegible-next-5.3.0/latin-400-700.woff2"
BODY = (
    '<h1>Ærø</h1><p>En <b>fed</b> tekst</p><ul><li>brød</li></ul><p><a href="https://example.com/">Se</a></p>'
)


def document(body: str = BODY) -> str:
    style = f"<style>@font-face {{font-family: Own; src: url({FONT})}} body {{font-family: Own}}</style>"
    return (
        f'<!DOCTYPE html><html lang="da"><head><title>Prøve</title>{style}</head><body>{body}</body></html>'
    )


def failures(made: bytes) -> list[str]:
    return [failure.rule_id for failure in page.validate_pdf_bytes(made).failures]


def test_a_file_passes_every_rule_of_pdf_ua() -> None:
    assert failures(pdf.render(document())) == []


def test_the_checker_finds_a_picture_that_nobody_describes() -> None:
    made = pdf.render(document('<h1>Ærø</h1><p><img src="vendor/openmoji-17.0.0/shop.svg" alt=""></p>'))
    assert failures(made) == ["PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"]


def test_a_picture_may_be_given_along() -> None:
    given = {"kode": pdf.Image(data=b'<svg xmlns="http://www.w3.org/2000/svg"/>', mimetype="image/svg+xml")}
    body = '<h1>Ærø</h1><p><img src="given/kode" alt="En kode"></p>'
    assert failures(pdf.render(document(body), images=given)) == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/x.png",
        "../pdf.py",
        "%2e%2e/pdf.py",
        "data:image/png;base64,AAAA",
        "given/unknown",
        "vendor/openmoji-17.0.0/none.svg",
    ],
)
def test_nothing_but_the_portals_own_files_is_ever_read(address: str) -> None:
    with pytest.raises(pdf.NotOursError):
        pdf.render(document(f'<h1>Ærø</h1><img src="{address}" alt="x">'))


def test_without_pango_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    assert not pdf.is_available()
    with pytest.raises(pdf.PdfUnavailableError, match="apt-get install libpango"):
        pdf.render(document())
