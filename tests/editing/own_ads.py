"""Writes own ads as an editor or a consultant does."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from editing_room import FACTS, WRITTEN, hidden, token
from portal.models.own_ad import OwnAd
from portal.models.posting import Posting
from strict_client import StrictClient


def begin(client: StrictClient, session: Session, chosen: str = "") -> OwnAd:
    client.post("/personale/eget-opslag/ny", data={"csrf_token": token(client), "fra": chosen})
    session.expire_all()
    return session.scalars(select(OwnAd).order_by(OwnAd.created_at.desc())).first()  # type: ignore[return-value]


def write(client: StrictClient, ad: OwnAd, verb: str, **typed: str) -> Any:
    address = f"/personale/eget-opslag/{ad.id}"
    sent = hidden(client.get(address)) | WRITTEN | FACTS | typed
    return client.post(address, data=sent | {"do": verb})


def answer(client: StrictClient, ad: OwnAd, word: str) -> None:
    sent = {"csrf_token": token(client), "ledigt": word}
    assert client.post(f"/personale/eget-opslag/{ad.id}/svar", data=sent).status_code == 302


def published(editor: StrictClient, session: Session, **typed: str) -> tuple[OwnAd, Posting]:
    ad = begin(editor, session)
    assert write(editor, ad, "publish", **typed).status_code == 302
    session.expire_all()
    return ad, session.get_one(Posting, ad.posting_id)
