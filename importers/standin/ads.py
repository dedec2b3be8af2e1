"""All ads the stand-in serves on a given day: as many KLAPjobs as usual and as many that are none."""

from datetime import date

from importers.standin.ad import Ad
from importers.standin.klapjobs import klapjobs
from importers.standin.ordinary import ordinary_ads


def demo_ads(today: date) -> list[Ad]:
    """240 KLAPjob ads and 240 others, dated from `today` (a day in Copenhagen); the same for the same day."""
    return klapjobs(today) + ordinary_ads(today)
