"""The engine and the session: Flask-SQLAlchemy over the plain declarative base, and SQLite's settings.

SQLite runs in WAL mode with full sync, so that what was answered as saved survives a power cut. A
request that may write takes the write lock when its transaction begins: a transaction that reads first
and writes later fails at once if another wrote meanwhile, however long the busy timeout is.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from flask import Flask, current_app, g, has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import Connection, Engine, ExceptionContext, Executable, event
from sqlalchemy.orm import Session, scoped_session

from portal import replica, turns, versions
from portal.models import Base

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 4000",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    # The open cases with their indexes stay in memory (KiB; SQLite's own 2 MiB hold a few hundred of them).
    "PRAGMA cache_size = -16000",
)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

SQLITE_OPTIONS: Final = {
    # What a query asks for in fifty places, such as the time, is worked out and handed over once.
    "paramstyle": "named",
    # What one connection has written the others must read anew. The one that was used last need not.
    "pool_use_lifo": True,
}
SERVER_OPTIONS: Final = {
    # The one that was used last has the questions prepared.
    "pool_use_lifo": True,
    # A connection that broke while it lay in the pool is noticed before it is used.
    "pool_pre_ping": True,
    # A server that is gone may not hold up those who can be answered without it.
    "connect_args": {"connect_timeout": 3, "tcp_user_timeout": 3_000},
}
View = TypeVar("View", bound=Callable[..., Any])
Reading = Session | scoped_session[Any]
"""A session, or the one of this request, which is made when it is first used: most public pages need none."""
READ_ONLY_SERVER: Final = "25006"
"""What PostgreSQL says to a write where it is a replica: `read_only_sql_transaction`."""


class RoutedSession(FlaskSession):
    """Reads from the replica where `portal.replica` says so."""

    def get_bind(self, mapper: Any = None, clause: Any = None, bind: Any = None, **kwargs: Any) -> Any:
        """The engine for one statement."""
        if bind is None and replica.is_read_now():
            return self._db.engines[replica.REPLICA]
        return super().get_bind(mapper=mapper, clause=clause, bind=bind, **kwargs)


# Rows stay readable after a commit: a request is short, and its session ends with it.
db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False, "class_": RoutedSession})
migrate = Migrate(render_as_batch=True)


def init_app(app: Flask) -> None:
    """Binds database, replica and migrations to the application."""
    settings = app.config["SETTINGS"]
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = _options(settings.database)
    if settings.database_read_url:
        url = settings.database_read_url
        app.config["SQLALCHEMY_BINDS"] = {replica.REPLICA: {"url": url, **_options(url)}}
    db.init_app(app)
    migrate.init_app(app, db, directory=str(app.config["MIGRATIONS_DIR"]))
    with app.app_context():
        second = db.engines.get(replica.REPLICA)
        app.extensions["choice"] = replica.Choice(
            versions.Watch(db.engine),
            versions.Watch(second) if second else None,
            cookie=app.config["SESSION_COOKIE_NAME"],
        )


def _options(url: str) -> dict[str, Any]:
    return dict(SQLITE_OPTIONS if url.startswith("sqlite") else SERVER_OPTIONS)


def write(*statements: Executable) -> None:
    """Runs statements as a transaction of their own, for the little that a reading request writes.

    What the session had open is committed first, so that the new transaction begins with its write and
    cannot meet a stale snapshot.
    """
    db.session.commit()
    for statement in statements:
        db.session.execute(statement)
    db.session.commit()


def reads_first(view: View) -> View:
    """Marks a view that is posted to and only reads, but for what the audit trail says of it at its end."""
    view.reads_first = True  # type: ignore[attr-defined]
    return view


@contextmanager
def reading() -> Iterator[None]:
    """What a request that will write reads before, without holding up others who write.

    SQLite lets one at a time write, so its transaction ends here. What was read may change before the write
    begins: that must say over which version it writes. A server has rows to lock, and goes on.
    """
    g.only_reads = True
    try:
        yield
    finally:
        g.only_reads = False
    if db.engine.dialect.name == "sqlite":
        db.session.commit()


def settle() -> bool:
    """Moves the whole write-ahead log of SQLite into its file and empties it, so that what was deleted is in
    neither; False where readers stood in the way. For PostgreSQL there is `portal.rewriting`.
    """
    if db.engine.dialect.name != "sqlite":
        return True
    db.session.commit()
    connection = db.engine.raw_connection()
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.close()
    return not busy


@event.listens_for(Engine, "connect")
def _prepare_connection(connection: Any, _record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    # The driver must not begin transactions by itself; `_begin` does.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


@event.listens_for(Engine, "handle_error")
def _leave_a_demoted_server(context: ExceptionContext) -> None:
    """After a failover the old primary may be a replica: its connections are of no use for writing."""
    if getattr(context.original_exception, "sqlstate", None) == READ_ONLY_SERVER:
        context.is_disconnect = True


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if _only_reads():
        connection.exec_driver_sql("BEGIN")
    else:
        turns.take(connection)
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _only_reads() -> bool:
    if not has_request_context():
        return False
    return request.method in SAFE_METHODS or g.get("only_reads", False) or _reads_first()


def _reads_first() -> bool:
    return getattr(current_app.view_functions.get(request.endpoint or ""), "reads_first", False)
