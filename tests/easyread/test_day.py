"""A day in the job, told from what the ad states, and only where it states enough."""

import pytest

from portal.easyread.day import day_in_the_job

TASKS = [("Pakke brød og kager", "bread"), ("Tømme skraldespande", "bins"), ("Vaske lidt op", "dishes")]


def told(tasks: list[tuple[str, str]], *, pauses: bool = False) -> list[str]:
    return [step.text for step in day_in_the_job(tasks, pauses=pauses)]


def test_three_tasks_make_a_day() -> None:
    assert told(TASKS) == [
        "Først pakker du brød og kager.",
        "Bagefter tømmer du skraldespande.",
        "Til sidst vasker du lidt op.",
    ]


def test_a_pause_stands_where_the_ad_speaks_of_pauses() -> None:
    assert told(TASKS, pauses=True)[2] == "Så holder du en pause."


def test_each_step_has_the_picture_of_its_task() -> None:
    assert [step.pictogram for step in day_in_the_job(TASKS, pauses=True)] == [
        "bread",
        "bins",
        "pause",
        "dishes",
    ]


@pytest.mark.parametrize(
    "tasks",
    [
        TASKS[:2],
        [*TASKS[:2], ("Andre opgaver", "other_tasks")],
        [*TASKS[:2], ("Klippe og pakke på systuen", "clothes")],
        [*TASKS[:2], ("Mejeriets varer", "milk")],
        [],
    ],
)
def test_too_little_makes_no_day(tasks: list[tuple[str, str]]) -> None:
    assert told(tasks) == []
