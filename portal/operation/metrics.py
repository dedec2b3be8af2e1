"""The figures of `/metrics` as Prometheus reads them (promise 61). Pure: what is measured comes in.

Read from the database at each asking, so that any number of processes say the same. Labels are states,
kinds of alarms and names of sources; nothing in them is about a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from portal.models.pulse import PulseOf
from portal.operation.queries import Operation


def text(operation: Operation) -> bytes:
    """The whole answer."""
    registry = CollectorRegistry()
    registry.register(_Measured(operation))
    return generate_latest(registry)


class _Measured(Collector):
    def __init__(self, operation: Operation) -> None:
        self._operation = operation

    def collect(self) -> Iterator[GaugeMetricFamily]:
        seen = self._operation
        yield _many("portal_cases", "Cases that wait, by state", "state", seen.cases)
        yield _many("portal_alarms", "Open alarms, by kind", "kind", seen.open_by_kind())
        yield _one("portal_open_ads", "Ads on the board", seen.open_ads)
        yield _one("portal_outbox_waiting", "Messages that wait to go out", seen.mail_waiting)
        yield _one("portal_outbox_failed", "Messages that need a person", seen.mail_failed)
        yield _one("portal_outbox_oldest_seconds", "Age of the oldest message that waits", seen.mail_age())
        yield _times("portal_import_complete", "Last complete import", "source", seen.imported_at.items())
        yield _time("portal_worker", "The worker's last round", seen.beats.get(PulseOf.WORKER))
        yield _time("portal_deletion", "Deletion ended well", seen.beats.get(PulseOf.DELETION))
        yield _time("portal_backup", "The newest backup", seen.backed_up_at)
        yield _time("portal_restore_proven", "The newest backup that a restore has proven", seen.restored_at)


def _one(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, words, value=value)


def _many(name: str, words: str, label: str, values: Mapping[Any, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, words, labels=[label])
    for key, value in values.items():
        family.add_metric([str(key)], value)
    return family


def _times(
    name: str, words: str, label: str, values: Iterable[tuple[str, datetime | None]]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"{name}_timestamp_seconds", words, labels=[label])
    for key, at in values:
        family.add_metric([key], at.timestamp() if at else 0.0)
    return family


def _time(name: str, words: str, at: datetime | None) -> GaugeMetricFamily:
    """A time as Unix seconds; 0 for never."""
    return _one(f"{name}_timestamp_seconds", words, at.timestamp() if at else 0.0)
