"""What runs in the background leaves the processors to those who wait for a page."""

import os
import subprocess
import sys

from portal.background import NICENESS

PROGRAM = """
import os
from portal import background
background.give_way()
background.give_way()
print(os.getpriority(os.PRIO_PROCESS, 0))
"""


def test_others_go_first_however_often_it_gives_way() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert int(told) == max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0))
