"""One made-up reader of the demo who hears of new jobs, so that such a mail lies in the mailbox."""

from datetime import timedelta
from typing import Final

from sqlalchemy.orm import Session

from portal import clock
from portal.alerts import actions
from portal.models.mail import Channel

READER: Final = "bente@demo.example"
SEARCH: Final = "fag=koekken"


def wait_for_jobs(session: Session) -> bool:
    """Keeps the wish, with a yes and due at once; False where it is there already. Commits."""
    wish = actions.keep(session, address=READER, channel=Channel.MAIL, search=SEARCH)
    if wish.confirmed_at is not None:
        return False
    actions.say_yes(session, wish)
    wish.told_until = clock.now() - timedelta(days=1)
    wish.next_at = clock.now()
    session.commit()
    return True
