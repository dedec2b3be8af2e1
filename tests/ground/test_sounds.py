"""What kind of sound some bytes are, told from how they begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import sounds

REST = b"\0" * 100
KNOWN = {
    b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + REST + b"A_OPUS": "audio/webm",
    b"OggS" + b"\0" * 24 + b"OpusHead" + REST: "audio/ogg",
    b"OggS" + b"\0" * 24 + b"\x01vorbis" + REST: "audio/ogg",
    b"\0\0\0\x1cftypM4A " + REST: "audio/mp4",
    b"RIFF\0\0\0\0WAVEfmt " + REST: "audio/wav",
    b"ID3\x04" + REST: "audio/mpeg",
    b"\xff\xfb\x90" + REST: "audio/mpeg",
    b"\xff\xf1P" + REST: "audio/aac",
}


@pytest.mark.parametrize(("content", "kind"), KNOWN.items(), ids=KNOWN.values())
def test_what_browsers_and_phones_record_is_known(content: bytes, kind: str) -> None:
    assert sounds.media_type(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"OggS",
        b"RIFF\0\0\0\0AVI " + REST,
        b"OggS" + b"\0" * 24 + b"\x80theora" + REST,
        b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + REST + b"V_VP8 A_OPUS",
        b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska" + REST + b"A_OPUS",
        b"%PDF-1.7" + REST,
        b"<!DOCTYPE html>" + REST,
        b"\xff\xd8\xff\xe0" + REST,
    ],
)
def test_anything_else_is_no_sound(content: bytes) -> None:
    assert sounds.media_type(content) is None


@given(st.binary(max_size=300))
def test_any_bytes_have_an_answer(content: bytes) -> None:
    assert sounds.media_type(content) in {None, *KNOWN.values()}
