"""P52, P53 whole: at least 2,000 acknowledged submits under at least 40 kills of the real program."""

from pathlib import Path

import pytest
from flask import Flask

from faults.submitting import Tally, answers_of_kim, send_under_kills
from strict_client import StrictClient
from trust.figures import note

SUBMITS = 2000
KILLS = 40


def test_p52_p53_two_thousand_submits_under_forty_kills(
    app: Flask, client: StrictClient, portal_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = answers_of_kim(app, client)
    tally = send_under_kills(app, answers, portal_folder, wanted=SUBMITS, kills=KILLS)
    figure = (
        f"{tally.acknowledged} acknowledged under {tally.kills} kills: {tally.lost} lost, "
        f"{tally.twice} twice, {tally.without_receipt} without receipt"
    )
    with capsys.disabled():
        print(f"\nP52 {figure}")
    assert tally == Tally(
        acknowledged=tally.acknowledged, kills=tally.kills, lost=0, twice=0, without_receipt=0, integrity="ok"
    )
    note(52, figure)
