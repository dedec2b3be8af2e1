"""What the two pages of vacancies say, read by a person."""

from datetime import date

from portal.jobs.incoming import Entry, Reason

SECTION = "00000000-0000-4000-8000-00000000bbbb"
"""The list of 30, not the widget of 6."""

FIRST_PAGE = (
    Entry(
        reference="ab12cd",
        title="KLAPjob i kantinen",
        employer="Prøvestad Kommune",
        body_html="<p>Du skal have førtidspension.</p><ul><li>Dække bord</li></ul>",
        url="https://proevestad.example/ad/klapjob-i-kantinen/ab12cd",
        # Both times say that they are UTC; in Copenhagen it is an hour later.
        published_on=date(2026, 11, 2),
        deadline=date(2026, 12, 1),
        address="Prøvevej 1-7",
        postal_code="8230",
        town="Åbyhøj",
    ),
    Entry(
        reference="ef34gh",
        title="Pedelmedhjælper (KLAPjob)",
        employer="Prøvestad Kommune",
        url="https://proevestad.example/ad/pedel%20%C3%A6/ef34gh",
        published_on=date(2026, 11, 3),
        # The year 1 means no deadline.
        postal_code="8000",
        town="Aarhus C",
    ),
    Entry(
        reference="zz99zz",
        title="Uopfordret ansøgning til KLAPjob",
        employer="Prøvestad Kommune",
        url="https://proevestad.example/ad/uopfordret/zz99zz",
        conditions=("talentPool",),
    ),
)
SECOND_PAGE = (
    Entry(
        reference="jk56lm",
        title="KLAPjob i Malmø",
        employer="Prøvestad Kommune",
        body_html="<p>KLAPjob</p>",
        url="https://job.example/malmoe?id=7",
        # Four digits in another country are no Danish postal code.
        town="Sweden",
    ),
)
REFUSED = (("no78pq", Reason.NO_TITLE), ("", Reason.NO_REFERENCE))
TOTAL = 6
PEOPLE = ("Kontaktsen", "+4500000003", "@proevestad.example", "factDatas")
