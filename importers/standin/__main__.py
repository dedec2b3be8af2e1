"""Runs the stand-in Jobnet: `python -m importers.standin --port 8099 [--date 2026-11-22]`."""

import argparse
import sys
from datetime import date
from threading import Event

from importers.standin.ads import demo_ads
from importers.standin.server import serve
from portal import clock


def main(arguments: list[str]) -> None:
    """Serves the ads of a day until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m importers.standin", description="A stand-in for Jobnet.")
    parser.add_argument("--port", type=int, default=8099, help="port on 127.0.0.1; 0 takes any free one")
    parser.add_argument("--date", type=date.fromisoformat, default=clock.today(), help="the day it plays")
    options = parser.parse_args(arguments)
    with serve(demo_ads(options.date), options.port) as standin:
        sys.stdout.write(f"Stand-in Jobnet with {len(standin.ads)} ads: {standin.url}\n")
        sys.stdout.flush()
        Event().wait()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(0)
