"""The files of the leaflets: made, kept in the store by an id, listed in the manifest, made anew when stale.

Nothing in an address ever names a file (promise 27): a municipality and a variant lead to a row, the row to
the file. A row that tells of another version than the current one is not served.
"""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import clock, crypto, pdf, storage
from portal.models.base import ID_LENGTH
from portal.models.leaflet import Leaflet, LeafletFile, Variant
from portal.municipalities import leaflet_pdf, reading
from portal.municipalities.leaflet_content import Content
from portal.places.municipalities import MUNICIPALITIES, Municipality

FOLDER: Final = "leaflet"
AS_PUBLISHED: Final = "leaflet-version"
PROCESSES: Final = 2
AHEAD: Final = 2 * PROCESSES
"""So many pages wait for a process to draw them; a longer queue would only take memory."""
A_LIFE: Final = 50
"""A process makes way for a fresh one after so many files, which gives back what the libraries kept."""
A_ROUND: Final = 4
"""So many files the worker makes at a time, so that mail does not wait for leaflets."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """A file that has to be made."""

    content: Content
    variant: Variant


def current(session: Session, place: Municipality, variant: Variant) -> bytes:
    """A municipality's leaflet as it is now, a PDF: the file in the store, or one made on the spot.

    Raises pdf.PdfUnavailableError where it would have to be made and cannot be.
    """
    own = reading.published(session, [place.code]).get(place.code)
    if own is not None and own.uploaded and variant is Variant.FOLDED:
        data = storage.get(own.uploaded)
        if data is not None:
            return data
    row = _row(session, place.code, variant)
    if row is not None and row.number == (own.number if own else 0):
        data = storage.get(_key(row))
        if data is not None:
            return data
    [content] = reading.contents(session, [place])
    return _drawn(content, variant)


def size_of(session: Session, place: Municipality, own: Leaflet | None) -> int | None:
    """How many bytes the leaflet has, where it is known without making it."""
    if own is not None and own.uploaded:
        return own.uploaded_size
    row = _row(session, place.code, Variant.FOLDED)
    return row.size if row is not None and row.number == (own.number if own else 0) else None


def due(session: Session, wanted: Sequence[Municipality] = MUNICIPALITIES) -> Iterator[Due]:
    """The files that are missing or no longer say what is so."""
    made = {(row.municipality_code, row.variant): row.made_of for row in session.scalars(select(LeafletFile))}
    for content in reading.contents(session, wanted):
        mark = leaflet_pdf.made_of(content)
        for variant in Variant:
            if made.get((content.code, variant)) != mark:
                yield Due(content=content, variant=variant)


def build(session: Session, files: Iterable[Due]) -> Iterator[Due]:
    """Makes files, each in its own transaction, on two processors; yields each when it is kept.

    Raises pdf.PdfUnavailableError.
    """
    _let_others_write(session)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"), max_tasks_per_child=A_LIFE) as pool:
        yield from _build(session, files, pool)


def build_one(session: Session, place: Municipality) -> None:
    """Makes the stale files of one municipality, as when its leaflet has just been given out. Commits."""
    if pdf.is_available():
        _make(session, list(due(session, [place])))


def keep_as_published(session: Session, own: Leaflet, place: Municipality) -> None:
    """Keeps what a version looks like on the day it is given out; no later change of facts reaches it."""
    if not own.uploaded and pdf.is_available():
        storage.put(f"{AS_PUBLISHED}/{own.id}", current(session, place, Variant.FOLDED))


def as_published(own: Leaflet) -> bytes | None:
    """The PDF that a version was when it was given out; None where none was kept."""
    return storage.get(own.uploaded or f"{AS_PUBLISHED}/{own.id}")


def build_some(session: Session, most: int = A_ROUND) -> int:
    """What the worker does in a round: makes a few stale files; answers with how many. Commits.

    It begins when somebody has had them all made once; until then each is made when it is asked for.
    """
    if not pdf.is_available() or session.scalar(select(LeafletFile.id).limit(1)) is None:
        return 0
    files = list(islice(due(session), most))
    _make(session, files)
    return len(files)


def _make(session: Session, files: Iterable[Due]) -> None:
    _let_others_write(session)
    for file in files:
        keep(session, file, leaflet_pdf.draw(file.content, file.variant))


def _let_others_write(session: Session) -> None:
    """Nobody waits for a drawing: SQLite lets one transaction at a time write, and reading began one."""
    session.commit()


def _build(session: Session, files: Iterable[Due], pool: Executor) -> Iterator[Due]:
    drawn: deque[tuple[Due, Future[bytes]]] = deque()
    for file in files:
        page, images = leaflet_pdf.page(file.content, file.variant), leaflet_pdf.images(file.content)
        drawn.append((file, pool.submit(pdf.render_with, page, images)))
        if len(drawn) > AHEAD:
            yield _kept(session, *drawn.popleft())
    while drawn:
        yield _kept(session, *drawn.popleft())


def _kept(session: Session, file: Due, drawn: "Future[bytes]") -> Due:
    keep(session, file, drawn.result())
    return file


def keep(session: Session, file: Due, data: bytes) -> None:
    """The new file is safe before the row names it; the old one goes when no row names it any more. Commits.

    Where somebody else kept one in the same moment, theirs stays; `due` finds out whether it is stale.
    """
    file_id = crypto.unmistakable(ID_LENGTH)
    storage.put(f"{FOLDER}/{file_id}", data)
    former = _row(session, file.content.code, file.variant)
    forget = _key(former) if former is not None else None
    if former is not None:
        session.execute(delete(LeafletFile).where(LeafletFile.id == former.id))
    session.add(
        LeafletFile(
            id=file_id,
            municipality_code=file.content.code,
            variant=file.variant,
            number=file.content.number,
            made_of=leaflet_pdf.made_of(file.content),
            made_at=clock.now(),
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )
    )
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        forget = f"{FOLDER}/{file_id}"
    if forget is not None:
        storage.delete(forget)


def _row(session: Session, code: str, variant: Variant) -> LeafletFile | None:
    return session.scalar(
        select(LeafletFile).where(LeafletFile.municipality_code == code, LeafletFile.variant == variant)
    )


def _key(row: LeafletFile) -> str:
    return f"{FOLDER}/{row.id}"


@lru_cache(maxsize=8)
def _drawn(content: Content, variant: Variant) -> bytes:
    return leaflet_pdf.draw(content, variant)
