"""The library of job descriptions is easy to read; a text is judged, and a comparison says what changed."""

import pytest

from portal.easyread.ad import Task
from portal.easyread.easy_text import EasyText, from_json, to_json
from portal.easyread.lix import sentences
from portal.easyread.trades import TRADES
from portal.editing import content as contents
from portal.editing.comparing import GONE, NEW, SAME, Line, Part, compare
from portal.editing.library import LIBRARY, Description, on_shelves
from portal.editing.looks import looks_of
from strict_client import StrictClient


def test_there_is_a_description_for_every_trade_and_the_big_chains() -> None:
    assert len(LIBRARY) >= 25
    assert {one.trade for one in LIBRARY.values()} == set(TRADES)
    chains = {
        "REMA 1000",
        "Netto",
        "føtex",
        "Bilka",
        "Kvickly",
        "SuperBrugsen",
        "Dagli'Brugsen",
        "Meny",
        "Matas",
    }
    assert {one.where for one in LIBRARY.values()} >= chains


@pytest.mark.parametrize("one", LIBRARY.values(), ids=LIBRARY)
def test_a_description_has_short_sentences_and_tasks_with_pictures(one: Description) -> None:
    text = one.content().text
    assert all(len(sentence.split()) <= 15 for sentence in sentences(text.running_text))
    assert 3 <= len(text.tasks) <= 6
    assert len(set(one.tasks)) == len(one.tasks)
    assert looks_of(text).rare_words <= 3


def test_descriptions_are_found_by_chain_and_by_trade() -> None:
    assert set(on_shelves("Netto")) == {"Netto"}
    kitchens = [one for shelf in on_shelves(trade="kitchen").values() for one in shelf]
    assert kitchens == [one for one in LIBRARY.values() if one.trade == "kitchen"] != []
    assert on_shelves("Netto", "cars") == {}


def test_the_library_page_shows_what_is_asked_for(editor: StrictClient) -> None:
    page = editor.get("/personale/eget-opslag/ny?sted=Netto").text
    assert "<h2>Netto</h2>" in page
    assert "<h2>Matas</h2>" not in page
    assert "Her er ingen." in editor.get("/personale/eget-opslag/ny?sted=Netto&fag=cars").text


def test_content_is_kept_as_it_was_written() -> None:
    for one in LIBRARY.values():
        content = one.content()
        assert contents.from_json(contents.to_json(content)) == content


def test_an_easy_text_of_another_version_is_refused() -> None:
    stored = to_json(EasyText(title="Hjælp", tasks=(Task("Feje", "cleaning"),)))
    assert from_json(stored) == EasyText(title="Hjælp", tasks=(Task("Feje", "cleaning"),))
    with pytest.raises(ValueError, match="version"):
        from_json(stored | {"version": 99})


def test_an_easy_text_is_told_to_be_easy_and_a_hard_one_what_to_do() -> None:
    easy = looks_of(EasyText(title="Hjælp", summary="Du får en god dag.", tasks=(Task("Feje", "cleaning"),)))
    assert (easy.level, easy.hints) == ("Meget let at læse", ())
    long = "Du skal have lyst til at stå ved et bord og lægge små og store ting i de rigtige kasser hver dag"
    assert looks_of(EasyText(title="Hjælp", summary=long)).hints == (
        "Den længste sætning har 22 ord. Del den.",
        "Skriv mindst én opgave.",
    )


def test_a_comparison_names_the_part_and_the_sentences() -> None:
    old = {"title": "A", "employer": "B", "place": "", "text": "Du fejer. Du vasker op."}
    new = old | {"text": "Du fejer. Du pakker."}
    assert compare(old, new) == (
        Part(
            name="Tekst",
            lines=(Line(SAME, "Du fejer."), Line(GONE, "Du vasker op."), Line(NEW, "Du pakker.")),
        ),
    )
    assert compare(old, new)[0].changed == (Line(GONE, "Du vasker op."), Line(NEW, "Du pakker."))
    assert compare(old, new)[0].same == (Line(SAME, "Du fejer."),)
    assert compare(old, old) == ()
    assert compare(None, new) == ()
