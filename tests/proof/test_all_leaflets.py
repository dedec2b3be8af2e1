"""All 98 leaflets, in each variant, pass every rule of PDF/UA and fit their panels."""

import page as checker
import pytest
from sqlalchemy.orm import Session

from portal.models.leaflet import Variant
from portal.municipalities import leaflet_pdf, reading
from portal.places.municipalities import MUNICIPALITIES


@pytest.mark.parametrize("variant", list(Variant))
def test_all_98_pass_pdf_ua(session: Session, variant: Variant) -> None:
    found = {}
    for content in reading.contents(session, MUNICIPALITIES):
        report = checker.validate_pdf_bytes(leaflet_pdf.draw(content, variant))
        if not report.is_compliant:
            found[content.place] = [failure.rule_id for failure in report.failures]
    assert found == {}


def test_all_98_fit_their_panels(session: Session) -> None:
    contents = reading.contents(session, MUNICIPALITIES)
    assert {c.place: full for c in contents if (full := leaflet_pdf.overfull(c))} == {}
