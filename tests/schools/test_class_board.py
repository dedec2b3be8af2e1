"""The class board: what stands in an address, and what a student liked."""

from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.trades import TRADES
from portal.schools import class_board
from portal.schools.class_board import Card, Round


def card(name: str, trade: str) -> Card:
    return Card(id=name, title=name, place="", trade=TRADES[trade], tasks=())


CARDS = (card("a", "shop"), card("b", "kitchen"), card("c", "shop"), card("d", "office"))


def test_the_next_card_is_the_first_without_an_answer() -> None:
    assert Round(cards=CARDS).card == CARDS[0]
    assert Round(cards=CARDS, answers="jn").card == CARDS[2]
    assert Round(cards=CARDS, answers="jnmj").card is None


def test_an_answer_can_be_taken_back() -> None:
    assert Round(cards=CARDS, answers="j").answered("n").undone().answers == "j"


def test_cards_lie_in_the_pile_of_their_answer() -> None:
    done = Round(cards=CARDS, answers="jnjm")
    assert [[each.id for each in done.sorted_into(letter)] for letter in class_board.ANSWERS] == [
        ["a", "c"],
        ["d"],
        ["b"],
    ]


def test_the_trade_with_most_yes_comes_first_and_one_with_no_is_left_out() -> None:
    done = Round(cards=CARDS, answers="mnjm")
    assert [trade.key for trade in done.trades()] == ["shop", "office"]


def test_who_says_no_to_all_likes_no_trade() -> None:
    assert Round(cards=CARDS, answers="nnnn").trades() == ()


def test_ids_come_once_and_what_cannot_be_one_is_left_out() -> None:
    assert class_board.read("b-a-B--æ-" + "x" * 21) == ("b", "a")


def test_a_board_holds_twelve() -> None:
    assert len(class_board.read("-".join(f"id{number}" for number in range(40)))) == 12


def test_what_is_no_answer_ends_the_answers() -> None:
    assert class_board.answers_in("-", cards=3) == ""
    assert class_board.answers_in("jxm", cards=3) == "j"
    assert class_board.answers_in("jmnj", cards=3) == "jmn"


@given(st.text(), st.integers(min_value=0, max_value=12))
def test_any_address_is_a_round(typed: str, cards: int) -> None:
    kept = class_board.answers_in(typed, cards=cards)
    assert len(kept) <= cards
    assert set(kept) <= set(class_board.ANSWERS)
    assert class_board.read(class_board.write(class_board.read(typed))) == class_board.read(typed)
