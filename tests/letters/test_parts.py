"""A letter's text becomes paragraphs; a line with an empty field is left out."""

from hypothesis import given
from hypothesis import strategies as st

from portal.letters.parts import Paragraph, Piece, fields, fill, plain

PHONE = Piece("20 00 00 00", "tel:+4520000000")


def words(paragraphs: tuple[Paragraph, ...]) -> list[tuple[bool, list[str]]]:
    return [(p.is_list, ["".join(piece.words for piece in line) for line in p.lines]) for p in paragraphs]


def test_an_empty_line_begins_a_paragraph_and_a_dash_an_item() -> None:
    text = "Hej\nKim\n\nDet sker:\n- Vi læser.\n- Vi ringer.\n\nFarvel"
    assert words(fill(text, {})) == [
        (False, ["Hej", "Kim"]),
        (False, ["Det sker:"]),
        (True, ["Vi læser.", "Vi ringer."]),
        (False, ["Farvel"]),
    ]


def test_a_field_is_filled_in_and_may_be_a_link() -> None:
    (paragraph,) = fill("Ring: {telefon}.", {"telefon": PHONE})
    assert paragraph.lines == ((Piece("Ring: "), PHONE, Piece(".")),)


def test_a_line_with_an_empty_field_is_left_out_and_an_empty_paragraph_too() -> None:
    text = "Hej\nRing: {telefon}\n\n{telefon}\n\n- {telefon}\n- Farvel"
    assert words(fill(text, {"telefon": Piece("")})) == [(False, ["Hej"]), (True, ["Farvel"])]


def test_plain_text_keeps_paragraphs_and_items() -> None:
    text = "Hej\n\n- En\n- To\n\nVenlig hilsen\nKLAPjob"
    assert plain(fill(text, {})) == text


@given(text=st.text(alphabet="ab {}-\n.", max_size=40))
def test_any_text_can_be_shown_when_its_fields_are_known(text: str) -> None:
    shown = plain(fill(text, {name: Piece("x") for name in fields(text)}))
    assert shown.count("\n\n\n") == 0
