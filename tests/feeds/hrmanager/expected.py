"""What `positions.json` says, read by a person."""

from datetime import date

from portal.jobs.incoming import Entry, Reason

APPLY = "https://kandidat.example/ApplicationInit.aspx?cid=9"

ENTRIES = (
    Entry(
        reference="145423",
        # The project's number at the end is not part of the title.
        title="KLAPjob i bageren - Testmarked Slagelse",
        employer="Testmarked A/S",
        body_html="<p>Du skal have <strong>førtidspension</strong>.</p>\n\n<ul>\n<li>Pakke brød </li>\n</ul>",
        url=f"{APPLY}&ProjectId=145423&DepartmentId=2&MediaId=5",
        apply_url=f"{APPLY}&ProjectId=145423&SkipAdvertisement=true",
        conditions=("Skånejob",),
        hours_min=12.5,
        hours_max=12.5,
        published_on=date(2026, 11, 2),
        # 22:59:59 UTC is the last second of the day in Copenhagen.
        deadline=date(2026, 11, 30),
        address="Prøvevej 1",
        postal_code="4200",
        town="Slagelse",
    ),
    Entry(
        reference="145500",
        # Four digits may be a postal code: they stay.
        title="Medhjælper til vaskeriet - 8000",
        employer="Testmarked A/S",
        body_html="KLAPjob i vores vaskeri.",
        url=f"{APPLY}&ProjectId=145500",
        conditions=("Fleksjob",),
        # 23:00 UTC is the next day in Copenhagen; the year 1 means no deadline; 0 hours means not stated.
        published_on=date(2026, 3, 29),
        address="Vaskerivej 2, 7100 Vejle",
        municipality="Vejle Kommune",
    ),
    Entry(
        reference="145501",
        title="KLAPjob flere steder",
        employer="Testmarked A/S",
        # Two locations: neither is the place.
        deadline=date(2026, 9, 7),
    ),
    Entry(
        reference="100001",
        title="Uopfordret ansøgning",
        employer="Testmarked A/S",
        body_html="Skriv til os om KLAPjob.",
        conditions=("OpenApplication",),
    ),
)
REFUSED = (("145502", Reason.NO_TITLE), ("", Reason.NO_REFERENCE))
PAYLOADS = (
    '{"Id": 145502, "Name": "  ", "ProjectType": "RecruitmentProject", "ShortDescription": "Uden navn"}',
    '{"Name": "Uden nummer"}',
)
TOTAL = 6
PEOPLE = ("Deltagersen", "Lederesen", "+4500000", "@testmarked.example")
