"""What people do with alerts: ask for one, say yes, keep it another year, stop."""

from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import clock, crypto, limits, outbox
from portal.models.mail import Channel
from portal.models.subscription import Frequency, Subscription

UNCONFIRMED: Final = timedelta(days=7)
"""An address whose owner has not said yes is kept no longer."""
LIVES: Final = timedelta(days=365)
MORNING: Final = time(7)
MOST_A_DAY: Final = 5
"""Messages about a yes to one address in a day: nobody can use the portal to fill another's mailbox."""
DAY: Final = timedelta(days=1)


def ask(
    session: Session, *, address: str, channel: Channel, frequency: Frequency, search: str
) -> Subscription | None:
    """Keeps a wish that waits for the yes of the address's owner, and sends the question there.

    A wish that is there already is asked about again, so nobody learns whose address is known. None where
    the address has been asked too often today.
    """
    asked = limits.count(session, "alert", address.lower(), window=DAY)
    if asked > MOST_A_DAY:
        session.commit()
        return None
    wish, now = keep(session, address=address, channel=channel, search=search), clock.now()
    if wish.expires_at <= now:
        # Its year is over, and it is forgotten in the night: the yes of then opens nothing any more.
        wish.confirmed_at = wish.warned_at = wish.next_at = None
    if wish.confirmed_at is None:
        wish.frequency, wish.expires_at = frequency, now + UNCONFIRMED
    send(session, wish, "alert_confirm", last_day=clock.to_local(wish.expires_at).date())
    session.commit()
    return wish


def keep(session: Session, *, address: str, channel: Channel, search: str) -> Subscription:
    """The wish of an address for a search, the same one however often it is asked for; the caller commits."""
    key = _finding_key(address, channel, search)
    same = select(Subscription).where(Subscription.finding_key == key)
    known = session.scalar(same)
    if known is not None:
        return known
    try:
        with session.begin_nested():
            return _new(session, address, channel, search)
    except IntegrityError:
        # Asked for twice at once: the other was quicker.
        return session.scalars(same).one()


def say_yes(session: Session, wish: Subscription) -> None:
    """The owner of the address says yes, for a year from now; once more means for another year."""
    now = clock.now()
    if wish.confirmed_at is None:
        wish.confirmed_at = wish.told_until = now
        wish.next_at = next_morning(now, wish.frequency)
    wish.expires_at, wish.warned_at = now + LIVES, None
    session.commit()


def stop(session: Session, wish: Subscription) -> None:
    """Forgets the address and the search, and what is still to be sent there."""
    outbox.take_back(session, wish.token)
    session.delete(wish)
    session.commit()


def send(session: Session, wish: Subscription, kind: str, **words: Any) -> None:
    """Queues one message of a kind on the channel of a wish; the caller commits."""
    page = f"{current_app.config['SETTINGS'].base_url}/besked/{wish.token}"
    if wish.channel is Channel.MAIL:
        stop_at = f"{page}/stop"
        outbox.queue(session, kind, to=wish.address, one_click=stop_at, link=page, stop=stop_at, **words)
    else:
        outbox.queue_sms(session, kind, to=wish.address, link=page, **words)


def next_morning(now: datetime, frequency: Frequency) -> datetime:
    """The next moment to tell: seven in the morning in Copenhagen, tomorrow or on the coming Monday (UTC)."""
    day = clock.to_local(now).date()
    days = 1 if frequency is Frequency.DAILY else 7 - day.weekday()
    return datetime.combine(day + timedelta(days=days), MORNING, clock.COPENHAGEN).astimezone(UTC)


def _new(session: Session, address: str, channel: Channel, search: str) -> Subscription:
    token, now = crypto.token(), clock.now()
    wish = Subscription(
        finding_key=_finding_key(address, channel, search),
        token_hash=crypto.token_hash(token),
        channel=channel,
        frequency=Frequency.WEEKLY,
        created_at=now,
        told_until=now,
        expires_at=now + UNCONFIRMED,
    )
    wish.address, wish.search, wish.token = address, search, token
    session.add(wish)
    return wish


def _finding_key(address: str, channel: Channel, search: str) -> str:
    return crypto.keyring().keyed_hash(f"{channel}|{address.lower()}|{search}", purpose="subscription")
