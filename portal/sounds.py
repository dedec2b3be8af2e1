"""What kind of sound some bytes are, told from how they begin; they are never decoded here. Pure."""

from collections.abc import Callable
from typing import Final

# An EBML header names its document type, and the tracks come soon after it (RFC 8794; RFC 9559, 5.1.4).
_BEGINNING: Final = 4096
SHORTEST: Final = 64


def media_type(content: bytes) -> str | None:
    """The media type of a recording, or None where it is no sound that browsers play.

    Known are WebM, Ogg, MP4 (also of iPhones), WAV, MP3 and AAC, which is what browsers and phones record.
    """
    if len(content) < SHORTEST:
        return None
    start = content[:_BEGINNING]
    return next((kind for kind, fits in _KNOWN if fits(start)), None)


def _is_webm(start: bytes) -> bool:
    return (
        start.startswith(b"\x1a\x45\xdf\xa3")
        and b"webm" in start[:64]
        and b"A_" in start
        and b"V_" not in start
    )


def _is_ogg(start: bytes) -> bool:
    return start.startswith(b"OggS") and (b"OpusHead" in start[:64] or b"\x01vorbis" in start[:64])


def _is_mp4(start: bytes) -> bool:
    return start[4:8] == b"ftyp"


def _is_wav(start: bytes) -> bool:
    return start.startswith(b"RIFF") and start[8:12] == b"WAVE"


def _is_mp3(start: bytes) -> bool:
    """An ID3v2 tag, or the sync word of a frame of layer III (ISO/IEC 11172-3, 2.4.1.3)."""
    return start.startswith(b"ID3") or (start[0] == 0xFF and start[1] & 0xE6 == 0xE2)


def _is_aac(start: bytes) -> bool:
    """The sync word of an ADTS frame, whose layer is 0 (ISO/IEC 13818-7, 6.2.1)."""
    return start[0] == 0xFF and start[1] & 0xF6 == 0xF0


_KNOWN: Final[tuple[tuple[str, Callable[[bytes], bool]], ...]] = (
    ("audio/webm", _is_webm),
    ("audio/ogg", _is_ogg),
    ("audio/mp4", _is_mp4),
    ("audio/wav", _is_wav),
    ("audio/mpeg", _is_mp3),
    ("audio/aac", _is_aac),
)
