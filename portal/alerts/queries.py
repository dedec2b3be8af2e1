"""What the pages of alerts read."""

from typing import Final
from urllib.parse import parse_qsl

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, crypto
from portal.lookout import lookout
from portal.models.subscription import Subscription

ALL_JOBS: Final = "alle jobs"
LONGEST_TOKEN: Final = 64


def by_token(session: Session, token: str) -> Subscription | None:
    """The wish whose messages lead to this token, unless its time is over."""
    if len(token) > LONGEST_TOKEN:
        return None
    found = select(Subscription).where(
        Subscription.token_hash == crypto.token_hash(token), Subscription.expires_at > clock.now()
    )
    return session.scalar(found)


def search_words(query: str) -> str:
    """What a kept search looks for, in words."""
    return lookout().understand(dict(parse_qsl(query))).words or ALL_JOBS
