"""Makes 240 made-up ads that are not KLAPjobs, among them those an importer may take for one."""

from datetime import date
from uuid import NAMESPACE_DNS, uuid5

from importers.standin import bodies, timing
from importers.standin.ad import Ad, AnnouncementType
from importers.standin.bodies import Block
from importers.standin.choosing import chance, pick, shuffled
from importers.standin.people import company_number, contacts, street
from importers.standin.spread import places
from importers.standin.texts import OrdinaryJob, ordinary, ordinary_jobs, roles
from portal.places.postcodes import Postcode

COUNT = 240
_AT_KLAP = 100


def ordinary_ads(today: date) -> list[Ad]:
    """The ads that are not KLAPjobs as they stand on `today`; the same for the same day."""
    return [_ad(place, turn, today) for turn, place in enumerate(places(COUNT, "ordinary"))]


def _ad(place: Postcode, turn: int, today: date) -> Ad:
    announcement = _announcement(turn)
    job = _subsidised_job(announcement, turn) or _ordinary_job(turn)
    employer = pick(job.employers, "employer", turn)
    text = _blocks(job, employer, place, announcement, turn)
    taken_in = turn % 16 == 2
    deadline, style = timing.deadline(today, "ordinary", turn)
    return Ad(
        id=f"E{10_995_000 + turn}" if taken_in else str(uuid5(NAMESPACE_DNS, f"job-{turn}.example.invalid")),
        title=f"{job.title} hos {employer} i {place.town}",
        body=bodies.as_scraped_page(text, employer) if taken_in else bodies.as_html(text, "ordinary", turn),
        employer=employer,
        cvr=company_number(employer),
        occupation=job.title,
        announcement=announcement,
        klap=False,
        trade=job.trade,
        role="",
        published=timing.published(today, "ordinary", turn),
        deadline=deadline,
        deadline_style=style,
        postal_code=place.number,
        town=place.town,
        municipality_code=place.municipality_code,
        says_municipality=chance(85, "municipality", "ordinary", turn),
        address=street("ordinary", turn),
        part_time=_part_time(announcement, turn),
        temporary=turn % 9 == 4,
        url=f"https://job.example.invalid/ledige-job/{turn}" if taken_in else "",
        contacts=contacts("ordinary", turn),
    )


def _announcement(turn: int) -> AnnouncementType:
    """Some of every type: a type alone does not make a KLAPjob."""
    if turn == _AT_KLAP:
        return "Ordinaert"
    rare: tuple[tuple[int, int, AnnouncementType], ...] = (
        (8, 3, "Fleksjob"),
        (11, 5, "Foertidspension"),
        (15, 7, "Handicapingenhindring"),
        (23, 1, "Hotjob"),
        (59, 2, "Efterloenner"),
    )
    return next((name for every, rest, name in rare if turn % every == rest), "Ordinaert")


def _ordinary_job(turn: int) -> OrdinaryJob:
    """The kinds of jobs in turn; the one at the KLAPjob secretariat only once."""
    jobs = [job for job in ordinary_jobs() if ("KLAP" in job.title) == (turn == _AT_KLAP)]
    return jobs[turn % len(jobs)]


def _subsidised_job(announcement: AnnouncementType, turn: int) -> OrdinaryJob | None:
    """A fleksjob or skånejob that an employer fills without KLAPjob."""
    if announcement not in {"Fleksjob", "Foertidspension"}:
        return None
    role = pick([role for role in roles() if role.shops], "subsidised", turn)
    kind = "Fleksjob" if announcement == "Fleksjob" else "Skånejob"
    return OrdinaryJob(
        trade=role.trade,
        title=f"{kind}: {pick(role.names, 'subsidised name', turn)}",
        employers=role.shops,
        tasks=tuple(shuffled(role.tasks, "subsidised tasks", turn)[:3]),
    )


def _part_time(announcement: AnnouncementType, turn: int) -> bool:
    return announcement in {"Fleksjob", "Foertidspension"} or chance(30, "part time", turn)


def _blocks(
    job: OrdinaryJob, employer: str, place: Postcode, announcement: AnnouncementType, turn: int
) -> list[Block]:
    intro = pick(ordinary("intros"), "intro", turn).format(employer=employer, town=place.town)
    part_time = _part_time(announcement, turn)
    name = contacts("ordinary", turn)[0]
    hours = pick(ordinary("hours_part" if part_time else "hours_full"), "ordinary hours", turn)
    paragraphs = [
        *(_conditions(announcement, turn) or [hours]),
        *([pick(ordinary("klap"), "klap", turn)] if turn % 6 == 0 else []),
        *([pick(ordinary("mentions"), "mention", turn)] if turn % 5 == 1 else []),
        pick(ordinary("offers"), "ordinary offer", turn),
        f"{pick(ordinary('closing'), 'ordinary closing', turn)} Kontakt {name} på telefon 00 00 00 00.",
    ]
    tasks = Block(text="Dine opgaver bliver at:", items=job.tasks)
    return [Block(text=intro), tasks, *(Block(text=text) for text in paragraphs)]


def _conditions(announcement: AnnouncementType, turn: int) -> list[str]:
    names = {"Fleksjob": "fleksjob", "Foertidspension": "foertidspension"}
    name = names.get(announcement)
    return [pick(ordinary(name), "condition", turn)] if name else []
