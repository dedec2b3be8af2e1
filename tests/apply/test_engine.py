"""The path through the questions, where one is on it, and what counts."""

from portal.apply import checking, engine
from portal.apply.kinds import Answer
from portal.apply.questions import BY_KEY


def answered(answers: dict[str, Answer], **typed: str) -> dict[str, Answer]:
    """The answers with more of them, each typed on the page that the path shows."""
    for key, text in typed.items():
        found = checking.check(engine.ask(BY_KEY[key], answers), {key: [text]})
        assert isinstance(found, Answer), found
        answers = {**answers, key: found}
    return answers


def keys(path: engine.Path) -> list[str]:
    return [step.asked.key for step in path]


def open_keys(answers: dict[str, Answer]) -> list[str]:
    return [step.asked.key for step in engine.walk(answers) if step.answer is None]


def test_a_person_alone_meets_nine_questions() -> None:
    assert keys(engine.walk({})) == [
        "who",
        "name",
        "contact",
        "place",
        "municipality",
        "fits",
        "trades",
        "tell_more",
        "consent",
    ]


def test_a_helper_meets_five_more() -> None:
    path = engine.walk(answered({}, who="helper"))
    assert keys(path)[:7] == [
        "who",
        "person_knows",
        "helper_name",
        "helper_role",
        "helper_phone",
        "answers_to",
        "name",
    ]
    assert len(path) == 14


def test_who_has_a_fleksjob_meets_the_four_questions_of_its_criteria() -> None:
    path = keys(engine.walk(answered({}, who="self", fits="fleksjob")))
    assert path[path.index("fits") + 1 : path.index("trades")] == [
        "stu_status",
        "special_class",
        "support",
        "capacity",
    ]


def test_a_student_is_asked_about_the_school() -> None:
    path = keys(engine.walk(answered({}, who="self", fits="stu")))
    assert path[path.index("fits") + 1 : path.index("trades")] == ["school", "school_ends"]


def test_who_has_more_to_say_writes_it_or_says_it_aloud() -> None:
    for how, last in (("write", "more"), ("speak", "voice"), ("no", "more_how"), ("", "more_how")):
        path = keys(engine.walk(answered({}, who="self", tell_more="yes", more_how=how)))
        assert path[path.index("consent") - 1] == last


def test_who_tells_more_meets_eight_questions() -> None:
    path = keys(engine.walk(answered({}, who="self", tell_more="yes")))
    assert path[path.index("tell_more") + 1 : path.index("consent")] == [
        "age",
        "birth_year",
        "job_now",
        "hours",
        "travel",
        "considerations",
        "call_time",
        "more_how",
    ]


def test_a_helper_who_gets_the_answers_is_asked_for_a_mail() -> None:
    assert "helper_mail" in keys(engine.walk(answered({}, who="helper", answers_to="both")))
    assert "helper_mail" not in keys(engine.walk(answered({}, who="helper", answers_to="person")))


def test_who_skips_the_place_is_not_asked_about_the_municipality() -> None:
    assert "municipality" not in keys(engine.walk(answered({}, who="self", place="")))


def test_who_lives_elsewhere_picks_from_the_list() -> None:
    path = engine.walk(answered({}, who="self", place="4200", municipality="other"))
    step = engine.find(path, "municipality_other")
    assert step is not None
    assert (step.number, step.total) == (6, 10)


def test_progress_counts_the_path_that_is_taken() -> None:
    path = engine.walk(answered({}, who="self", place=""))
    assert [(step.number, step.total) for step in path] == [(number, 8) for number in range(1, 9)]


def test_a_name_given_as_ones_own_is_asked_again_when_a_helper_takes_over() -> None:
    answers = answered({}, who="self", name="Mona Mor")
    answers = answered(answers, who="helper")
    step = engine.find(engine.walk(answers), "name")
    assert step is not None
    assert step.answer is None
    assert step.before is not None
    assert step.before.value == "Mona Mor"


def test_an_answer_counts_again_when_its_words_come_back() -> None:
    answers = answered({}, who="self", name="Kim Kandidat")
    answers = answered(answered(answers, who="helper"), who="self")
    assert "name" not in open_keys(answers)


def test_alone_and_together_are_said_in_the_same_words() -> None:
    answers = answered(answered({}, who="self", name="Kim Kandidat"), who="together")
    assert "name" not in open_keys(answers)


def test_another_place_asks_about_its_own_municipality() -> None:
    answers = answered({}, who="self", place="4200", municipality="0330")
    assert "municipality" not in open_keys(answers)
    assert "municipality" in open_keys(answered(answers, place="8000"))


def test_another_place_in_the_same_municipality_asks_nothing_again() -> None:
    answers = answered({}, who="self", place="4200", municipality="0330")
    assert "municipality" not in open_keys(answered(answers, place="4220"))


def test_an_answer_in_words_that_the_form_no_longer_has_does_not_count() -> None:
    old = Answer(key="fits", question="Hvad passer på dig?", value="stu", text="Jeg er på STU")
    assert "fits" in open_keys({"fits": old})


def test_an_answer_to_a_question_that_is_not_asked_is_not_sent() -> None:
    answers = answered({}, who="helper", helper_name="Mona Mor")
    answers = answered(answers, who="self", name="Kim Kandidat")
    assert [answer.key for answer in engine.to_send(engine.walk(answers))] == ["who", "name"]


def test_before_and_after_a_question() -> None:
    path = engine.walk({})
    assert engine.preceding(path, "who") is None
    assert engine.following(path, "consent") is None
    after = engine.following(path, "who")
    assert after is not None
    assert after.asked.key == "name"
    before = engine.preceding(path, "name")
    assert before is not None
    assert before.asked.key == "who"


def test_the_first_open_question_is_where_one_goes_on() -> None:
    first = engine.first_open(engine.walk(answered({}, who="self", place="")))
    assert first is not None
    assert first.asked.key == "name"
