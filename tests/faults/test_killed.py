"""P52, P53: killed at random moments under submits: none lost, none twice, all with receipt."""

from pathlib import Path

from flask import Flask

from faults.submitting import Tally, answers_of_kim, send_under_kills
from strict_client import StrictClient


def test_p52_p53_a_kill_under_submits_loses_and_doubles_nothing(
    app: Flask, client: StrictClient, portal_folder: Path
) -> None:
    tally = send_under_kills(app, answers_of_kim(app, client), portal_folder, wanted=10, kills=1)
    assert tally == Tally(
        acknowledged=tally.acknowledged, kills=tally.kills, lost=0, twice=0, without_receipt=0, integrity="ok"
    )
    assert tally.acknowledged >= 10
