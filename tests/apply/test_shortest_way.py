"""The shortest honest way: at most nine pages to Send, and nothing to type but a name and a number."""

from apply.filling import QUESTION, answer, path_of, send, start
from strict_client import StrictClient, parse

SHORTEST = {
    "hvem": {"who": "self"},
    "navn": {"name": "Kim"},
    "kontakt": {"phone": "20112233"},
    "sted": {},
    "hvad-passer": {"fits": "disability_pension"},
    "arbejde": {"trades": ["shop"]},
    "fortael-mere": {"tell_more": "no"},
    "ja-til-at-gemme": {"consent": "yes"},
}
MOST_PAGES = 9
TYPED = {"navn", "kontakt"}


def test_from_start_to_send_are_nine_pages_a_name_and_a_number(client: StrictClient) -> None:
    leads_to, pages, clicks, keystrokes = path_of(start(client)), 0, 1, 0
    while leads_to != "/ansoeg/tjek":
        slug = leads_to.removeprefix(f"{QUESTION}/")
        typed = SHORTEST[slug]
        if slug in TYPED:
            keystrokes += sum(map(len, typed.values()))
        else:
            clicks += len(typed)
        leads_to = path_of(answer(client, slug, **typed))
        pages, clicks = pages + 1, clicks + 1
    assert path_of(send(client)) == "/ansoeg/tak"
    pages, clicks = pages + 1, clicks + 1
    # Start; eight times Næste; five tiles; Send.
    assert (pages, clicks, keystrokes) == (MOST_PAGES, 15, len("Kim") + len("20112233"))


def test_every_other_question_of_that_way_is_answered_with_a_tap(client: StrictClient) -> None:
    start(client)
    for slug, typed in SHORTEST.items():
        fields = parse(client.get(f"{QUESTION}/{slug}").text).findall(".//main//form//input")
        writable = [f.get("name") for f in fields if f.get("type") in {"text", "tel"}]
        assert bool(writable) == (slug in {"navn", "kontakt", "sted"})
        answer(client, slug, **typed)


def test_drawn_weeks_stand_on_the_tiles_for_hours(client: StrictClient) -> None:
    start(client)
    answer(client, "fortael-mere", tell_more="yes")
    page = parse(client.get(f"{QUESTION}/timer").text)
    weeks = page.findall(".//span[@class='kj-week']")
    work = [sum(part.get("class") == "kj-week__work" for part in week.iter()) for week in weeks]
    assert work == [2, 3, 4, 5]
