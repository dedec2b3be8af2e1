"""Voice answers: kept sealed and bound to their row, heard by who may see the case, deleted with it.

The row comes first and the sound after it, and a sound goes before its row does: what is cut off between
leaves a row without a sound, which says nothing, or a sound without a row, which `sweep` removes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from portal import clock, crypto, sounds, storage
from portal.models.application import Application
from portal.models.recording import Recording

LARGEST: Final = 3 * 1024 * 1024
LONGEST_SECONDS: Final = 120
FOLDER: Final = "voice/"
_TABLE: Final = Recording.metadata.tables[Recording.__tablename__]
_KNOWN: Final = select(_TABLE.c.id).where(_TABLE.c.application_id == bindparam("application"))


class NoSoundError(ValueError):
    """The bytes are no recording that a browser could play."""


class TooLongError(ValueError):
    """The recording is larger than two minutes of speech ever are."""


@dataclass(frozen=True, kw_only=True)
class Sound:
    """A recording as it was made."""

    content: bytes
    media_type: str


def keep(session: Session, application: Application, content: bytes) -> Recording:
    """Keeps a recording for an application and commits; the bytes stay as they are.

    Raises NoSoundError and TooLongError.
    """
    if len(content) > LARGEST:
        raise TooLongError
    kind = sounds.media_type(content)
    if kind is None:
        raise NoSoundError
    recording = Recording(application_id=application.id, created_at=clock.now(), media_type=kind)
    session.add(recording)
    session.commit()
    storage.put(recording.key, crypto.keyring().seal_bytes(content, place=recording.place))
    return recording


def of(session: Session, application: Application) -> list[Recording]:
    """The recordings of an application, the oldest first."""
    query = select(Recording).where(Recording.application_id == application.id)
    return list(session.scalars(query.order_by(Recording.created_at, Recording.id)))


def find(session: Session, application: Application, recording_id: str) -> Recording | None:
    """The recording with this id if it belongs to the application."""
    found = session.get(Recording, recording_id)
    return found if found is not None and found.application_id == application.id else None


def sound(recording: Recording) -> Sound | None:
    """The sound, opened; None where it is gone. Raises CannotOpenError where it was changed or moved."""
    sealed = storage.get(recording.key)
    if sealed is None:
        return None
    content = crypto.keyring().open_bytes(sealed, place=recording.place)
    return Sound(content=content, media_type=recording.media_type)


def place_of(key: str) -> str:
    """What the sound under a key of the store is bound to when it is sealed."""
    return Recording(id=key.removeprefix(FOLDER)).place


def drop(session: Session, application: Application, *, but: Iterable[str] = ()) -> None:
    """Deletes the recordings of an application, all or all but some. The caller commits."""
    if application.has_recordings is False:
        return
    known = set(session.scalars(_KNOWN, {"application": application.id}))
    for recording_id in known.difference(but):
        recording = session.get_one(Recording, recording_id)
        storage.delete(recording.key)
        session.delete(recording)


def sweep(session: Session) -> int:
    """Deletes sounds whose rows are gone, and gives how many; what deletes a case need not know of them."""
    there = {key.removeprefix(FOLDER) for key in storage.keys(FOLDER)}
    known = set(session.scalars(select(Recording.id).where(Recording.id.in_(there)))) if there else set()
    for orphan in there - known:
        storage.delete(f"{FOLDER}{orphan}")
    return len(there - known)
