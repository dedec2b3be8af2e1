"""What happens inside the child: a question is fetched and read, and the answer is plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from importers.addresses import Access
from importers.fetch import Fetcher, FetchError
from importers.formats import FORMATS
from portal.jobs.incoming import Page, Request, Response

NOT_MODIFIED: Final = 304
TRY_AGAIN: Final = frozenset({408, 429, 500, 502, 503, 504})
MOST_ENTRIES: Final = 5000


@dataclass(frozen=True, kw_only=True)
class Setup:
    """What a child must know of its source."""

    format: str
    url: str
    options: Mapping[str, Any]
    access: Access


@dataclass(frozen=True, kw_only=True)
class Question:
    """One request, with the validators of the answer that was read before. `address` is where the whole
    request has moved to for good, "" where it has not.
    """

    request: Request
    address: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came of a question: a page, "not modified" (status 304), or an error in plain words.

    `retry_after` is what the server asked for, in seconds or as a date; `size` is in bytes; `moved_to` is
    where the request leads to for good.
    """

    page: Page | None = None
    status: int = 0
    error: str = ""
    transient: bool = False
    retry_after: str = ""
    etag: str = ""
    modified: str = ""
    size: int = 0
    moved_to: str = ""


def make(setup: Setup) -> Callable[[Question], Answer]:
    """The child's function from questions to answers."""
    module = FORMATS[setup.format]
    opts = module.options(setup.url, setup.options)
    fetcher = Fetcher(setup.access)

    def answer(question: Question) -> Answer:
        try:
            response = fetcher.fetch(question.request, _conditions(question), address=question.address)
        except FetchError as error:
            return Answer(error=str(error), transient=error.transient)
        except MemoryError:
            return Answer(error="the answer needs too much memory")
        if response.status == 200:
            return _read(lambda: module.read(opts, response), response)
        return _without_page(response)

    return answer


def _conditions(question: Question) -> dict[str, str]:
    stated = {"if-none-match": question.etag, "if-modified-since": question.modified}
    return {name: value for name, value in stated.items() if value}


def _read(reader: Callable[[], Page], response: Response) -> Answer:
    try:
        page = reader()
    except ValueError as error:
        return Answer(status=200, error=str(error) or "unreadable", size=len(response.body))
    except Exception as error:  # noqa: BLE001 - whatever a stranger's bytes provoke ends this answer, not the run
        return Answer(status=200, error=f"unreadable ({type(error).__name__})", size=len(response.body))
    if len(page.entries) + len(page.refusals) > MOST_ENTRIES:
        return Answer(status=200, error=f"more than {MOST_ENTRIES} entries", size=len(response.body))
    return Answer(
        page=page,
        status=200,
        etag=response.headers.get("etag", ""),
        modified=response.headers.get("last-modified", ""),
        size=len(response.body),
        moved_to=response.moved_to,
    )


def _without_page(response: Response) -> Answer:
    known = response.status == NOT_MODIFIED
    return Answer(
        status=response.status,
        error="" if known else f"the server answered {response.status}",
        transient=response.status in TRY_AGAIN,
        retry_after=response.headers.get("retry-after", ""),
        size=len(response.body),
        moved_to=response.moved_to,
    )
