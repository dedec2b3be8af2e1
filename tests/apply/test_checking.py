"""What somebody typed becomes an answer, or words about what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.apply import checking, engine
from portal.apply.checking import Problem
from portal.apply.kinds import Answer
from portal.apply.questions import BY_KEY, QUESTIONS

HELPED = {"who": Answer(key="who", question=BY_KEY["who"].heading.you, value="helper", text="")}


def check(key: str, *, for_other: bool = False, **typed: str | list[str]) -> Answer | checking.Problems:
    fields = {field: [text] if isinstance(text, str) else text for field, text in typed.items()}
    return checking.check(engine.ask(BY_KEY[key], HELPED if for_other else {}), fields)


def value(key: str, **typed: str | list[str]) -> object:
    answer = check(key, **typed)
    assert isinstance(answer, Answer), answer
    return answer.value


def problems(key: str, **typed: str | list[str]) -> list[tuple[str, str]]:
    found = check(key, **typed)
    assert not isinstance(found, Answer), found
    return [(problem.field, problem.text) for problem in found]


def test_an_answer_keeps_the_words_that_were_shown() -> None:
    assert check("fits", fits="stu") == Answer(
        key="fits", question="Hvad passer på dig?", value="stu", text="Jeg går på STU"
    )


def test_a_helpers_answer_keeps_the_words_said_to_the_helper() -> None:
    assert check("fits", for_other=True, fits="stu") == Answer(
        key="fits", question="Hvad passer på den, du svarer for?", value="stu", text="Går på STU"
    )


def test_several_choices_keep_the_order_of_the_page() -> None:
    answer = check("trades", trades=["outdoors", "shop", "outdoors"])
    assert answer == Answer(
        key="trades",
        question="Hvad vil du gerne arbejde med?",
        value=["shop", "outdoors"],
        text="Butik, Have og gård",
    )


def test_the_yes_is_kept_with_all_that_had_to_be_read_first() -> None:
    answer = check("consent", consent="yes")
    assert isinstance(answer, Answer)
    assert answer.text.split("\n") == [
        "Vi bruger dine svar til at finde et job til dig.",
        "Kun KLAPjob kan læse svarene.",
        "Vi giver dem ikke til en arbejdsplads, før vi har talt med dig.",
        "Du kan altid sige nej igen. Ring til os, så sletter vi dine svar.",
        "Ja, I må gemme mine svar",
    ]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kim Kandidat", "Kim Kandidat"),
        ("Mit navn er Kim Kandidat", "Kim Kandidat"),
        ("jeg hedder  Kim", "Kim"),
    ],
)
def test_a_name_may_come_in_a_sentence(typed: str, name: str) -> None:
    assert value("name", name=typed) == name


@pytest.mark.parametrize(
    "typed", ["4200", "Slagelse", "4200 slagelse", "Jeg bor i Slagelse", "Århus", "Gladsaxe"]
)
def test_a_place_may_be_a_postal_code_a_town_or_a_municipality(typed: str) -> None:
    assert isinstance(value("place", place=typed), str)


@pytest.mark.parametrize(
    ("phone", "email", "kept"),
    [
        ("20112233", "", {"phone": "20 11 22 33", "email": ""}),
        ("", "kim@example.com", {"phone": "", "email": "kim@example.com"}),
        ("+4520112233", " kim@example.com", {"phone": "20 11 22 33", "email": "kim@example.com"}),
    ],
)
def test_one_way_to_reach_a_person_is_enough(phone: str, email: str, kept: dict[str, str]) -> None:
    assert value("contact", phone=phone, email=email) == kept


def test_both_ways_to_reach_a_person_get_their_own_words() -> None:
    assert problems("contact", phone="12", email="kim") == [
        ("phone", checking.PHONE_TEXT),
        ("email", checking.MAIL_TEXT),
    ]


def test_a_helper_may_leave_out_how_to_reach_the_person() -> None:
    answer = check("contact", for_other=True, phone="", email="")
    assert isinstance(answer, Answer)
    assert (answer.value, answer.text) == ({"phone": "", "email": ""}, "Sprunget over")


@pytest.mark.parametrize("key", ["place", "trades", "more"])
def test_what_may_be_skipped_is_kept_as_skipped(key: str) -> None:
    answer = check(key, **{key: []})
    assert isinstance(answer, Answer)
    assert answer.text == "Sprunget over"


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("name", "name"),
        ("more", "more"),
        ("place", "place"),
        ("contact", "phone"),
        ("contact", "email"),
        ("helper_name", "helper_name"),
        ("helper_phone", "helper_phone"),
    ],
)
@pytest.mark.parametrize(
    "number", ["010190-1234", "0101901234", "010190 1234", "０１０１９０-１２３４", "610190-1234"]
)
def test_a_cpr_number_is_refused_in_every_field(key: str, field: str, number: str) -> None:
    assert problems(key, **{field: f"Kim {number}"}) == [(field, checking.CPR_TEXT)]


@pytest.mark.parametrize(
    ("key", "longest"), [("name", 100), ("place", 80), ("more", 1000), ("helper_name", 100)]
)
def test_too_long_a_text_says_how_long_it_may_be(key: str, longest: int) -> None:
    assert problems(key, **{key: "x" * (longest + 7)}) == [
        (key, f"Skriv lidt kortere. Der er plads til {longest} tegn. Du har skrevet {longest + 7}.")
    ]


def test_the_longest_text_that_fits_is_kept() -> None:
    assert value("more", more="x" * 1000) == "x" * 1000


@pytest.mark.parametrize(
    "key",
    ["who", "person_knows", "helper_role", "municipality", "municipality_other", "fits", "trades", "consent"],
)
def test_a_choice_that_is_not_on_the_page_is_refused(key: str) -> None:
    assert problems(key, **{key: "../../etc"}) == [(key, checking.CHOICE_TEXT)]


def test_the_form_stops_kindly_where_the_person_has_not_been_asked() -> None:
    stop = "Spørg først. Vælg ja, når du har fået ja til at svare. Du kan også ringe til os."
    assert problems("person_knows", person_knows="no") == [("person_knows", stop)]


@given(st.sampled_from(QUESTIONS), st.booleans(), st.lists(st.text(max_size=30), max_size=4))
def test_nothing_typed_is_too_odd(question, for_other, texts) -> None:
    asked = engine.ask(question, HELPED if for_other else {})
    found = checking.check(asked, dict.fromkeys(checking.fields_of(asked), texts))
    if isinstance(found, Answer):
        assert engine.counts(asked, found)
    else:
        assert [isinstance(problem, Problem) and bool(problem.text) for problem in found] != []
