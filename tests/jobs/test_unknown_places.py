"""Ads whose place is not known wait on a list, while readers see them all the same."""

from sqlalchemy.orm import Session

from factories import make_posting
from portal import postings
from portal.models.posting import PostingState


def test_open_ads_without_a_municipality_are_listed(session: Session) -> None:
    nowhere = {"municipality_code": None, "area": None, "postal_code": "", "town": ""}
    unknown = make_posting(session, reference="unknown", **nowhere)
    make_posting(session, reference="known")
    make_posting(session, reference="closed", state=PostingState.CLOSED, **nowhere)
    make_posting(session, reference="twin", state=PostingState.DUPLICATE, **nowhere)
    assert postings.without_place(session) == [unknown]
    assert postings.count_open(session) == 2
