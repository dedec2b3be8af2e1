"""`python -m importers.standin` serves the ads of a day and says where."""

import re
import subprocess
import sys

import requests


def test_the_command_says_its_address_and_answers_there():
    command = [sys.executable, "-m", "importers.standin", "--port", "0", "--date", "2026-06-10"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            said = process.stdout.readline()
            address = re.fullmatch(r"Stand-in Jobnet with 480 ads: (http://127\.0\.0\.1:\d+/bff)\n", said)[1]
            answer = requests.get(
                f"{address}/FindJob/Search?pageNumber=1&resultsPerPage=1", headers={"x-csrf": "1"}, timeout=60
            )
        finally:
            process.terminate()
    assert answer.json()["totalJobAdCount"] == 480


def test_a_wrong_day_is_refused_with_a_clear_line():
    command = [sys.executable, "-m", "importers.standin", "--date", "i går"]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "--date" in refused.stderr
