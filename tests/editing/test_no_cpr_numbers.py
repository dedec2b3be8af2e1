"""P43: what looks like a CPR number is stopped in all that editors type, and stays in its field."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board_ads import make_ad
from editing.own_ads import begin, write
from editing_room import FACTS, token
from portal.models.own_ad import OwnAdState
from portal.models.posting import Posting, PostingState
from strict_client import StrictClient

NUMBER = "120386-1234"
TOLD = "Her står noget, der ligner et CPR-nummer. Slet det."


@pytest.mark.parametrize("verb", ["save", "publish"])
@pytest.mark.parametrize("name", ["employer", "address", "hours"])
def test_p43_no_fact_of_an_own_ad_holds_a_cpr_number(
    editor: StrictClient, session: Session, name: str, verb: str
) -> None:
    ad = begin(editor, session)
    before = ad.content
    page = write(editor, ad, verb, **{name: f"Kim {NUMBER}"})
    session.expire_all()
    assert (page.status_code, page.text.count(TOLD)) == (422, 2)
    assert f'id="{name}" name="{name}" type="text" value="Kim {NUMBER}"' in page.text
    assert f'value="{FACTS["employer"]}"' in page.text or name == "employer"
    assert (ad.content, session.scalars(select(Posting)).all()) == (before, [])


def test_p43_a_remark_to_the_author_holds_no_cpr_number(
    editor: StrictClient, advisor: StrictClient, session: Session
) -> None:
    ad = begin(advisor, session)
    write(advisor, ad, "send")
    page = write(editor, ad, "back", remark=f"Hun er {NUMBER}")
    session.expire_all()
    assert (page.status_code, page.text.count(TOLD)) == (422, 2)
    assert f'value="Hun er {NUMBER}"' in page.text
    assert (ad.state, ad.remark) == (OwnAdState.WAITING, "")


def test_p43_why_an_ad_is_closed_is_said_without_a_cpr_number(editor: StrictClient, session: Session) -> None:
    ad = make_ad(session)
    typed = {"csrf_token": token(editor), "reason": "filled", "note": f"Kim {NUMBER} fik det"}
    page = editor.post(f"/personale/jobopslag/{ad.id}/ned", data=typed)
    session.expire_all()
    assert (page.status_code, page.text.count(TOLD)) == (422, 2)
    assert f'value="Kim {NUMBER} fik det"' in page.text
    assert ad.state is PostingState.OPEN
