"""Draws a leaflet's content: as PDF in each variant. Needs an application context for its templates."""

import io
from typing import Any, Final

import segno
from flask import render_template

from portal import pdf, storage
from portal.models.leaflet import Variant
from portal.municipalities import leaflet_texts, worth
from portal.municipalities.leaflet_content import Content

TEMPLATES: Final = {
    Variant.FOLDED: "municipalities/leaflet/folded.html",
    Variant.PRINT_SHOP: "municipalities/leaflet/folded.html",
    Variant.LARGE: "municipalities/leaflet/large.html",
}
GIVEN: Final = {name: f"given/{name}" for name in ("code", "consultant", "portrait")}
AIR: Final = 4.0
"""Millimetres that must be left between the words of a panel and its foot."""
FORM: Final = 3
"""Goes up when the design changes, so that every stored file is made anew."""


def draw(content: Content, variant: Variant) -> bytes:
    """The leaflet as PDF/UA-1. Raises pdf.PdfUnavailableError."""
    return pdf.render(page(content, variant), images=images(content))


def page(content: Content, variant: Variant) -> str:
    """The HTML that the PDF is made of."""
    return render_template(
        TEMPLATES[variant], variant=variant.value, root="", pics=GIVEN, **template_values(content)
    )


def overfull(content: Content) -> tuple[int, ...]:
    """The panels, 1 to 6, whose words run into what stands at their foot. Raises pdf.PdfUnavailableError."""
    at = pdf.positions(page(content, Variant.FOLDED), images=images(content))
    return tuple(panel for panel in range(1, 7) if at[f"end-{panel}"] + AIR > at[f"foot-{panel}"])


def template_values(content: Content) -> dict[str, Any]:
    """What the templates of a leaflet are given."""
    words = content.words
    total = worth.for_people(content.worth)
    return {
        "c": content,
        "words": words,
        "lists": {
            "who": leaflet_texts.lines(words["who"]),
            "steps": leaflet_texts.lines(words["steps"]),
            "help": leaflet_texts.pairs(words["help"]),
            "refer": leaflet_texts.lines(words["refer"]),
        },
        "worth": {"people": total.people, "net": worth.kroner(total.net)},
        "still": worth.percent(content.country.still),
    }


def made_of(content: Content) -> str:
    """A mark that changes with the content and with the design."""
    return f"{FORM}:{content.fingerprint}"


def images(content: Content) -> dict[str, pdf.Image]:
    """The pictures of a leaflet that are no static files: its code to scan, and photos."""
    found = {"code": pdf.Image(data=code(content.address), mimetype="image/svg+xml")}
    for name, key in (("consultant", content.consultant.photo), ("portrait", content.portrait)):
        photo = storage.get(key) if key else None
        if photo is not None:
            found[name] = pdf.Image(data=photo, mimetype="image/jpeg")
    return found


def code(address: str) -> bytes:
    """The address as a code to scan, an SVG in black on white."""
    file = io.BytesIO()
    segno.make(address, error="m", micro=False).save(file, kind="svg", scale=8, border=2, light="white")
    return file.getvalue()
