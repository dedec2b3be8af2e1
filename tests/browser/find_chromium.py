"""Finds a Chromium or Chrome for the browser tests; installs Debian's when it may; else says what to do."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def installed() -> str | None:
    """The path of a browser on this machine, or None. CHROMIUM names one by hand."""
    by_hand = os.environ.get("CHROMIUM")
    return by_hand or next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    if installed():
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's chromium for the browser tests ...", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=True, env=quiet)
        return 0
    print("The browser tests need Chromium or Chrome. On Debian: sudo apt-get install chromium")
    return 1


if __name__ == "__main__":
    sys.exit(main())
