"""Search engines read the jobs and leave everything personal alone."""

from strict_client import StrictClient


def test_search_engines_are_kept_away_from_personal_pages_only(client: StrictClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    assert answer.text.splitlines() == [
        "User-agent: *",
        "Disallow: /personale",
        "Disallow: /ansoeg",
        "Disallow: /min-ansoegning",
    ]
