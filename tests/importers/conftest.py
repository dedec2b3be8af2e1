"""A stand-in Jobnet with a few ads, for the tests of whole runs."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from importers.standin.answering import Standin
from importers.standin.server import serve
from jobnet_run import FEW


@pytest.fixture
def jobnet(session: Session, one_day: None) -> Iterator[Standin]:
    """Twelve native ads, one external, one taken in from elsewhere, six that are no KLAPjobs."""
    with serve(FEW) as standin:
        yield standin
