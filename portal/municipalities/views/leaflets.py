"""Views for everybody: a municipality's leaflet as a file, in each variant, and as a web page."""

from typing import Final

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import access_log, pdf, storage
from portal.access import public
from portal.db import db
from portal.models.leaflet import Variant
from portal.municipalities import filing, leaflet_pdf, places, reading
from portal.municipalities.views.blueprint import bp, place_or_404
from portal.page_cache import cacheable

ENDINGS: Final = {Variant.FOLDED: "", Variant.LARGE: "-stor-skrift", Variant.PRINT_SHOP: "-trykkeri"}


@bp.get("/kommuner/<slug>/folder.pdf", defaults={"variant": Variant.FOLDED})
@bp.get("/kommuner/<slug>/folder-stor-skrift.pdf", defaults={"variant": Variant.LARGE})
@bp.get("/kommuner/<slug>/folder-trykkeri.pdf", defaults={"variant": Variant.PRINT_SHOP})
@public
@cacheable
def leaflet(slug: str, variant: Variant) -> ResponseReturnValue:
    """The leaflet as PDF. Where none can be made, its words stand on the web page."""
    place = place_or_404(slug)
    try:
        data = filing.current(db.session(), place, variant)
    except pdf.PdfUnavailableError:
        return redirect(url_for("municipalities.twin", slug=slug, pdf="nej"))
    access_log.seen("leaflet", place.code)
    response = Response(data, mimetype="application/pdf")
    name = f"klapjob-{places.SLUGS[place.code]}{ENDINGS[variant]}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@bp.get("/kommuner/<slug>/folder")
@public
@cacheable
def twin(slug: str) -> ResponseReturnValue:
    """The words of the leaflet as a web page."""
    place = place_or_404(slug)
    [content] = reading.contents(db.session(), [place])
    own = reading.published(db.session(), [place.code]).get(place.code)
    access_log.seen("leaflet", place.code)
    return render_template(
        "municipalities/twin.html",
        slug=slug,
        place=place,
        uploaded=own is not None and bool(own.uploaded),
        no_pdf=request.args.get("pdf") == "nej" and not pdf.is_available(),
        **leaflet_pdf.template_values(content),
    )


@bp.get("/kommuner/<slug>/kode.svg")
@public
@cacheable
def code(slug: str) -> ResponseReturnValue:
    """The address of the municipality's page as a code to scan."""
    [content] = reading.contents(db.session(), [place_or_404(slug)])
    return Response(leaflet_pdf.code(content.address), mimetype="image/svg+xml")


@bp.get("/kommuner/<slug>/konsulent.jpg")
@public
@cacheable
def consultant_photo(slug: str) -> ResponseReturnValue:
    """The photo of the municipality's consultant."""
    place = place_or_404(slug)
    consultant = reading.consultants(db.session(), [place.code]).get(place.code)
    return photo(consultant.photo if consultant else "")


@bp.get("/kommuner/<slug>/udtalelse.jpg")
@public
@cacheable
def portrait(slug: str) -> ResponseReturnValue:
    """The photo beside the statement of the current leaflet."""
    own = reading.published(db.session(), [place_or_404(slug).code])
    return photo(next((leaflet.portrait for leaflet in own.values()), ""))


def photo(key: str) -> ResponseReturnValue:
    """A photo from the store by its key; the page of what is not found where there is none."""
    data = storage.get(key) if key else None
    if data is None:
        return render_template("errors/404.html"), 404
    return Response(data, mimetype="image/jpeg")
