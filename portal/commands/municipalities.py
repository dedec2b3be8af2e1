"""`leaflets build` makes every stale leaflet; `municipalities seed` begins the register of agreements."""

import logging

import click
from flask.cli import AppGroup

from portal import pdf
from portal.db import db
from portal.municipalities import agreements, filing
from portal.municipalities import leaflets as leaflet_verbs

log = logging.getLogger(__name__)


def tend() -> None:
    """The worker's part: takes back what is past its last day, reminds, makes a few stale files anew."""
    session = db.session()
    over, told = leaflet_verbs.expire(session), leaflet_verbs.remind(session) + agreements.remind(session)
    session.commit()
    made = filing.build_some(session)
    if over or told or made:
        log.info("Leaflets were tended.", extra={"made": made, "gone": over, "asked": told})


leaflets = AppGroup("leaflets", help="The leaflets of the municipalities.")
municipalities = AppGroup("municipalities", help="What is known of the municipalities.")


@leaflets.command()
def build() -> None:
    """Make every leaflet that is missing or no longer right; what is done stays done."""
    if not pdf.is_available():
        raise click.ClickException(pdf.MISSING)
    waiting = list(filing.due(db.session()))
    with click.progressbar(length=len(waiting), label="Leaflets", show_pos=True) as bar:
        for _file in filing.build(db.session(), waiting):
            bar.update(1)
    click.echo(f"{len(waiting)} files made; all leaflets are right.")


@municipalities.command()
def seed() -> None:
    """Begin the register with the agreements that are publicly known, unless it holds any."""
    click.echo(f"{agreements.seed(db.session())} agreements are new.")
