"""Which entries are KLAPjob ads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.jobs.incoming import Entry, Reason
from portal.jobs.keep import KeepRule, why_left_out

KLAP = KeepRule()


def why(rule: KeepRule = KLAP, **parts: str) -> Reason | None:
    return why_left_out(rule, Entry(**({"reference": "1", "title": "Medhjælper i butik"} | parts)))


@pytest.mark.parametrize(
    "text",
    [
        "KLAPjob i Netto",
        "Klapjob i Netto",
        "Vores nye klapjobbere",
        "Søg gennem KLAP-job",
        "KLAP job hos os",
        "KLAP\u00a0job hos os",
        "KLAP\u00adjob hos os",
        "Ansøg på klapjob.dk",
        "Skriv til info@klapjob.dk",
        "Jobbet er slået op i samarbejde med KLAP.",
        "Tal med din KLAPjob-konsulent",
        "Tal med din klapkonsulent",
        "KLAP-projektet",
        "Vi er med i KLAP på tredje år",
    ],
)
def test_the_word_klap_keeps_an_ad_wherever_it_stands(text: str) -> None:
    assert why(title=text) is None
    assert why(employer=text) is None
    assert why(body_html=f"<p>Hej</p><p>{text}</p>") is None


@pytest.mark.parametrize(
    "text",
    [
        "Du får et klap på skulderen",
        "DU FÅR ET KLAP PÅ SKULDEREN",
        "Et KLAP PÅ RYGGEN til dig",
        "Giv dem et KLAP I HÆNDERNE",
        "Vi sætter klapstole op",
        "KLAPSTOLE og borde",
        "Vi klapper ad hinanden",
        "Opklapning af senge",
        "OPKLAPJOB",
        "Fleksjob på lager",
        "",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert why(body_html=text) is Reason.NO_KLAP_WORD


def test_mark_up_inside_a_tag_is_no_text() -> None:
    assert why(body_html='<p class="klapjob">Hej</p>') is Reason.NO_KLAP_WORD


def test_text_escaped_twice_is_read() -> None:
    assert why(body_html="&lt;p&gt;KLAPjob&amp;nbsp;her&lt;/p&gt;") is None


@pytest.mark.parametrize(
    "title", ["Konsulent til KLAPjob", "Sekretær hos KLAP", "Jobkonsulent til KLAP-job i Greve"]
)
def test_klapjobs_own_vacancies_are_left_out(title: str) -> None:
    assert why(title=title) is Reason.AT_KLAPJOB


def test_a_leading_role_in_the_text_is_no_vacancy_at_klapjob() -> None:
    assert why(title="KLAPjob i Netto", body_html="Ring til vores leder eller konsulent hos KLAPjob") is None


def test_a_source_of_klapjob_ads_only_keeps_everything() -> None:
    assert why(KeepRule(keep="all"), title="Medhjælper") is None


def test_more_words_may_keep_or_exclude_an_ad() -> None:
    rule = KeepRule(include=("skånejob",), exclude=("elev*",))
    assert why(rule, title="Skånejob i butik") is None
    assert why(rule, title="Skånejob som elevhjælper") is Reason.EXCLUDED_WORD
    assert why(rule, title="Skånejobbet") is Reason.NO_KLAP_WORD
    assert why(KeepRule(keep="all", exclude=("elev",)), title="Elev søges") is Reason.EXCLUDED_WORD


@given(st.text(), st.text(), st.text())
def test_any_text_gets_an_answer(title: str, employer: str, body: str) -> None:
    assert why(title=title, employer=employer, body_html=body) in {
        None,
        Reason.NO_KLAP_WORD,
        Reason.AT_KLAPJOB,
    }
