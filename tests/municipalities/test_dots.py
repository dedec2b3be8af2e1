"""On the map each of the 98 municipalities is a dot in the shape of its area, with the number of the list."""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

from portal import danish
from portal.municipalities import dots
from portal.places.municipalities import MUNICIPALITIES
from strict_client import StrictClient, parse

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]
MAP = Path(danish.__file__).parent / "templates" / "macros" / "area_map.html"
SHAPES = dict(re.findall(r'"([a-z]+)": "(M[^"]+)"', MAP.read_text(encoding="utf-8")))


def rings(area: str) -> list[list[Point]]:
    """The closed lines that an area's shape is made of: one for each island."""
    lines = [re.findall(r"([0-9.]+) ([0-9.]+)", ring) for ring in SHAPES[area].split("z") if ring]
    return [[(float(x), float(y)) for x, y in line] for line in lines]


def is_inside(point: Point, ring: list[Point]) -> bool:
    """Whether a line from the point to the right crosses the ring an odd number of times."""
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def test_a_dot_lies_in_the_shape_of_its_area() -> None:
    outside = [
        place.name
        for place in MUNICIPALITIES
        if not any(is_inside(dots.spot(place), ring) for ring in rings(place.area))
    ]
    assert outside == []


@pytest.mark.parametrize("area", dots.VIEWS)
def test_a_finger_hits_one_dot_alone(area: str) -> None:
    view, drawn = dots.view(area), dots.drawn(area)
    # Places are told to a tenth of a unit.
    too_near = [
        (one, other)
        for one, other in combinations(drawn, 2)
        if math.dist(drawn[one], drawn[other]) < 2 * view.reach - 0.5
    ]
    assert too_near == []


@pytest.mark.parametrize("area", dots.VIEWS)
def test_a_dot_stays_near_its_place_and_on_the_map(area: str) -> None:
    view = dots.view(area)
    left, top, width, height = map(float, view.box.split())
    for place in MUNICIPALITIES:
        if place.area == area:
            x, y = dots.drawn(area)[place.code]
            assert math.dist((x, y), dots.spot(place)) < 1.2 * view.reach, place.name
            assert left + view.radius <= x <= left + width - view.radius, place.name
            assert top + view.radius <= y <= top + height - view.radius, place.name


def test_the_edges_are_those_of_the_shapes() -> None:
    for area, edges in dots.VIEWS.items():
        points = [point for ring in rings(area) for point in ring]
        xs, ys = zip(*points, strict=True)
        assert edges == (min(xs), min(ys), max(xs), max(ys)), area


def test_a_dot_has_the_number_and_the_address_of_the_list(client: StrictClient) -> None:
    page = parse(client.get("/kommuner").text)
    drawn = [(a.get("aria-label"), a.get("href")) for a in page.iter(f"{SVG}a") if a.get("tabindex") == "-1"]
    listed = [(" ".join("".join(a.itertext()).split()), a.get("href")) for a in page.findall(".//ol//a")]
    assert len(drawn) == 98
    assert drawn == listed
