"""Feeds of many made-up KLAPjob ads as bytes, the same ads in each format.

The ads are those of the stand-in Jobnet, over and over, each with sentences, a company number and a date of
its own. So most lines come again in other ads, as in the feeds of chains, and no two ads are the same.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from importers.standin.ad import Ad
from importers.standin.klapjobs import klapjobs
from importers.standin.shapes import search_record
from portal import clock
from portal.easyread.html import plain_text

PAGE: Final = 3000
"""Ads in one answer of RSS or XML: the limits allow 5,000, and 20 MiB."""
JOBNET_PAGE: Final = 50
_SENTENCE_END = re.compile(r"(?<=\w)(?=[.!?:]|\s*(?:<(?:/p|/li|/h3|/div|/b|br)\b|\n))")
URL: Final = "https://feed.example/jobs"


def made_up_ads(count: int, today: date) -> list[Ad]:
    """`count` different ads."""
    known = klapjobs(today)
    return [_different(known[number % len(known)], number, today) for number in range(count)]


def unlike_ads(count: int, today: date) -> list[Ad]:
    """The same ads, but no sentence of one stands in another: each has a word of its own."""
    return [
        replace(ad, body=_SENTENCE_END.sub(f" {_word(number)}", ad.body))
        for number, ad in enumerate(made_up_ads(count, today))
    ]


def _word(number: int) -> str:
    """A word that no other number has, of consonants, so that it means nothing."""
    return "".join("bcdfghklmn"[int(digit)] for digit in f"{number:06}")


def share_repeated(ads: Sequence[Ad]) -> float:
    """How many of all lines stand in an earlier ad of the feed too, from 0 to 1."""
    lines = [line for ad in ads for line in plain_text(ad.body).split("\n")]
    return 1 - len(set(lines)) / len(lines)


def _different(ad: Ad, number: int, today: date) -> Ad:
    return replace(
        ad,
        id=str(uuid5(NAMESPACE_URL, f"{URL}/{number}")),
        body=_with_own(ad.body, f" Du møder i hal {number}."),
        cvr=f"{number:08}",
        deadline=today + timedelta(days=10 + number % 50),
        deadline_style="midnight",
        external=False,
        url=f"{URL}/{number}",
    )


def _with_own(body: str, sentence: str) -> str:
    """The text with a sentence of its own: in two paragraphs, below a list, or as a line of plain text."""
    if "</p>" in body:
        return body.replace("</p>", f"{sentence}</p>", 2)
    return f"{body}<p>{sentence}</p>" if "</" in body else f"{body}\n\n{sentence}"


def rss(ads: Sequence[Ad]) -> bytes:
    """RSS 2.0 with the text of each ad as escaped HTML."""
    items = "".join(map(_item, ads))
    return _bytes(
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Job</title>{items}'
        "</channel></rss>"
    )


def _item(ad: Ad) -> str:
    return (
        f"<item><title>{escape(ad.title)}</title><link>{ad.url}</link>"
        f'<guid isPermaLink="false">{ad.id}</guid>'
        f"<pubDate>{format_datetime(clock.now())}</pubDate><description>{escape(ad.body)}</description></item>\n"
    )


def indeed_xml(ads: Sequence[Ad]) -> bytes:
    """The XML that job boards take in."""
    return _bytes(f'<?xml version="1.0" encoding="utf-8"?>\n<source>{"".join(map(_job, ads))}</source>')


def _job(ad: Ad) -> str:
    values = {
        "title": ad.title,
        "date": ad.published.isoformat(),
        "referencenumber": ad.id,
        "url": ad.url,
        "company": ad.employer,
        "city": ad.town,
        "country": "DK",
        "postalcode": ad.postal_code,
        "description": ad.body,
    }
    return f"<job>{''.join(f'<{key}><![CDATA[{value}]]></{key}>' for key, value in values.items())}</job>\n"


def jobnet(ads: Sequence[Ad], total: int) -> bytes:
    """One page of Jobnet's search."""
    answer: dict[str, Any] = {"jobAds": [search_record(ad) for ad in ads], "totalJobAdCount": total}
    return _bytes(json.dumps(answer, ensure_ascii=False))


def pages_of(feed_format: str, ads: Sequence[Ad]) -> list[bytes]:
    """The answers that hold all ads, in order."""
    size = JOBNET_PAGE if feed_format == "jobnet" else PAGE
    make: Callable[[Sequence[Ad]], bytes] = {
        "rss": rss,
        "indeed_xml": indeed_xml,
        "jobnet": lambda some: jobnet(some, len(ads)),
    }[feed_format]
    # One more, without ads: who pages by number asks until there are none.
    return [make(ads[start : start + size]) for start in range(0, len(ads) + 1, size)]


def _bytes(text: str) -> bytes:
    return text.encode()
