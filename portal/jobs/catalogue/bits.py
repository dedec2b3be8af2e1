"""Rows of bits as whole numbers of Python. Pure."""

from collections.abc import Iterable, Iterator
from typing import Final

CHUNK: Final = 64
"""Bytes that are looked through at once."""


def mask_of(positions: Iterable[int], size: int) -> int:
    """The number whose bits stand at these positions, all below `size`."""
    data = bytearray(size // 8 + 1)
    for position in positions:
        data[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(data, "little")


def positions(mask: int, skip: int = 0) -> Iterator[int]:
    """The positions of the bits, lowest first, without the first `skip` of them."""
    data = mask.to_bytes((mask.bit_length() + 7) // 8, "little")
    for start in range(0, len(data), CHUNK):
        chunk = int.from_bytes(data[start : start + CHUNK], "little")
        here = chunk.bit_count()
        if here <= skip:
            skip -= here
            continue
        for offset in _offsets(chunk, skip):
            yield start * 8 + offset
        skip = 0


def _offsets(chunk: int, skip: int) -> Iterator[int]:
    while chunk:
        lowest = chunk & -chunk
        chunk ^= lowest
        if skip:
            skip -= 1
        else:
            yield lowest.bit_length() - 1
