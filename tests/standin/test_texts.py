"""The words of the made-up ads: the skeleton of a KLAPjob ad, varied; and ads that only look like one."""

import re
from html import unescape

from importers.standin.bodies import Block, as_html
from importers.standin.people import company_number, contacts

FIRST_LINE = re.compile(r"førtidspension|fleksjob", re.IGNORECASE)
KLAP = re.compile(r"\bKLAP(-?job)?\b")


def lines_of(ad):
    text = unescape(re.sub(r"<[^>]*>", "\n", ad.body))
    return [line.strip(" \t\xa0-–•") for line in text.splitlines() if line.strip(" \t\xa0-–•")]


def test_the_first_line_says_who_can_get_the_job(klapjobs):
    native = [ad for ad in klapjobs if not ad.url]
    assert [ad.title for ad in native if not FIRST_LINE.search(lines_of(ad)[0])] == []


def test_a_fleksjob_asks_for_no_pension(klapjobs):
    fleksjobs = [ad for ad in klapjobs if ad.announcement == "Fleksjob"]
    assert [ad.title for ad in fleksjobs if "pension" in ad.body] == []


def test_every_klapjob_is_applied_for_through_klap(klapjobs):
    assert [ad.title for ad in klapjobs if not KLAP.search(" ".join(lines_of(ad)))] == []


def test_every_klapjob_lists_four_to_eight_tasks(klapjobs):
    for ad in klapjobs:
        lines = lines_of(ad)
        start = next(
            at for at, line in enumerate(lines) if re.match(r"(Arbejds|Dine )opgaver|Du kan blandt", line)
        )
        tasks = [line for line in lines[start + 1 : start + 5] if len(line) < 80]
        assert len(tasks) == 4, ad.title


def test_no_two_klapjobs_have_the_same_text(klapjobs):
    assert len({ad.body for ad in klapjobs}) == len(klapjobs)


def test_scraped_ads_hold_menus_and_long_blanks(klapjobs):
    scraped = [ad.body for ad in klapjobs if ad.url]
    assert all("Accepter cookies" in body and "\n\n\n\t" in body and "<p>" not in body for body in scraped)


def test_other_ads_say_klap_only_as_a_word_of_its_own_meaning(others):
    saying = [ad for ad in others if "klap" in ad.body.lower()]
    assert len(saying) > 30
    assert [ad.title for ad in saying if KLAP.search(ad.title + ad.body)] == [
        ad.title for ad in others if ad.title.startswith("Konsulent til KLAPjob")
    ]


def test_some_fleksjobs_and_skaanejobs_have_nothing_to_do_with_klap(others):
    assert sum(ad.announcement == "Fleksjob" for ad in others) > 20
    assert sum(ad.announcement == "Foertidspension" for ad in others) > 10


def test_other_ads_are_of_all_trades_and_types(klapjobs, others):
    assert {ad.trade for ad in others} == {ad.trade for ad in klapjobs}
    assert {ad.announcement for ad in others} == {
        *("Ordinaert", "Efterloenner", "Foertidspension", "Fleksjob", "Handicapingenhindring", "Hotjob"),
    }


def test_people_and_companies_cannot_be_mistaken_for_real_ones(ads):
    names = {name for ad in ads for name in ad.contacts}
    assert names <= {
        f"{first} {last}"
        for first in ("Test", "Prøve", "Eksempel", "Demo")
        for last in ("Testesen", "Prøvesen", "Eksempelsen", "Demosen")
    }
    assert all(re.fullmatch(r"00\d{6}", ad.cvr) for ad in ads)


def test_an_employer_keeps_its_number():
    assert company_number("Bilka") == company_number("Bilka") != company_number("Netto")


def test_an_ad_names_one_or_two_different_people():
    assert {len(contacts(turn)) for turn in range(200)} == {1, 2}


def test_every_layout_keeps_every_word():
    blocks = [Block(text="Først & sidst"), Block(text="Opgaver:", items=("æble", "pære"))]
    for turn in range(40):
        text = unescape(re.sub(r"<[^>]*>", " ", as_html(blocks, turn))).lower()
        assert [word for word in ("først & sidst", "opgaver:", "æble", "pære") if word not in text] == []
