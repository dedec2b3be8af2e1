"""Search engines read the jobs and leave everything personal alone."""

from portal.headers import PERSONAL_PATHS
from strict_client import StrictClient


def test_search_engines_are_kept_away_from_personal_pages_only(client: StrictClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    assert {"/personale", "/ansoeg", "/min-ansoegning"} <= set(PERSONAL_PATHS)
    assert answer.text.splitlines() == [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PERSONAL_PATHS),
        "",
        "Sitemap: http://localhost:8000/sitemap.xml",
    ]
