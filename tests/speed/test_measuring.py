"""What the measurings say follows from their figures, and a measuring can be asked for by name."""

from collections.abc import Sequence

import pytest

from benchmarks import everything
from benchmarks.document import ROOT
from benchmarks.importing import Seen
from benchmarks.load import Measured
from benchmarks.targets import Target
from benchmarks.web import lines_of
from benchmarks.web_table import Line, Report, growth, promises, table


def measured(rate: float, p99: float = 4.0, failed: int = 0) -> Measured:
    return Measured(rate=rate, p50=1.0, p95=3.0, p99=p99, size=100.0, failed=failed)


def lines(*rates: Sequence[float], aim: float | None = 1.5, server: str = "warm", **how: float) -> list[Line]:
    """A bare page and one of ours, with the requests a second of each round."""
    found = {
        "bare Flask": (
            Target(name="bare Flask", server="bare", paths=("/",)),
            [measured(r) for r in rates[0]],
        ),
        "list": (
            Target(name="list", server=server, paths=("/job",), aim=aim),
            [measured(r, **how) for r in rates[1]],
        ),
    }
    return list(lines_of(found))


def report(found: list[Line], ads: int = 300) -> Report:
    return Report(ads=ads, database="SQLite", lines=found, peak_mib=100)


def test_a_page_is_compared_with_the_bare_one_of_the_same_round() -> None:
    line = lines([100, 1000, 10], [200, 1000, 20])[1]
    assert (line.ratios, line.ratio, line.reached, line.disagree) == ([2, 1, 2], 2, True, 1)


def test_a_table_tells_what_is_not_reached() -> None:
    row = list(table(report(lines([100] * 3, [120] * 3))))[-2]
    assert row == "| list | 120 | 1.0 | 4.0 | 4.0 | 1.20 | 1.20 to 1.20 | 1.5 | **no** | 0 | 100 |  |  |"


def test_promises_of_a_data_set_are_kept_or_not() -> None:
    good = list(promises(report(lines([1], [1]))))
    bad = list(promises(report(lines([1], [1], p99=6.0, failed=2))))
    assert (good[0].endswith(": kept"), good[2]) == (True, "- requests that failed: 0")
    assert bad[0].endswith("**not kept**: list (6.0)")
    assert bad[2] == "- requests that failed: 2"


@pytest.mark.parametrize(("many", "verdict"), [(70, "reached"), (60, "**not reached**")])
def test_a_page_may_cost_half_as_much_again_with_a_thousand_times_the_ads(many: int, verdict: str) -> None:
    few, most = (
        report(lines([100], [rate], server="cold"), ads) for rate, ads in ((100, 300), (many, 300_000))
    )
    assert list(growth([few, most]))[-1].endswith(f"(aim at most 1.5: {verdict})")


def test_a_stop_in_the_middle_is_a_window_of_its_own() -> None:
    seen = Seen(times=[(second / 40, 500.0 if second // 400 == 1 else 2.0) for second in range(1200)])
    assert ([len(window) for window in seen.windows()], seen.middle(99)) == ([400, 400, 400], 2.0)


def test_every_measuring_is_a_module() -> None:
    named = {name for name, *_ in (*everything.QUICK, *everything.WHOLE)}
    assert [name for name in sorted(named) if not (ROOT / "benchmarks" / f"{name}.py").exists()] == []
