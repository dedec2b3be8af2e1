"""The reasons to choose among, few and in plain words: (key in the row, words on the page)."""

from typing import Final

HOW_AGREED: Final = (
    ("phone", "Personen har sagt ja i telefonen"),
    ("talked", "Personen har sagt ja i en samtale"),
    ("signature", "Vi har personens underskrift"),
    ("power_of_attorney", "Hjælperen har fuldmagt"),
    ("guardian", "En værge har sagt ja"),
)
NOT_FOR_US: Final = (
    ("finds_alone", "Kan selv finde et job"),
    ("no_disability", "Har ikke et handicap, som vi hjælper med"),
    ("no_grant", "Har ikke pension, fleksjob eller STU"),
    ("other_work", "Vil noget, som vi ikke har job i"),
)
WHY_CLOSED: Final = (
    ("withdrew", "Personen vil ikke mere"),
    ("has_work", "Personen har fundet et job"),
    ("no_contact", "Vi kan ikke få fat i personen"),
    ("twice", "Personen har en sag i forvejen"),
    ("not_real", "Det er ikke en rigtig ansøgning"),
    ("other", "Noget andet"),
)
WHY_BACK: Final = (
    ("other_place", "Personen bor et andet sted"),
    ("no_contact", "Vi kan ikke få fat i personen"),
    ("knows_too_little", "Vi ved for lidt"),
    ("not_for_us", "Passer ikke til os"),
    ("other", "Noget andet"),
)
WHY_NO_FLEKSJOB: Final = (
    ("knows_too_little", "Vi ved for lidt"),
    ("works_more", "Kan arbejde mere, end vi har job til"),
    ("not_for_us", "Passer ikke til os"),
)
WHY_NOT_HIRED: Final = (
    ("work_unfit", "Arbejdet passede ikke"),
    ("workplace_no", "Arbejdspladsen sagde nej"),
    ("person_no", "Personen sagde nej"),
    ("other", "Noget andet"),
)
# What the programme's own figures ask half a year after a hire.
AFTER_SIX_MONTHS: Final = (
    ("same_job", "Har stadig det samme job"),
    ("new_job", "Har et nyt job"),
    ("wants_job", "Har intet job og vil gerne have et"),
    ("no_job_wanted", "Har intet job og vil ikke have et"),
)

# The words of every reason that a move may carry.
WORDS: Final = dict(
    (
        *HOW_AGREED,
        *NOT_FOR_US,
        *WHY_CLOSED,
        *WHY_BACK,
        *WHY_NO_FLEKSJOB,
        *WHY_NOT_HIRED,
        *AFTER_SIX_MONTHS,
    )
)
