"""Finds Pango, which PDF files are made with; installs Debian's when it may; else says what to do."""

import os
import shutil
import subprocess
import sys

from portal import pdf


def main() -> int:
    if pdf.is_available():
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's Pango for PDF files ...", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", *pdf.PACKAGES], check=True, env=quiet)
        return 0
    print(pdf.MISSING)
    return 0 if "--optional" in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
