"""A stand-in that plays a summer's day, and a way to ask it as an import does."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import requests

from importers.standin.ad import Ad
from importers.standin.ads import demo_ads
from importers.standin.answering import Standin
from importers.standin.server import serve

SUMMER = date(2026, 6, 10)


@pytest.fixture(scope="session")
def ads() -> list[Ad]:
    return demo_ads(SUMMER)


@pytest.fixture(scope="session")
def klapjobs(ads: list[Ad]) -> list[Ad]:
    return [ad for ad in ads if ad.klap]


@pytest.fixture(scope="session")
def others(ads: list[Ad]) -> list[Ad]:
    return [ad for ad in ads if not ad.klap]


@pytest.fixture
def standin(ads: list[Ad]) -> Iterator[Standin]:
    with serve(ads) as running:
        yield running


Ask = Callable[..., requests.Response]


@pytest.fixture
def ask(standin: Standin) -> Ask:
    """Asks for a path with the header Jobnet wants; `headers` replaces it."""

    def get(path: str, *, headers: dict[str, str] | None = None, **params: Any) -> requests.Response:
        sent = {"x-csrf": "1"} if headers is None else headers
        return requests.get(f"{standin.url}/FindJob/{path}", params=params, headers=sent, timeout=60)

    return get


@pytest.fixture
def search(ask: Ask) -> Ask:
    """Asks for the first page of a search; parameters replace the usual ones."""

    def get(**params: Any) -> requests.Response:
        return ask("Search", **({"resultsPerPage": 50, "pageNumber": 1} | params))

    return get
