"""A time for those who wait for new jobs."""

from collections.abc import Iterator

import pytest
import time_machine

from alerts.wishes import MONDAY


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    """A Monday at noon; a test may travel on from there."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller
