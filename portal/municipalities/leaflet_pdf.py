"""Draws a leaflet's content: as PDF in each variant. Needs an application context for its templates."""

import io
from collections.abc import Mapping
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
FORM: Final = 4
"""Goes up when the design changes, so that every stored file is made anew."""


STEP_PICTURES: Final = ("phone", "clarify", "shop", "yes")
"""What is drawn beside the standard steps; staff's own steps may be about something else."""
AIRY: Final = 340
"""With more letters than these, panel 2 has no room for drawings at its foot."""
MOST_NUMBERS: Final = 6
SHORT: Final = 230
"""A statement of so few letters leaves room for two numbers below it."""


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
        "numbers": _numbers(content)[: _room_for_numbers(words)],
        "step_pictures": STEP_PICTURES if words["steps"] == leaflet_texts.BY_KEY["steps"].standard else (),
        "is_airy": sum(len(words[key]) for key in ("what", "who", "doubt")) <= AIRY,
    }


def _numbers(content: Content) -> list[tuple[str, str]]:
    """Each number with what it counts, the nearest to the reader first."""
    country, free = content.country, {True: "ledigt", False: "ledige"}
    found = [
        (content.hired, f"fik job i kommunen i {content.hired_year}"),
        (content.jobs or None, f"{free[content.jobs == 1]} job i kommunen nu"),
        (content.nearby or None, f"{free[content.nearby == 1]} job inden for 20 km"),
        (f"{content.worth.after} %", f"er i arbejde, mod {content.worth.before} % før"),
        (country.hires, f"fik et KLAPjob i {country.year}, i hele landet"),
        (worth.percent(country.still), "er i et KLAPjob efter et halvt år"),
    ]
    return [(str(number), what) for number, what in found if number is not None]


def _room_for_numbers(words: Mapping[str, str]) -> int:
    """How many numbers fit below what is said in panel 6."""
    if not words["statement"]:
        return MOST_NUMBERS
    return 2 if len(words["statement"]) <= SHORT else 0


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
