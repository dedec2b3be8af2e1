"""What the pages of the form read: the browser's application, its answers, and the jobs it names."""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session, object_session
from sqlalchemy.orm.attributes import set_committed_value

from portal import clock, postings
from portal.apply.kinds import Answer
from portal.apply.questions import BY_KEY
from portal.models.application import Application, State
from portal.models.posting import Posting, PostingState
from portal.models.school import School


def is_draft(application: Application) -> bool:
    """Whether it can still be written in."""
    return application.state == State.DRAFT


def answers_of(application: Application | None) -> dict[str, Answer]:
    """The answers by key; of a draft, those of branches left behind too. None has none."""
    rows = json.loads(application.answers or "[]") if application else []
    return {row["key"]: Answer(**row) for row in rows}


def as_stored(answers: Iterable[Answer]) -> str:
    """Answers as `Application.answers` keeps them."""
    return json.dumps([answer.as_json() for answer in answers], ensure_ascii=False)


def to_confirm(known: Mapping[str, str]) -> list[Answer]:
    """What somebody said in the guide, as answers that are shown and still wait to be confirmed."""
    return [
        Answer(key=key, question="", value=value, text="") for key, value in known.items() if key in BY_KEY
    ]


def job(session: Session, posting_id: str) -> Posting | None:
    """The ad with this id, open or closed; for a duplicate, the ad that is shown in its place."""
    found = session.get(Posting, posting_id)
    return _shown(found) if found is not None else None


def _shown(posting: Posting) -> Posting:
    """The ad that readers see: itself, or for a duplicate the one in its place."""
    session = object_session(posting)
    if session is None or posting.state != PostingState.DUPLICATE or not posting.duplicate_of_id:
        return posting
    return session.get(Posting, posting.duplicate_of_id) or posting


def is_open(posting: Posting) -> bool:
    """Whether one can still apply for it: what `postings.is_open` asks of rows, of one that is at hand."""
    last_day = posting.deadline or posting.expires_on
    return posting.state == PostingState.OPEN and (last_day is None or last_day >= clock.today())


def open_jobs(application: Application) -> list[Posting]:
    """The jobs it names that one can still get."""
    return [job for job in _named(application) if is_open(job)]


def closed_jobs(application: Application) -> list[Posting]:
    """The jobs it names that closed in the meantime."""
    return [job for job in _named(application) if not is_open(job)]


def _named(application: Application) -> list[Posting]:
    """The jobs it names, each once; an ad may have become a duplicate of another since."""
    if application.has_wishes is False and "wishes" in inspect(application).unloaded:
        set_committed_value(application, "wishes", [])
    return list(dict.fromkeys(_shown(wish.posting) for wish in application.wishes))


def open_jobs_named(session: Session, ids: Iterable[str]) -> list[Posting]:
    """Those of the named jobs that exist and are open."""
    query = select(Posting).where(Posting.id.in_(list(ids)), postings.is_open())
    return list(session.scalars(query.order_by(Posting.id)))


def title_of(posting: Posting) -> str:
    """A job in a few words: "Medarbejder i bageren, Testmarked, Slagelse"."""
    parts = (posting.easy_title or posting.title, posting.employer, posting.town)
    return ", ".join(part for part in parts if part)


def school_names(session: Session) -> tuple[str, ...]:
    """The names of the STU schools that staff keep, in their order: suggestions, no list to choose from."""
    return tuple(session.scalars(select(School.name).distinct().order_by(School.name)))
