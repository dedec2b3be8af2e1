"""The target group's criteria: met, not met or unknown, by which answer; a signal, never a verdict."""

from hypothesis import given
from hypothesis import strategies as st

from portal.answers import Answer
from portal.models.application import FilledBy
from portal.screening.criteria import Assessment, Signal, Verdict, assess

LONG = "Jeg er glad for at arbejde med mennesker. " * 18


def _said(key: str, *values: str, text: str = "") -> Answer:
    return Answer(key=key, question="", text=text or ", ".join(values), values=values)


SHOP = _said("trades", "shop", text="Butik")
PENSION = _said("fits", "disability_pension", text="Jeg får førtidspension")


def _assess(*answers: Answer, fits: str, filled_by: FilledBy = FilledBy.SELF) -> Assessment:
    return assess(answers, fits=fits, filled_by=filled_by)


def test_pension_and_a_trade_of_ours_is_all_a_skaanejob_asks_for() -> None:
    found = _assess(PENSION, SHOP, fits="disability_pension")
    assert found.signal == Signal.GREEN
    assert found.job_type == "Skånejob"
    assert [(c.verdict, c.because) for c in found.criteria] == [
        (Verdict.MET, "Jeg får førtidspension"),
        (Verdict.MET, "Butik"),
    ]
    assert found.reasons == ()


def test_a_skipped_question_is_unknown_and_makes_the_signal_yellow() -> None:
    found = _assess(PENSION, fits="disability_pension")
    assert [c.verdict for c in found.criteria] == [Verdict.MET, Verdict.UNKNOWN]
    assert found.signal == Signal.YELLOW
    assert found.reasons == ("Vi mangler svar: Vil arbejde et sted, vi samarbejder med.",)


def test_something_else_may_be_anything() -> None:
    found = _assess(PENSION, _said("trades", "other"), fits="disability_pension")
    assert found.criteria[1].verdict == Verdict.UNKNOWN


@given(
    st.lists(st.text(max_size=12), max_size=4),
    st.sampled_from(["", "disability_pension", "fleksjob", "stu", "clarify", "dont_know"]),
)
def test_whether_somebody_wants_a_partner_company_is_met_or_unknown_never_a_no(
    trades: list[str], fits: str
) -> None:
    for values in (trades, ["other"], ["dont_know"], ["no"], []):
        found = _assess(_said("trades", *values), fits=fits)
        assert found.criteria[1].words == "Vil arbejde et sted, vi samarbejder med"
        assert found.criteria[1].verdict in {Verdict.MET, Verdict.UNKNOWN}


def test_the_question_stands_beside_the_answer_behind_a_criterion() -> None:
    asked = Answer(key="support", question="Får du hjælp hjemme?", text="Ja", values=("yes",))
    found = _assess(asked, fits="fleksjob")
    support = next(c for c in found.one_is_enough if c.because)
    assert (support.asked, support.because) == ("Får du hjælp hjemme?", "Ja")


def test_a_student_needs_no_settled_income() -> None:
    found = _assess(SHOP, fits="stu")
    assert found.signal == Signal.GREEN
    assert found.job_type == "STU-elev"


def test_for_a_fleksjob_one_more_sign_is_enough() -> None:
    found = _assess(SHOP, _said("special_class", "yes", text="Ja"), fits="fleksjob")
    assert found.signal == Signal.GREEN
    assert [c.verdict for c in found.one_is_enough] == [
        Verdict.UNKNOWN,
        Verdict.MET,
        Verdict.UNKNOWN,
        Verdict.UNKNOWN,
    ]


def test_for_a_fleksjob_without_any_sign_something_is_missing() -> None:
    found = _assess(SHOP, _said("special_class", "no", text="Nej"), fits="fleksjob")
    assert found.one_is_enough[1].verdict == Verdict.NOT_MET
    assert found.signal == Signal.YELLOW
    assert found.reasons == ("Vi mangler mindst ét svar om STU, skole, støtte eller arbejdsevne.",)


def test_other_hours_than_the_target_groups_do_not_count() -> None:
    for hours in ("less", "more"):
        found = _assess(SHOP, _said("capacity", hours), fits="fleksjob")
        assert found.one_is_enough[3].verdict == Verdict.NOT_MET


def test_who_wants_a_call_is_somebody_to_talk_with() -> None:
    found = _assess(PENSION, SHOP, _said("call_phone", "20 11 22 33"), fits="disability_pension")
    assert found.signal == Signal.TALK
    assert found.reasons == ("Personen vil gerne ringes op.",)


def test_who_is_being_clarified_is_somebody_to_talk_with() -> None:
    found = _assess(SHOP, fits="clarify")
    assert found.signal == Signal.TALK
    assert found.criteria[0].verdict == Verdict.UNKNOWN
    assert found.reasons[0] == "Kommunen er ved at afklare, hvad personen kan."


def test_who_does_not_know_is_somebody_to_talk_with() -> None:
    for fits in ("dont_know", ""):
        assert _assess(SHOP, fits=fits).signal == Signal.TALK


def test_a_long_fluent_text_by_the_person_alone_is_a_sign_to_talk() -> None:
    found = _assess(PENSION, SHOP, _said("more", LONG), fits="disability_pension")
    assert found.fluent
    assert found.signal == Signal.TALK
    assert found.reasons == ("Personen har selv skrevet en lang og flydende tekst.",)


def test_the_same_text_by_a_helper_says_nothing_about_the_person() -> None:
    for who in (FilledBy.HELPER, FilledBy.TOGETHER):
        found = _assess(PENSION, SHOP, _said("more", LONG), fits="disability_pension", filled_by=who)
        assert found.signal == Signal.GREEN


def test_how_much_was_written_is_counted_in_free_text_only() -> None:
    found = _assess(PENSION, SHOP, _said("more", "Jeg kan lide brød."), fits="disability_pension")
    assert (found.words_written, found.fluent) == (4, False)


def test_a_skipped_text_counts_no_words() -> None:
    skipped = Answer(key="more", question="", text="Sprunget over", values=())
    assert _assess(PENSION, SHOP, skipped, fits="disability_pension").words_written == 0


@given(
    st.lists(
        st.builds(_said, st.sampled_from(["trades", "more", "capacity", "support", "x"]), st.text(max_size=8))
    ),
    st.sampled_from(["disability_pension", "fleksjob", "stu", "clarify", "dont_know", "", "nonsense"]),
    st.sampled_from([*FilledBy, None]),
)
def test_every_application_gets_a_signal_and_what_is_not_green_is_explained(
    answers: list[Answer], fits: str, filled_by: FilledBy | None
) -> None:
    found = assess(answers, fits=fits, filled_by=filled_by)
    assert (found.signal == Signal.GREEN) == (found.reasons == ())
