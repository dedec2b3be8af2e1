"""On the map each of the 98 municipalities is a dot in the shape of its area, with the number of the list."""

import re
from pathlib import Path

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


def test_no_two_dots_cover_each_other() -> None:
    for place in MUNICIPALITIES:
        radius = dots.view(place.area).radius
        for other in MUNICIPALITIES:
            (x1, y1), (x2, y2) = dots.spot(place), dots.spot(other)
            near = place.area == other.area and place.code < other.code
            assert not near or abs(complex(x1 - x2, y1 - y2)) > radius, (place.name, other.name)


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
