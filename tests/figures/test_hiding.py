"""Small counts stay hidden, also from who subtracts what is shown from the total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.figures.hiding import FEWEST, table


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ({"a": 10, "b": 5}, [10, 5], 15),
        ({"a": 10, "b": 0}, [10, 0], 10),
        ({"a": 10, "b": 4, "c": 3}, [10, None, None], 17),
        ({"a": 10, "b": 9, "c": 4}, [10, None, None], 23),
        ({"a": 10, "b": 1, "c": 1}, [None, None, None], 12),
        ({"a": 4}, [None], None),
        ({"a": 1, "b": 1}, [None, None], None),
        ({}, [], 0),
    ],
)
def test_what_is_hidden(counts: dict[str, int], shown: list[int | None], total: int | None) -> None:
    made = table("T", counts)
    assert [line.count for line in made.lines] == shown
    assert made.total == total


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 30), max_size=8))
def test_nothing_below_five_is_shown_or_follows_from_what_is_shown(counts: dict[str, int]) -> None:
    made = table("T", counts)
    hidden = [counts[line.words] for line in made.lines if line.count is None]
    assert not [line for line in made.lines if line.count is not None and 0 < line.count < FEWEST]
    if made.total is not None and hidden:
        assert len(hidden) >= 2
        assert made.total - sum(line.count or 0 for line in made.lines) >= FEWEST
