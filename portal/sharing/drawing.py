"""The picture of 1200 by 630 that a shared link shows: title, workplace and town in our colours. Pure."""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from portal.easyread.trades import TRADES

SIZE: Final = (1200, 630)
FONT: Final = (
    Path(__file__).resolve().parent.parent
    / "static/vendor/atkinson-hyperlegible-next-5.3.0/latin-400-700.woff2"
)
DRAWINGS: Final = FONT.parent.parent / "openmoji-17.0.0"
PLUM, WHITE, SUN, ON_SUN, CREAM = "#4b1a4a", "#ffffff", "#f7b733", "#2a1a2c", "#fdf6ec"
BOLD: Final = 700
USUAL: Final = 450
LEFT: Final = 72
TILE: Final = 340
WIDTH: Final = SIZE[0] - 2 * LEFT - TILE - 48
TITLE_SIZES: Final = (84, 72, 60, 50)
LINE: Final = 1.16
ROOM: Final = 270
"""Pixels that a title may take; below it stand the workplace and the foot."""
KEPT: Final = 64

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, kw_only=True)
class Text:
    """What the picture says; `place` may be "", `pictogram` is the key of a trade's drawing."""

    title: str
    place: str
    pictogram: str = TRADES["other"].pictogram


@lru_cache(maxsize=KEPT)
def draw(text: Text) -> bytes:
    """The picture as PNG. A title that is too long ends with an ellipsis."""
    image = Image.new("RGB", SIZE, PLUM)
    canvas = ImageDraw.Draw(image)
    _drawing(image, canvas, text.pictogram)
    _tag(canvas, "Ledigt job")
    font, lines = _fitted(canvas, _line(text.title))
    y = 168.0
    for line in lines:
        canvas.text((LEFT, y), line, font=font, fill=WHITE)
        y += font.size * LINE
    place = _cut(canvas, _line(text.place), _font(46, USUAL))
    canvas.text((LEFT, y + 18), place, font=_font(46, USUAL), fill="#ffefcb")
    _foot(canvas)
    file = io.BytesIO()
    image.quantize(128).save(file, "PNG", optimize=True)
    return file.getvalue()


def _drawing(image: Image.Image, canvas: ImageDraw.ImageDraw, key: str) -> None:
    """The trade's drawing on a light tile, to the right of all words."""
    left, top = SIZE[0] - 72 - TILE, 64
    canvas.rounded_rectangle((left, top, left + TILE, top + TILE), 40, fill=CREAM)
    with Image.open(DRAWINGS / f"{key}.png") as drawing:
        small = drawing.convert("RGBA").resize((TILE - 40, TILE - 40))
    image.paste(small, (left + 20, top + 20), small)


def _line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _tag(canvas: ImageDraw.ImageDraw, words: str) -> None:
    font = _font(36, BOLD)
    canvas.rounded_rectangle(
        (LEFT, 64, LEFT + canvas.textlength(words, font=font) + 48, 64 + 68), 20, fill=SUN
    )
    canvas.text((LEFT + 24, 98), words, font=font, fill=ON_SUN, anchor="lm")


def _foot(canvas: ImageDraw.ImageDraw) -> None:
    top = SIZE[1] - 104
    canvas.rectangle((0, top, *SIZE), fill=CREAM)
    font, middle = _font(50, BOLD), top + 52
    canvas.text((LEFT, middle), "KLAP", font=font, fill=PLUM, anchor="lm")
    begin = LEFT + canvas.textlength("KLAP", font=font) + 10
    end = begin + canvas.textlength("job", font=font) + 28
    canvas.rounded_rectangle((begin, middle - 36, end, middle + 36), 16, fill=SUN)
    canvas.text((begin + 14, middle), "job", font=font, fill=ON_SUN, anchor="lm")
    canvas.text(
        (end + 32, middle), "Find et job, der passer til dig", font=_font(36, USUAL), fill=ON_SUN, anchor="lm"
    )


def _fitted(canvas: ImageDraw.ImageDraw, title: str) -> tuple[Font, list[str]]:
    """The largest size at which the title fits, and its lines."""
    for size in TITLE_SIZES:
        font = _font(size, BOLD)
        lines = _lines(canvas, title, font)
        most = int(ROOM / (size * LINE))
        if len(lines) <= most and max(canvas.textlength(line, font=font) for line in lines) <= WIDTH:
            break
    kept = lines[:most]
    kept[-1] = _cut(canvas, " ".join([kept[-1], *lines[most:]]), font)
    return font, [_cut(canvas, line, font) for line in kept]


def _lines(canvas: ImageDraw.ImageDraw, text: str, font: Font) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and canvas.textlength(longer, font=font) > WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _cut(canvas: ImageDraw.ImageDraw, line: str, font: Font) -> str:
    if canvas.textlength(line, font=font) <= WIDTH:
        return line
    while line and canvas.textlength(f"{line}…", font=font) > WIDTH:
        line = line[:-1].rstrip()
    return f"{line}…"


def _font(size: int, weight: int) -> Font:
    # Latin letters need no shaping, and this way no sign is one that cannot be drawn.
    font = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
