"""The fast looks that spare most lines the slow patterns never overlook what those would find."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.easyread import privacy
from portal.easyread.html import plain_text

SIGNS = "0123456789 01019012343112-–./_\n abKØ\u00a0\u00ad\u200b①⑳٣３²½㏴⒑&#48;<b>"
PIECES = st.sampled_from(
    [
        *SIGNS,
        *("010190-1234", "01 01 90 1234", "&#48;", "&amp;#49;", "<b>", "</b>", "<i class='1'>", "&nbsp;"),
        *(
            "kontakt ",
            "KONTAKT ",
            "hilſen ",
            "Mvh. ",
            "butikschef: ",
            "ring til ",
            "Hanne",
            " Prøve",
            " Lee-Ann",
        ),
        *("v/", "\u212aontakt ", "20 11 22 33", "+45", "x@y.dk", "x(at)y.dk", "x [at] y.dk", ", "),
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@settings(max_examples=150)
@given(TEXTS)
@example("0&#49;0190-1234")
@example("&amp;#48;10190-1234")
@example("<b>01</b>0190-<i>1234</i>")
@example("①⑳٣３²½㏴⒑")
def test_no_cpr_number_is_overlooked_however_it_is_written(text: str) -> None:
    readings = (text, plain_text(text), privacy._TAG.sub("", text))
    if any(map(privacy.has_cpr, readings)):
        assert privacy.may_have_cpr(text)


@settings(max_examples=150)
@given(TEXTS)
def test_no_cpr_number_has_fewer_digits_than_one(text: str) -> None:
    if privacy._has_fewer_digits(text, privacy._CPR_DIGITS):
        plain = privacy._plain_digits(text)
        assert not privacy._CPR.search(plain)
        assert not privacy._CPR_SPACED.search(plain)


@settings(max_examples=150)
@given(TEXTS)
@example("hilſen Hanne")
@example("\u212aontakt Hanne")
def test_no_contact_is_overlooked(text: str) -> None:
    if not privacy._may_name(text):
        assert not privacy._NAMED.search(text)
    if privacy._has_fewer_digits(text, privacy._PHONE_DIGITS):
        assert not privacy._PHONE.search(text)
    slow = privacy._NAMED.sub(privacy._hide_name, privacy._MAIL.sub(privacy.HIDDEN, text))
    slow = privacy._PHONE.sub(privacy.HIDDEN, privacy._CPR.sub(privacy.HIDDEN, slow))
    slow = "\n".join(privacy.HIDDEN if privacy.has_cpr(line) else line for line in slow.split("\n"))
    assert privacy.mask_contacts(text) == slow
