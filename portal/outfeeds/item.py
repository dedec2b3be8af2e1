"""One ad as other sites get it: whole addresses, the easy text, moments with their zone."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from flask import current_app, url_for
from markupsafe import Markup, escape

from portal.clock import COPENHAGEN, to_local
from portal.easyread.ad import EasyAd
from portal.easyread.trades import TRADES
from portal.models.posting import Posting
from portal.pages import danish_date
from portal.postings import easy_ad

JOB_TYPES: Final = {"skaanejob": "Skånejob", "fleksjob": "Fleksjob"}
MORNING: Final = time(8)
"""Ads have a day of publishing and no hour; readers of feeds get this one, on the same day in Denmark."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One ad. `html` is the easy text, `categories` are its trade and the kind of job, in Danish."""

    id: str
    url: str
    lasting_url: str
    title: str
    employer: str
    summary: str
    html: str
    categories: tuple[str, ...]
    published_at: datetime
    changed_at: datetime


def whole_address(path: str) -> str:
    """The whole address of a path of this portal, as settings name the portal."""
    return f"{current_app.config['SETTINGS'].base_url}{path}"


def address_of(ad: Posting) -> str:
    """The whole address of an ad's page."""
    return whole_address(url_for("jobs.show", name=f"{ad.id}-{ad.slug}" if ad.slug else ad.id))


def item_of(ad: Posting) -> Item:
    """An ad as feeds show it."""
    easy = easy_ad(ad)
    return Item(
        id=ad.id,
        url=address_of(ad),
        lasting_url=whole_address(url_for("jobs.show", name=ad.id)),
        title=", ".join(filter(None, (ad.easy_title or ad.title, ad.town))),
        employer=ad.employer,
        summary=easy.summary,
        html=easy_html(easy, ad.deadline),
        categories=tuple(
            filter(None, (TRADES.get(ad.trade, TRADES["other"]).name, JOB_TYPES.get(ad.job_type)))
        ),
        published_at=published_at(ad),
        changed_at=to_local(ad.changed_at).replace(microsecond=0),
    )


def published_at(ad: Posting) -> datetime:
    """The morning of the day an ad was published."""
    return datetime.combine(ad.published_on, MORNING, COPENHAGEN)


def easy_html(easy: EasyAd, deadline: date | None) -> str:
    """The easy text as simple HTML: one sentence, the tasks, the hours, who can get the job, the last day."""
    last_day = f"Sidste dag at søge er {danish_date(deadline)}." if deadline else ""
    tasks = Markup("").join(Markup("<li>{}</li>").format(task) for task in easy.tasks)
    parts = (
        _paragraph(easy.summary),
        Markup("<ul>{}</ul>").format(tasks) if tasks else Markup(""),
        _paragraph(f"{easy.hours.text}." if easy.hours.text else ""),
        _paragraph(easy.who),
        _paragraph(last_day),
    )
    return str(Markup("").join(parts))


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(escape(text)) if text else Markup("")
