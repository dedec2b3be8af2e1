"""A table of ads and what they become: each file in ``ads/`` holds a kind of ads with their easy parts."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from portal.easyread.ad import EasyAd, read_ad

FILES = sorted((Path(__file__).parent / "ads").glob("*.toml"))
ADS = [ad for file in FILES for ad in tomllib.loads(file.read_text(encoding="utf-8"))["ad"]]


def easy(ad: dict[str, Any]) -> EasyAd:
    return read_ad(
        title=ad["title"],
        employer=ad["employer"],
        town=ad["town"],
        body_html=ad["body"],
        hours_min=ad.get("hours_min"),
        hours_max=ad.get("hours_max"),
    )


def as_told(ad: EasyAd) -> dict[str, Any]:
    return {
        "title": ad.title,
        "summary": ad.summary,
        "tasks": [task.text for task in ad.tasks],
        "pictures": [task.pictogram for task in ad.tasks],
        "hours": ad.hours.text,
        "workdays": ad.workdays,
        "gets": [fact.text for fact in ad.gets],
        "considerations": [fact.text for fact in ad.considerations],
        "who": ad.who,
        "how": ad.how,
        "job_type": ad.job_type,
        "trade": ad.trade,
    }


@pytest.mark.parametrize("ad", ADS, ids=[ad["name"] for ad in ADS])
def test_an_ad_becomes_the_easy_parts_written_beside_it(ad):
    told = as_told(easy(ad))
    assert {part: told[part] for part in ad["easy"]} == ad["easy"]


def test_the_table_is_long_and_tells_the_main_parts_of_every_ad():
    assert len(ADS) >= 45
    assert all({"title", "tasks", "hours", "job_type", "trade"} <= ad["easy"].keys() for ad in ADS)
