"""What PostgreSQL knows of the tables that an import fills, brought up to date while it fills them.

Its own daemon looks once a minute (autovacuum_naptime). Until then searches are planned for the table as it
was: beside the first import of 30,000 ads they went through all of them. SQLite plans without statistics.
"""

from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

LEAST: Final = 1000
"""Fewer changed ads than this are left to PostgreSQL's own daemon."""
SHARE: Final = 0.5
"""From this share of changed ads on plans are no longer good; PostgreSQL's own daemon acts from a tenth."""

_CHANGED: Final = text(
    "SELECT n_mod_since_analyze > :least + :share * n_live_tup FROM pg_stat_user_tables"
    " WHERE relid = CAST('posting' AS regclass)"
)
_ANALYSE: Final = text("ANALYZE posting, posting_token")


def renew(session: Session) -> None:
    """Looks at both tables anew where many ads have changed since the last time, and commits.

    It reads samples, whose size does not grow with the tables.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    if session.scalar(_CHANGED, {"least": LEAST, "share": SHARE}):
        session.execute(_ANALYSE)
    session.commit()
