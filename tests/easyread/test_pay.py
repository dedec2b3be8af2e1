"""What a job may pay: worked out from a dated table, told in plain words, never as a promise."""

import pytest

from portal import clock
from portal.easyread import pay
from portal.easyread.lix import measure, sentences

ASK = "Spørg altid din kommune, hvad du får i alt."
AN_HOUR = "Mange får cirka 66 kroner i timen. Tallet er fra 2023."


@pytest.mark.parametrize(
    ("least", "most", "amount"),
    [
        (12.0, 12.0, "3.400 kroner"),
        (10.0, 15.0, "2.900 til 4.300 kroner"),
        (None, 20.0, "5.700 kroner"),
        (8.0, None, "2.300 kroner"),
        (3.5, 3.5, "1.000 kroner"),
    ],
)
def test_hours_a_week_give_so_much_a_month(least: float | None, most: float | None, amount: str) -> None:
    told = pay.explain_pay("skaanejob", least, most)
    assert told[:2] == (AN_HOUR, f"Her kan det blive cirka {amount} om måneden, før skat.")
    assert told[-1] == ASK


def test_without_hours_only_the_hour_is_told() -> None:
    assert pay.explain_pay("skaanejob", None, None)[:2] == (AN_HOUR, "Du får din pension ved siden af.")


def test_a_fleksjob_tells_of_the_money_from_the_municipality() -> None:
    told = pay.explain_pay("fleksjob", 10.0, 10.0)
    assert told == (
        "Mange får cirka 61 kroner i timen. Tallet er fra 2023.",
        "Her kan det blive cirka 2.600 kroner om måneden, før skat.",
        "Din kommune giver også penge oven i. Det hedder fleksløntilskud.",
        ASK,
    )


def test_a_job_of_unknown_kind_promises_nothing() -> None:
    assert pay.explain_pay("unknown", 10.0, 10.0) == (ASK,)


def test_the_newest_figure_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(
        pay.Wage(job_type="skaanejob", year=year, kroner=float(year), source="en prøve")
        for year in (2023, 2025, 2024)
    )
    monkeypatch.setattr(pay, "wages", lambda: rows)
    newest = pay.newest_wage("skaanejob")
    assert newest is not None
    assert newest.year == 2025


def test_every_figure_of_the_table_has_a_source_and_a_year_that_has_been() -> None:
    assert [wage for wage in pay.wages() if not wage.source or wage.year > clock.today().year] == []
    assert {wage.job_type for wage in pay.wages()} == {"skaanejob", "fleksjob"}


@pytest.mark.parametrize("job_type", ["skaanejob", "fleksjob", "unknown"])
def test_the_words_are_easy(job_type: str) -> None:
    text = "\n".join(pay.explain_pay(job_type, 10.0, 15.0))
    assert measure(text).score <= 25
    assert [line for line in sentences(text) if len(line.split()) > 15] == []
