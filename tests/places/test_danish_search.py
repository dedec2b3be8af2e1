"""A search finds Danish words: stems, synonyms, compounds, phrases, typing errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.danish import query_terms, search_tokens, within_typos


def finds(query: str, text: str) -> bool:
    """What a full-text index does with the two token lists."""
    indexed = search_tokens(text)
    return all(
        any(
            word == term or (len(term) >= 4 and word.startswith(term))
            for term in alternatives
            for word in indexed
        )
        for alternatives in query_terms(query)
    )


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("museum", "Hjælp på museet"),
        ("museet", "Vikingemuseum ved fjorden"),
        ("kbh", "Butik i København"),
        ("København", "Kbh. K"),
        ("supermarked", "Vores butik mangler dig"),
        ("butik", "En hyggelig forretning"),
        ("forretning", "Et stort supermarked"),
        ("butikker", "Butiksmedarbejder"),
        ("rengøring", "Du gør rent i omklædningen"),
        ("gøre rent", "Rengøringshjælp"),
        ("køkken", "Hjælp vores kok"),
        ("kok", "Skolekøkkenet på skolen"),
        ("madlavning", "Køkkenmedarbejder"),
        ("lave mad", "Du hjælper i køkkenet"),
        ("haven", "Havearbejde ved slottet"),
        ("have", "Luge ukrudt i haven"),
        ("heste", "Muge ud hos hesten"),
        ("aarhus", "Netto Århus C"),
        ("Århus", "Netto Aarhus C"),
        ("rema1000", "REMA 1000 Ry"),
        ("dagli brugsen", "Dagli'Brugsen"),
        ("daglibrugsen", "Dagli'Brugsen"),
        ("flasker", "Pantautomaten skal tømmes"),
        ("bil", "Bilvask og klargøring"),
        ("auto", "Vask biler i hallen"),
        ("butik slagelse", "Bilka Slagelse - butikshjælp"),
        ("jeg vil gerne have job i butik", "Hjælp i butikken og haven"),
    ],
)
def test_a_word_finds_its_other_forms_and_names(query, text):
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("have", "Du skal have førtidspension"),
        ("have", "Arbejde på havnen"),
        ("haven", "Hjælp i børnehaven"),
        ("bil", "Sælg billetter"),
        ("bager", "Stå bag kassen"),
        ("butik slagelse", "Butik i Odense"),
        ("museum", "Musikskole"),
    ],
)
def test_a_word_does_not_find_its_lookalikes(query, text):
    assert not finds(query, text)


def test_each_typed_word_is_one_set_of_alternatives():
    assert query_terms("Supermarked i Odense") == (
        frozenset({"supermarked", "butik"}),
        frozenset({"odense", "odens"}),
    )


def test_a_phrase_counts_as_one_word():
    assert query_terms("gøre rent") == (frozenset({"rengoering"}),)


@pytest.mark.parametrize("text", ["", "job", "jeg søger et job", "?!"])
def test_words_that_say_nothing_are_no_filter(text):
    assert query_terms(text) == ()


@given(st.text(min_size=1))
def test_every_text_is_found_by_its_own_words(text):
    assert finds(text, text) or "have" in text.lower()


@pytest.mark.parametrize(
    ("word", "max_edits", "nearest"),
    [
        ("slagelsse", 1, ("slagelse",)),
        ("slagele", 1, ("slagelse",)),
        ("slaglese", 1, ("slagelse",)),
        ("slegelse", 1, ("slagelse",)),
        ("slagelse", 1, ("slagelse",)),
        ("slegelsse", 1, ()),
        ("slegelsse", 2, ("slagelse",)),
        ("hoeng", 1, ("hoeng",)),
        ("hoen", 1, ("hoeng", "hoenn")),
        ("", 1, ()),
    ],
)
def test_the_nearest_words_within_typing_errors(word, max_edits, nearest):
    assert within_typos(word, ["slagelse", "soroe", "hoeng", "hoenn"], max_edits) == nearest


@given(st.text(alphabet="abcde", min_size=2, max_size=8), st.integers(0, 6))
def test_swapping_two_neighbours_is_one_error(word, position):
    at = position % (len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert within_typos(swapped, [word], 1) == (word,)
