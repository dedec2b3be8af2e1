"""The page of hard words: each explained in one easy sentence, found by its letter and its address."""

from portal.easyread.glossary import GLOSSARY
from portal.reading.letters import by_letter
from reading import long_sentences, page_lix
from strict_client import StrictClient, parse


def test_every_word_stands_there_with_its_meaning(client: StrictClient) -> None:
    rows = parse(client.get("/ord").text).findall(".//dl/div")
    told = {row.get("id"): (row.findtext("dt"), row.findtext("dd")) for row in rows}
    assert len(told) >= 40
    assert told["foertidspension"] == (
        "Førtidspension",
        "Du får penge hver måned, fordi du kun kan arbejde lidt.",
    )
    assert set(told) == set(GLOSSARY)


def test_the_letters_stand_in_danish_order_and_lead_to_their_words(client: StrictClient) -> None:
    page = parse(client.get("/ord").text)
    chips = page.findall(".//ul[@class='kj-chips kj-letters']/li/a")
    headings = {f"#{heading.get('id')}": heading.text for heading in page.findall(".//main//h2")}
    assert {chip.get("href"): chip.text for chip in chips} == headings
    letters = list(headings.values())
    assert letters == sorted(letters, key="ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ".index)


def test_the_words_that_everybody_meets_are_explained() -> None:
    words = {"førtidspension", "skånejob", "løntilskud", "praktik", "fleksjob", "STU"}
    assert words <= {entry.word for letter in by_letter(GLOSSARY.values()) for entry in letter.entries}


def test_a_word_of_two_stands_under_its_own_letter() -> None:
    under = {entry.word: letter.letter for letter in by_letter(GLOSSARY.values()) for entry in letter.entries}
    assert under["at vise interesse"] == "V"


def test_every_public_page_leads_to_the_words(client: StrictClient) -> None:
    tools = parse(client.get("/job").text).find(".//div[@aria-label='Hjælp til at læse']")
    assert tools is not None
    assert [link.get("href") for link in tools.iter("a")] == ["/laesning?tilbage=%2Fjob", "/ord"]


def test_the_page_is_easy_to_read(client: StrictClient) -> None:
    page = client.get("/ord").text
    assert page_lix(page).score <= 20
    assert long_sentences(page) == []
