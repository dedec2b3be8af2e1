"""Whatever bytes arrive, a reader answers with a page or refuses with a reason."""

from hypothesis import given, settings
from hypothesis import strategies as st

from feed_twins import Saved, read, saved
from portal.jobs.incoming import Page

FORMATS = ("rss", "teamtailor", "indeed_xml", "jsonld")
FEEDS = [(name, feed) for name in FORMATS for feed in saved(name)]
PIECES = (
    b"<",
    b">",
    b"]]>",
    b"<![CDATA[",
    b"&",
    b"&#",
    b'"',
    b"<!--",
    b"<!DOCTYPE x [",
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Saved, bytes]:
    """A saved feed with a few pieces taken out, repeated, or put in."""
    name, feed = draw(st.sampled_from(FEEDS))
    body = feed.body
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = draw(st.integers(start, min(len(body), start + 200)))
        put = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8), st.just(body[start:end] * 2)))
        body = body[:start] + put + body[end:]
    return name, feed, body


def outcome(feed_format: str, body: bytes, says: dict | None = None, **headers: str) -> Page | str:
    try:
        return read(feed_format, body, says, **headers)
    except ValueError as refused:
        return str(refused)


@settings(deadline=None)
@given(st.sampled_from(FORMATS), st.binary(max_size=300), st.text(max_size=30))
def test_any_bytes_end_in_a_page_or_a_reason(feed_format: str, body: bytes, content_type: str) -> None:
    assert outcome(feed_format, body, **{"content-type": content_type})


@given(spoilt())
@settings(max_examples=400, deadline=None)
def test_a_spoilt_feed_ends_in_a_page_or_a_reason(case: tuple[str, Saved, bytes]) -> None:
    feed_format, feed, body = case
    found = outcome(feed_format, body, feed.says)
    assert found
    if isinstance(found, Page):
        references = [entry.reference for entry in found.entries]
        assert len(references) == len(set(references))
        assert all(entry.reference and entry.title for entry in found.entries)
        assert all(refusal.payload.encode() for refusal in found.refusals)


@given(
    st.sampled_from([(n, f) for n, f in FEEDS if n != "jsonld" and f.body and "error" not in f.says]),
    st.data(),
)
def test_no_cut_makes_a_feed_look_whole(case: tuple[str, Saved], data: st.DataObject) -> None:
    feed_format, feed = case
    # utf-16 takes two bytes a sign; the others one at least, and what stands behind the end is blank.
    cut = data.draw(st.integers(0, len(feed.body.rstrip(b"\n\x00")) - 2))
    found = outcome(feed_format, feed.body[:cut], feed.says)
    assert isinstance(found, str) or not found.complete


NAMES = "content links tags summary title guid id link published updated expired source image author".split()
ELEMENTS = st.tuples(st.sampled_from(NAMES), st.sampled_from(("", ' a="b"', ' rel="next" href="/2"')))


@given(st.lists(ELEMENTS, max_size=4), st.lists(ELEMENTS, max_size=6))
@settings(deadline=None)
def test_no_name_of_an_element_confuses_the_reader_of_rss(
    channel: list[tuple[str, str]], item: list[tuple[str, str]]
) -> None:
    around, inside = (
        "".join(f"<{name}{attributes}>x</{name}>" for name, attributes in elements)
        for elements in (channel, item)
    )
    body = f'<rss version="2.0"><channel>{around}<item>{inside}</item></channel></rss>'
    found = outcome("rss", body.encode(), {"options": {"fields": {"town": "content", "deadline": "tags"}}})
    assert isinstance(found, Page)
    assert len(found.entries) + len(found.refusals) == 1
