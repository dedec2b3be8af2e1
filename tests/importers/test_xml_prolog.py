"""What reaches a parser of XML: nothing that grows, reads files or nests too deep; slips are mended (P24)."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_twins import read
from importers import decoding
from importers.xml_prolog import Document, RefusedXmlError, screen
from odd_server import answer, odd_server
from portal.jobs.incoming import Request, Response

REQUEST = Request(url="https://x.dk", tag="")


def screened(source: str | bytes, content_type: str = "") -> Document:
    body = source if isinstance(source, bytes) else source.encode()
    return screen(Response(request=REQUEST, status=200, body=body, headers={"content-type": content_type}))


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]>',
        '<!DOCTYPE r SYSTEM "x.dtd" [<!ENTITY a "b">]>',
        '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://x.dk/x.dtd"> %a;]>',
        "<!DOCTYPE r []>",
        '<!doctype r [<!entity a "b">]>',
        '<?broken <!DOCTYPE r [<!ENTITY a "b">]>',
        '<!ENTITY a "b">',
    ],
)
def test_definitions_inside_are_refused(prolog: str) -> None:
    with pytest.raises(RefusedXmlError, match=r"^the XML brings definitions of its own \(DTD\)$"):
        screened(f"{prolog}<r>&a;</r>")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_no_encoding_hides_definitions(encoding: str) -> None:
    with pytest.raises(RefusedXmlError):
        screened('<!DOCTYPE r [<!ENTITY a "b">]><r/>'.encode(encoding))


@pytest.mark.parametrize(
    "doctype",
    ['<!DOCTYPE r SYSTEM "x.dtd">', '<!DOCTYPE r PUBLIC "-//A//B" "http://x.dk/x.dtd">', "<!DOCTYPE r>"],
)
def test_a_doctype_that_only_points_elsewhere_is_taken_off(doctype: str) -> None:
    assert screened(f"<?xml version='1.0'?>{doctype}<r>a</r>") == Document(text="<r>a</r>", root="r")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
BOMBS = {
    "billion laughs": f"<!DOCTYPE rss [{LAUGHS}]>",
    "quadratic": f'<!DOCTYPE rss [<!ENTITY l9 "{"lol" * 50_000}">]>',
    "file": '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "file://{file}">]>',
    "address": '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "{url}">]>',
    "parameter entity": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "{url}"> %p;]>',
    "external DTD": '<!DOCTYPE rss SYSTEM "{url}">',
    "external DTD of a file": '<!DOCTYPE rss SYSTEM "file://{file}">',
}


@pytest.mark.parametrize("feed_format", ["rss", "indeed_xml"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_p24_bombs_and_foreign_entities_read_nothing_dial_nobody_and_take_no_time(
    tmp_path: Path, bomb: str, feed_format: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hemmeligt")
    with odd_server(lambda _, handler: answer(handler, b"<!ENTITY l9 'hemmeligt'>")) as server:
        prolog = BOMBS[bomb].replace("{url}", server.url).replace("{file}", f"{secret}")
        items = "<item><title>Job &l9;</title><link>https://x.dk/1</link></item>" * 50
        began = process_time()
        try:
            told = repr(
                read(feed_format, f"{prolog}<rss version='2.0'><channel>{items}</channel></rss>".encode())
            )
        except ValueError as error:
            told = f"{error}"
        assert process_time() - began < 1
        assert server.asked == []
    assert ("hemmeligt" in told, "lollol" in told) == (False, False)


def test_a_whole_document_in_cdata_is_text() -> None:
    source = '<r><![CDATA[<!DOCTYPE html [<!ENTITY a "b">]>&a;]]></r>'
    assert screened(source).text == source


def test_a_document_may_be_a_hundred_deep_and_no_deeper() -> None:
    assert screened("<a>" * 100 + "</a>" * 100).well_formed
    with pytest.raises(RefusedXmlError, match=r"^the XML is nested too deeply$"):
        screened("<a>" * 101)


def test_the_root_and_its_namespaces_are_known() -> None:
    document = screened('<rss xmlns="urn:a" xmlns:b="urn:b" version="2.0"><x xmlns:c="urn:c"/></rss>')
    assert (document.root, document.namespaces) == ("rss", {"": "urn:a", "b": "urn:b"})


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("<r>A & B &amp; C</r>", "<r>A &amp; B &amp; C</r>"),
        ("<r>&oslash;&nbsp;&unknown;</r>", "<r>ø\u00a0&amp;unknown;</r>"),
        ("<r>&LT;&#60;&#xF8;&#x1F;&#0;&#55357;&#9999999;</r>", "<r>&#60;&#60;&#xF8;</r>"),
        ("<r>?a=1&b=2</r>", "<r>?a=1&amp;b=2</r>"),
        ("<r><![CDATA[&oslash; & &#0;]]></r>", "<r><![CDATA[&oslash; & &#0;]]></r>"),
        ("<r>a\x00b\x0bc\uffff</r>", "<r>abc</r>"),
    ],
)
def test_careless_xml_is_mended(source: str, mended: str) -> None:
    assert screened(source) == Document(text=mended, root="r")


@pytest.mark.parametrize(
    ("source", "ends"),
    [
        ("<r>a</r>", True),
        ("<r><b>a</r>", True),
        ("<r><b>a</r>\n\n", True),
        ("<r>a", False),
        ("<r>a</r", False),
    ],
)
def test_a_document_says_whether_its_end_is_there(source: str, ends: bool) -> None:
    assert screened(source).ends is ends


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("ø".encode(), "text/xml; charset=iso-8859-1", "ø"),
        ("ø–".encode("cp1252"), "", "ø–"),
        (b'<?xml encoding="ISO-8859-1"?>\xf8', "text/xml; charset=utf-8", '<?xml encoding="ISO-8859-1"?>ø'),
        (b'<?xml encoding="ISO-8859-15"?>\xa4', "", '<?xml encoding="ISO-8859-15"?>€'),
        (b"\xa4", "text/xml; charset=iso-8859-15", "€"),
        (b"\x81", "text/xml; charset=rot13", "\ufffd"),
        ("ø".encode("utf-8-sig"), "", "ø"),
        ("<ø".encode("utf-16"), "", "<ø"),
        ("<ø".encode("utf-16-be"), "", "<ø"),
        ("<ø".encode("utf-32"), "", "<ø"),
    ],
)
def test_bytes_are_decoded_by_what_they_are_before_what_they_claim(
    body: bytes, content_type: str, text: str
) -> None:
    assert decoding.text(body, content_type) == text


@given(st.binary(max_size=100), st.text(max_size=40))
def test_all_bytes_are_some_text(body: bytes, content_type: str) -> None:
    text = decoding.text(body, content_type)
    assert text.encode().decode() == text


@given(st.text(st.sampled_from("<>&;#![]-?ax\x00\"'/ \ud800é"), max_size=60))
def test_what_passes_has_no_definitions_and_no_bare_ampersand(source: str) -> None:
    try:
        document = screened(source.encode("utf-8", "surrogatepass"))
    except RefusedXmlError:
        return
    assert "<!DOCTYPE" not in document.text
    assert "\x00" not in document.text
