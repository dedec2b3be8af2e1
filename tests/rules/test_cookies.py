"""P49: only what needs a cookie sets one; the board, and all that is read only, sets none."""

from flask import Flask
from sqlalchemy.orm import Session

from portal.access import audience_of, public
from portal.headers import is_personal
from whole_portal import addresses, fill

# The reading settings are a form too, which anybody may open.
WITH_A_FORM = {"/laesning"}


def _set_by(app: Flask, session: Session) -> set[str]:
    """The public pages that set a cookie in the browser of somebody who comes for the first time."""
    whole = fill(app, session)
    found = set()
    for rule, _, address in addresses(app, whole, {"GET"}):
        audience = audience_of(app.view_functions[rule.endpoint])
        if audience is not None and audience.everyone and not rule.rule.startswith("/personale"):
            with app.test_client().get(address) as answer:
                if "Set-Cookie" in answer.headers:
                    found.add(rule.rule)
    return found


def test_p49_a_cookie_comes_with_a_form_of_ones_own_and_nowhere_else(app: Flask, session: Session) -> None:
    found = _set_by(app, session)
    assert "/ansoeg" in found
    assert {rule for rule in found if not is_personal(rule)} == WITH_A_FORM


def test_p49_a_page_of_the_board_that_set_one_would_be_found(app: Flask, session: Session) -> None:
    def planted() -> tuple[str, dict[str, str]]:
        return "", {"Set-Cookie": "a=b"}

    app.add_url_rule("/planted", "planted", public(planted))
    assert "/planted" in _set_by(app, session)
