"""Rows of bits as whole numbers of Python. Pure."""

from collections.abc import Iterable, Iterator
from typing import Final

CHUNK: Final = 64
"""Bytes that are passed over at once, where none of their bits is wanted."""
WORD: Final = 8


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
        here = int.from_bytes(data[start : start + CHUNK], "little").bit_count()
        if here <= skip:
            skip -= here
            continue
        for byte in range(start, start + CHUNK, WORD):
            word = int.from_bytes(data[byte : byte + WORD], "little")
            here = word.bit_count()
            if here <= skip:
                skip -= here
                continue
            while word:
                lowest = word & -word
                word ^= lowest
                if skip:
                    skip -= 1
                else:
                    yield byte * 8 + lowest.bit_length() - 1
