"""`make bench`: how long one leaflet takes, all files of all 98, and a stored one beside a static file.

The portal lives in a scratch folder with an empty database; nothing of a real one is touched.
"""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from flask import Flask
from flask_migrate import upgrade

from portal import crypto, pdf
from portal.app import create_app
from portal.config import Settings
from portal.db import db
from portal.models.leaflet import Variant
from portal.municipalities import filing, leaflet_pdf, reading
from portal.places.municipalities import MUNICIPALITIES

ONE_SECONDS: Final = 1.5
ALL_SECONDS: Final = 90.0
MOST_MIB: Final = 500.0
SLOWEST_SHARE: Final = 0.5
ASKED: Final = 200


def main() -> int:
    """Measures, prints, and exits with 1 where a promise is broken."""
    if not pdf.is_available():
        sys.stderr.write(f"{pdf.MISSING}\n")
        return 1
    _hide_from_children()
    with tempfile.TemporaryDirectory() as folder:
        app = _portal(Path(folder))
        with app.app_context():
            upgrade()
            rows = _measured(app)
            db.engine.dispose()
    kept = [_say(*row) for row in rows]
    return 0 if all(kept) else 1


def _hide_from_children() -> None:
    """The processes that draw would read this module again, and with it the whole portal.

    As in the command that is measured, they need no more than `portal.pdf`.
    """
    module = sys.modules["__main__"]
    module.__spec__ = None
    del module.__file__


def _portal(folder: Path) -> Flask:
    crypto.create_key_file(folder / "keys.json")
    settings = Settings(
        env="development", data_dir=folder, secret_key="x" * 40, field_keys_file=folder / "keys.json"
    )
    return create_app(settings)


def _measured(app: Flask) -> list[tuple[str, float, float, bool]]:
    """What is measured, the figure, its bound, and whether more is better."""
    [content] = reading.contents(db.session(), MUNICIPALITIES[:1])
    leaflet_pdf.draw(content, Variant.FOLDED)
    one = _seconds(lambda: leaflet_pdf.draw(content, Variant.FOLDED))
    everything = _seconds(lambda: list(filing.build(db.session(), list(filing.due(db.session())))))
    memory = _mebibytes(resource.RUSAGE_SELF) + filing.PROCESSES * _mebibytes(resource.RUSAGE_CHILDREN)
    return [
        ("one leaflet, seconds", one, ONE_SECONDS, False),
        ("98 leaflets in 3 variants, seconds", everything, ALL_SECONDS, False),
        ("memory of all processes, MiB", memory, MOST_MIB, False),
        ("a stored leaflet, in speeds of a static file", _share(app), SLOWEST_SHARE, True),
    ]


def _share(app: Flask) -> float:
    """How fast a stored leaflet is answered, against a static file of about its size."""
    client = app.test_client()
    leaflet = _times(lambda: client.get("/kommuner/ishoej/folder.pdf").close())
    static = _times(lambda: client.get("/static/css/portal.css").close())
    return static / leaflet


def _times(ask: Callable[[], object]) -> float:
    ask()
    return statistics.median(_seconds(ask) for _ in range(ASKED))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _mebibytes(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024


def _say(what: str, measured: float, bound: float, more_is_better: bool) -> bool:  # noqa: FBT001 - a row of the table
    kept = measured >= bound if more_is_better else measured <= bound
    sign = "at least" if more_is_better else "at most"
    sys.stdout.write(f"{what}: {measured:.2f} ({sign} {bound:g}) {'kept' if kept else 'NOT KEPT'}\n")
    return kept


if __name__ == "__main__":
    sys.exit(main())
