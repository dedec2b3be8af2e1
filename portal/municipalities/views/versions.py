"""Views for staff: the versions of a leaflet, each as it was given out, and any two of them compared."""

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.access import staff_only
from portal.db import db
from portal.models.leaflet import Leaflet
from portal.municipalities import comparing, filing, leaflet_texts, leaflets, staff_queries
from portal.municipalities.staff_forms import leaflet_values
from portal.municipalities.views.blueprint import EDITORS, bp, place_or_404


@bp.get("/personale/kommuner/<slug>/folder/version/<int:number>")
@staff_only(*EDITORS)
def leaflet_version(slug: str, number: int) -> ResponseReturnValue:
    """One version, and what changed in it since the one before, or since the one that is asked for."""
    place, versions = place_or_404(slug), _versions(slug)
    version = versions.get(number) or abort(404)
    asked = request.args.get("med", type=int)
    former = versions.get(asked if asked is not None and asked != number else number - 1)
    are_files = bool(version.uploaded or (former and former.uploaded))
    return render_template(
        "municipalities/staff/version.html",
        place=place,
        slug=slug,
        version=version,
        former=former,
        others=[other for other in versions.values() if other is not version],
        kept=[one.number for one in (version, former) if one and filing.as_published(one) is not None],
        compared=comparing.files(former, version) if are_files else None,
        changes=() if are_files else comparing.fields(former.texts if former else {}, version.texts),
        texts=leaflet_values(version),
        fields=leaflet_texts.FIELDS,
        states=staff_queries,
    )


@bp.get("/personale/kommuner/<slug>/folder/version/<int:number>.pdf")
@staff_only(*EDITORS)
def version_file(slug: str, number: int) -> ResponseReturnValue:
    """A version as it was given out."""
    version = _versions(slug).get(number)
    response = Response((filing.as_published(version) if version else None) or abort(404))
    response.mimetype = "application/pdf"
    name = f"klapjob-{slug}-version-{number}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _versions(slug: str) -> dict[int, Leaflet]:
    """The versions by number, the newest first."""
    found = leaflets.versions(db.session(), place_or_404(slug).code)
    return {version.number: version for version in found}
