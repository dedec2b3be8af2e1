"""JSON as hostile servers may send it: any value, and saved feeds with something in them changed."""

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from portal.jobs.incoming import Page

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.text("/Date()-+0123456789"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def changed(data: st.DataObject, saved: Any) -> Any:
    """A copy of `saved` in which up to three values, however deep, are left out or replaced by any JSON."""
    answer = copy.deepcopy(saved)
    for _ in range(data.draw(st.integers(1, 3))):
        place = answer
        while True:
            keys = sorted(place) if isinstance(place, dict) else range(len(place))
            key = data.draw(st.sampled_from(keys)) if keys else None
            if key is None:
                break
            inner = place[key]
            if isinstance(inner, dict | list) and inner and data.draw(st.integers(0, 3)):
                place = inner
                continue
            if data.draw(st.booleans()):
                place[key] = data.draw(JSON)
            else:
                del place[key]
            break
    return answer


def page_or_reason(read: Callable[[], Page]) -> Page | str:
    """What was read, or why it was refused; anything but a ValueError goes on."""
    try:
        return read()
    except ValueError as error:
        return str(error)
