"""P43: in free text CPR-like numbers are found and lookalikes let through; contacts are hidden."""

import calendar
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.easyread.privacy import HIDDEN, has_contacts, has_cpr, mask_contacts
from trust.figures import note

SHAPES = (
    "{d}-{n}",
    "{d}{n}",
    "{d} {n}",
    "{d} - {n}",
    "{d}–{n}",
    "{d}—{n}",
    "{d}\u2011{n}",
    "{d}\u00a0{n}",
    "{d}\u2212{n}",
)
DATES = ("{day:02}{month:02}{year:02}", "{day:02} {month:02} {year:02}", "{day:02}.{month:02}.{year:02}")
SENTENCES = (
    "{}",
    "Mit CPR er {}.",
    "cpr:{}",
    "Jeg hedder Ane Prøve {} og bor i Køge",
    "({})",
    "født {}, tlf 20304050",
)


def made_cpr(dice: random.Random) -> str:
    year, month = dice.randrange(100), dice.randint(1, 12)
    day = dice.randint(1, calendar.monthrange(2000 + year, month)[1]) + dice.choice((0, 0, 0, 60))
    date = dice.choice(DATES).format(day=day, month=month, year=year)
    return dice.choice(SHAPES).format(d=date, n=f"{dice.randrange(10_000):04}")


def made_lookalike(dice: random.Random) -> str:
    digits = [str(dice.randrange(10)) for _ in range(13)]
    phone = str(dice.randint(2, 9)) + "".join(digits[:7])
    pairs = " ".join(phone[at : at + 2] for at in range(0, 8, 2))
    cvr, ean = "".join(digits[:8]), "579" + "".join(digits[:10])
    postcode = str(dice.randint(1000, 9990))
    return dice.choice(
        (
            f"Ring på {phone}",
            f"Tlf. {pairs}",
            f"+45 {pairs} eller {phone}",
            f"mobil {phone[:4]} {phone[4:]}",
            f"CVR {cvr}",
            f"CVR-nr. {cvr[:2]} {cvr[2:4]} {cvr[4:6]} {cvr[6:]}",
            f"EAN {ean}",
            f"EAN-nummer {ean[:4]} {ean[4:8]} {ean[8:]}",
            f"{postcode} Slagelse, tlf. {phone}",
            f"Storegade 12, {postcode} Køge",
            f"d. {dice.randint(1, 28)}.{dice.randint(1, 12)}.20{dice.randint(10, 30)} kl. 9",
        )
    )


def test_each_of_500_made_cpr_numbers_is_found():
    dice = random.Random(43)
    texts = [dice.choice(SENTENCES).format(made_cpr(dice)) for _ in range(500)]
    assert [text for text in texts if not has_cpr(text)] == []
    note(43, "500 of 500 made CPR numbers found")


def test_at_most_1_percent_of_500_lookalikes_is_a_false_alarm():
    dice = random.Random(44)
    alarms = [line for line in (made_lookalike(dice) for _ in range(500)) if has_cpr(line)]
    assert len(alarms) <= 5, alarms


@pytest.mark.parametrize(
    "text",
    [
        "０１０１９０-1234",  # full-width digits
        "٠١٠١٩٠-١٢٣٤",  # Arabic digits
        "0 1 0 1 9 0 - 1 2 3 4",
        "010190 12 34 -> 010190-12 34",
        "01/01/90-1234",
        "610190-1234",  # a replacement number: day + 60
        "290200-1234",  # 29 February 2000
        "0101\u200b90-1234",  # an invisible space
        "010190 1234 20304050",
        "cpr010190-1234x",
    ],
)
def test_unusual_ways_to_write_a_cpr_number_are_found(text):
    assert has_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "320190-1234",  # no 32nd day
        "011390-1234",  # no 13th month
        "300290-1234",  # no 30 February
        "290201-1234",  # 2001 had no 29 February
        "920190-1234",  # 92 - 60 is no day
        "20304050",
        "1010190-12345",
        "12-05-2026",
        "",
    ],
)
def test_what_is_no_date_is_no_cpr_number(text):
    assert not has_cpr(text)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Skriv til ane.proeve@example.dk i dag", f"Skriv til {HIDDEN} i dag"),
        ("ane (at) example.dk", HIDDEN),
        ("Ring 20304050", f"Ring {HIDDEN}"),
        ("Ring på +45 20 30 40 50.", f"Ring på {HIDDEN}."),
        ("Tlf. 2030 4050 / 20-30-40-50", f"Tlf. {HIDDEN} / {HIDDEN}"),
        ("Kontakt butikschef Hanne Prøve på 20304050", f"Kontakt butikschef {HIDDEN} på {HIDDEN}"),
        ("Venlig hilsen Hanne Prøve-Test", f"Venlig hilsen {HIDDEN}"),
        ("Butikschef: Hanne P. Prøve", f"Butikschef: {HIDDEN}"),
        ("Tal med din leder Hanne", f"Tal med din leder {HIDDEN}"),
        ("Mit tal er 010190-1234", f"Mit tal er {HIDDEN}"),
    ],
)
def test_contacts_are_hidden(text, masked):
    assert mask_contacts(text) == masked
    assert has_contacts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Søg jobbet gennem KLAPjob. Kontakt ikke butikken.",
        "Kontakt Lev eller dit jobcenter i Køge",
        "10-15 timer om ugen, kl. 8.00-12.00, 4200 Slagelse, 2026-2027",
        "Løn 3.612,60 kr. om måneden",
        "Vi holder åbent 8-20 hver dag",
        "Din leder viser dig rundt",
    ],
)
def test_what_names_nobody_stays(text):
    assert mask_contacts(text) == text
    assert not has_contacts(text)


@given(st.text(), st.sampled_from(["010190-1234", "310312 4567", "611290-0000"]), st.text())
def test_a_masked_text_holds_no_cpr_number(before, number, after):
    assert not has_cpr(mask_contacts(f"{before} {number} {after}"))


@given(st.text())
def test_masking_twice_hides_no_more(text):
    once = mask_contacts(text)
    assert mask_contacts(once) == once
