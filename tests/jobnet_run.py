"""Runs against the stand-in Jobnet over real HTTP, and what they leave on the board.

The ads are dated from one day: whoever uses them uses the fixture `one_day` too.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from importers.config import SourceConfig
from importers.run import run_source
from importers.standin.ads import demo_ads
from importers.standin.answering import Standin
from portal.jobs.incoming import Receipt
from portal.models.posting import Posting
from still_clock import ONE_DAY

EVERY = demo_ads(ONE_DAY)
KLAP = [ad for ad in EVERY if ad.klap]
OTHERS = [ad for ad in EVERY if not ad.klap]
NATIVE = [ad for ad in KLAP if not ad.external and not ad.taken_in]
FEW = [
    *NATIVE[:12],
    *[ad for ad in KLAP if ad.external][:1],
    *[ad for ad in KLAP if ad.taken_in][:1],
    *OTHERS[:6],
]
FEW_KLAP = sum(ad.klap for ad in FEW)


def config(jobnet: Standin, **options: object) -> SourceConfig:
    return SourceConfig(
        name="jobnet",
        format="jobnet",
        url=jobnet.url,
        hosts=frozenset({"127.0.0.1"}),
        allow_http=True,
        allow_private=True,
        options={"queries": [{"search": ""}]} | options,
    )


def run(jobnet: Standin, **options: object) -> Receipt:
    jobnet.requests.clear()
    return run_source(config(jobnet, **options), user_agent="test", progress=lambda _: None)


def searches(jobnet: Standin) -> list[str]:
    return [asked.path.rpartition("/")[2] for asked in jobnet.requests if "Details" not in asked.path]


def details(jobnet: Standin) -> list[str]:
    return [asked.path.rpartition("/")[2] for asked in jobnet.requests if "Details" in asked.path]


def board(session: Session) -> list[tuple[str, str, str]]:
    session.expire_all()
    rows = session.scalars(select(Posting).order_by(Posting.reference))
    return [(row.reference, row.state.value, row.content_hash) for row in rows]


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Posting)) or 0
