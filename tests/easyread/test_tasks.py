"""Tasks: verb first, short and plain; what is no task is left out; a picture for each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.pictograms import PICTOGRAMS
from portal.easyread.task_lists import split_tasks
from portal.easyread.tasks import MAX_CHARACTERS, OTHER_TASKS, picture_of, present_tense, tidy_task


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("pakke brød.", "Pakke brød"),
        ("Du skal pakke brød", "Pakke brød"),
        ("at hjælpe til med at tømme skrald", "Tømme skrald"),
        ("Pakker brød", "Pakke brød"),
        ("Pak brødet", "Pakke brødet"),
        ("Opvask", "Vaske op"),
        ("Lettere opvask", "Vaske lidt op"),
        ("Let rengøring", "Gøre lidt rent"),
        ("Rengøring af køkkenet", "Gøre køkkenet rent"),
        ("Rengøring af kantinen", "Gøre kantinen ren"),
        ("Rengøring af toiletter og gange", "Gøre toiletter og gange rene"),
        ("Rengøring i butikken", "Gøre rent i butikken"),
        ("Opfyldning af mælk i køleskabet", "Fylde mælk op i køleskabet"),
        ("Opfyldning på køl", "Fylde varer op på køl"),
        ("Klargøring af brugte biler", "Gøre brugte biler klar"),
        ("Trimning af hylder", "Trække varer frem på hylderne"),
        ("Vask af gulve", "Vaske gulve"),
        ("Afhente emballage (pap mv.)", "Hente pap og plast"),
        ("Vedligeholde udearealerne", "Passe området udenfor"),
        ("Håndtere produkter m.m.", "Tage sig af varer"),
        ("Trække varer frem, så hylden ser fyldt ud", "Trække varer frem"),
        ("Vande blomster osv.", "Vande blomster"),
        ("TØMME SKRALD", "Tømme skrald"),
        ("Hjælpe Birgit i køkkenet", "Hjælpe en kollega i køkkenet"),
        ("Andre forefaldende opgaver", OTHER_TASKS),
        ("Diverse ad hoc opgaver", OTHER_TASKS),
        ("Hjælpe til, hvor der er brug for det", OTHER_TASKS),
    ],
)
def test_a_task_is_told_short_and_plain(text, task):
    assert tidy_task(text) == task


@pytest.mark.parametrize(
    "text",
    [
        "Du har kørekort",
        "Kan lide faste rutiner",
        "Møder til tiden",
        "Er venlig",
        "Ring til Hanne på 20304050",
        "Send en mail til job@example.dk",
        "Vil du hjælpe os?",
        "Ansøgningsfrist snarest",
        "10-15 timer om ugen",
        "...",
        "",
    ],
)
def test_what_is_no_task_is_left_out(text):
    assert tidy_task(text) == ""


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("pakke brød og kager", ["pakke brød og kager"]),
        ("rydde op og feje gulv", ["rydde op", "feje gulv"]),
        ("fylde mælk, smør og ost op", ["fylde mælk, smør og ost op"]),
        ("opvask, rengøring og borddækning", ["opvask", "rengøring", "borddækning"]),
        ("pakning og sortering af varer", ["pakning af varer", "sortering af varer"]),
        ("vande blomster og planter", ["vande blomster og planter"]),
        ("folde pap og køre det ud", ["folde pap og køre det ud"]),
        ("pakker brød og fejer gulv", ["pakker brød", "fejer gulv"]),
    ],
)
def test_tasks_that_run_together_are_parted(text, tasks):
    assert split_tasks(text) == tasks


@pytest.mark.parametrize(
    ("task", "key"),
    [
        ("Pakke brød og kager", "bread"),
        ("Sætte flasker på plads", "bottles"),
        ("Vaske op", "dishes"),
        ("Vaske tøj", "laundry"),
        ("Vaske biler", "car_workshop"),
        ("Gøre rent i køkkenet", "cleaning"),
        ("Tømme skraldespande", "bins"),
        ("Presse pap", "cardboard"),
        ("Makulere papirer", "paper"),
        ("Muge ud", "animals"),
        ("Strigle heste", "horse"),
        ("Slå græs", "lawn"),
        ("Synge en sang", "office"),
    ],
)
def test_a_task_has_a_picture_or_that_of_its_trade(task, key):
    assert picture_of(task, otherwise="office") == key
    assert key in PICTOGRAMS


@pytest.mark.parametrize(
    ("task", "words"),
    [("Pakke brød", "pakker brød"), ("Gøre rent", "gør rent"), ("Sy", "syr"), ("Brød", "")],
)
def test_a_task_can_follow_du(task, words):
    assert present_tense(task) == words


@given(st.text() | st.text("aeo ,.og()-Rengøring af pakke"))
def test_a_tidy_task_is_short_and_one_line_for_any_text(text):
    task = tidy_task(text)
    assert len(task) <= MAX_CHARACTERS
    assert task == " ".join(task.split())
