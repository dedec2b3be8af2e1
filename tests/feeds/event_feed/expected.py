"""What the two pages say, read by a person."""

from datetime import date

from portal.jobs.incoming import Entry, Reason

FIRST_PAGE = (
    Entry(
        reference="butik-17",
        title="KLAPjob i butik",
        employer="Testmarked Slagelse",
        cvr="10000001",
        body_html="<p>Du skal have førtidspension.</p>",
        url="https://testmarked.example/job/17",
        apply_url="https://testmarked.example/job/17/ansoeg",
        conditions=("Skånejob",),
        hours_min=10.0,
        hours_max=12.5,
        published_on=date(2026, 11, 1),
        deadline=date(2026, 12, 1),
        # 23:30 UTC is the next day in Copenhagen.
        expires_on=date(2027, 2, 1),
        address="Prøvevej 1",
        postal_code="4200",
        town="Slagelse",
        municipality="Slagelse",
    ),
    # Of an id that comes twice the later item counts.
    Entry(reference="butik-14", title="KLAPjob: anden udgave", body_html="Ny tekst"),
    Entry(reference="butik-12", title="KLAPjob, der kom igen"),
)
STOPPED_ON_FIRST = ("butik-16", "butik-15", "butik-13")

SECOND_PAGE = (
    Entry(
        reference="lager-11",
        title="Lagermedhjælper",
        employer="Lageret på Prøve",
        body_html="<p>KLAPjob på lageret</p>",
        url="https://testmarked.example/job/11",
        published_on=date(2026, 11, 5),
        municipality="Kolding",
    ),
)
STOPPED_ON_SECOND = ("lager-10",)
REFUSED = (
    ("lager-09", Reason.UNREADABLE, '{"id": "lager-09", "status": "DRAFT", "title": "Kladde"}'),
    ("lager-08", Reason.NO_TITLE, '{"id": "lager-08", "status": "ACTIVE", "title": " "}'),
    ("", Reason.NO_REFERENCE, '{"status": "INACTIVE"}'),
    ("", Reason.NO_REFERENCE, "null"),
)
TOTAL = 6
