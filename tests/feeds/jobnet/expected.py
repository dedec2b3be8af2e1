"""What `search.json` and `detail.json` say, read by a person."""

from datetime import date

from portal.jobs.incoming import Entry, Reason

NATIVE, NO_PLACE, EXTERNAL = (f"{n * 8}-{n * 4}-4{n * 3}-8{n * 3}-{n * 12}" for n in "123")
TAKEN_IN = "E10990623"

ENTRIES = (
    Entry(
        reference=NATIVE,
        title="KLAPjob i Testmarked Slagelse - bageren",
        employer="Testmarked A/S",
        cvr="10000001",
        body_html="<p>Du skal have <strong>førtidspension</strong>.</p><ul><li>Pakke brød</li></ul>",
        url=f"https://jobnet.example/find-job/{NATIVE}",
        conditions=("Skånejob",),
        hints=("Foertidspension",),
        published_on=date(2026, 4, 20),
        deadline=date(2026, 6, 15),
        address="Prøvevej 1",
        postal_code="4200",
        town="Slagelse",
        municipality="Slagelse",
    ),
    Entry(
        reference=NO_PLACE,
        title="Køkkenhjælp gennem KLAP",
        employer="Prøvekøkkenet ApS",
        body_html="<p>Søg gennem KLAP.</p>",
        url=f"https://jobnet.example/find-job/{NO_PLACE}",
        hints=("Foertidspension",),
        published_on=date(2026, 3, 13),
        # "21:59:00+02:00" is 23:59 Danish time, written as UTC: the date is right.
        deadline=date(2026, 4, 5),
    ),
    Entry(
        reference=TAKEN_IN,
        title="KLAPjob på lager",
        employer="Lageret på Prøve",
        cvr="10000003",
        body_html="KLAPjob på lager\n\nMenu\n\nDu skal pakke varer.",
        url="https://lager.example/job/7?id=3",
        apply_url="https://lager.example/job/7?id=3",
        hints=("Foertidspension",),
        published_on=date(2026, 3, 27),
        postal_code="8000",
        town="Aarhus C",
    ),
    Entry(
        reference=EXTERNAL,
        title="KLAPjob i haven",
        employer="Det Ydre Firma",
        url="https://ydre.example/job",
        apply_url="https://ydre.example/job",
        hints=("Foertidspension",),
        # 22:00 UTC in June is midnight in Copenhagen, of the next day.
        deadline=date(2026, 6, 15),
    ),
)
REFUSED = (
    ("44444444-4444-4444-8444-444444444444", Reason.NO_TITLE),
    ("", Reason.NO_REFERENCE),
    ("", Reason.NO_REFERENCE),
)
TOTAL = 57

DETAIL = Entry(
    reference=NATIVE,
    title="KLAPjob i Testmarked Slagelse - bageren",
    employer="Testmarked A/S",
    cvr="10000001",
    body_html="<p>Du skal have <strong>førtidspension</strong>.</p>"
    "<ul><li>Pakke brød</li><li>Vaske op</li></ul>",
    apply_url="https://testmarked.example/ansoeg",
    conditions=("Foertidspension",),
    hours_min=10.0,
    hours_max=15.0,
    published_on=date(2026, 4, 20),
    deadline=date(2026, 6, 15),
    expires_on=date(2026, 6, 15),
    address="Prøvevej 1",
    postal_code="4200",
    town="Slagelse",
    municipality="Slagelse",
)
