"""QR codes and notices: the drawing holds exactly the modules of the code, all fits on the sheet."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import segno

from monitoring.reports.poster import SHEETS, Poster, poster_svg
from monitoring.reports.preview_picture import PreviewLogo
from monitoring.reports.qr_code import QUIET, qr_path, qr_svg
from tests.pictures.made import svg

ADDRESS = "https://klima.lindenau.example/kommune/lindenau/massnahmen?fassung=12"
SVG = "{http://www.w3.org/2000/svg}"
POSTER = Poster(
    "Lindenau",
    "Klimaschutz in Lindenau",
    "2023 waren es 5 t & mehr.",
    "Mit dem Handy scannen",
    ADDRESS,
    "Fassung 12",
    logo=PreviewLogo("image/svg+xml", svg(), 40, 30),
)


def modules_of(path: str) -> set[tuple[int, int]]:
    """The dark modules that the strokes of a path cover, as (column, row)."""
    found, x, y = set(), 0, 0
    for kind, first, second in re.findall(r"([Mmh])(-?\d+)(?: (\d+)(?:\.5)?)?", path):
        if kind == "M":
            x, y = int(first), int(second)
        elif kind == "m":
            x += int(first)
        else:
            found |= {(x + step, y) for step in range(int(first))}
            x += int(first)
    return found


def test_the_drawing_is_the_code() -> None:
    path, side = qr_path(ADDRESS)
    rows = segno.make_qr(ADDRESS, error="m").matrix
    wanted = {(x + QUIET, y + QUIET) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert modules_of(path) == wanted
    assert side == len(rows) + 2 * QUIET


def test_another_address_is_another_code() -> None:
    assert qr_path(ADDRESS)[0] != qr_path(ADDRESS + "3")[0]


def test_the_code_says_what_it_is_and_is_dark_on_white() -> None:
    drawing = ElementTree.fromstring(qr_svg(ADDRESS, "Code <1> & mehr", "a"))
    assert drawing.findtext(f"{SVG}title") == "Code <1> & mehr"
    assert drawing.get("aria-labelledby") == "a-title"
    ground, path = drawing.find(f"{SVG}rect"), drawing.find(f"{SVG}path")
    assert ground is not None
    assert path is not None
    assert (ground.get("fill"), path.get("stroke")) == ("#ffffff", "#000000")


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_notice_has_the_size_of_its_sheet_and_everything_on_it(sheet: str) -> None:
    drawing = ElementTree.fromstring(poster_svg(POSTER, sheet))
    width, height = SHEETS[sheet]
    assert (drawing.get("width"), drawing.get("height")) == (f"{width:.0f}mm", f"{height:.0f}mm")
    said = [each.text or "" for each in drawing.iter(f"{SVG}text")]
    shown = {"Lindenau", "Klimaschutz in Lindenau", "2023 waren es 5 t & mehr.", "Fassung 12"}
    assert shown | {ADDRESS.removeprefix("https://")} <= set(said)
    group = drawing.find(f"{SVG}g")
    assert group is not None
    scale = float(re.findall(r"[\d.]+", group.get("transform", ""))[0])
    assert all(float(each.get("y", "0")) * scale < height for each in drawing.iter(f"{SVG}text"))


def test_a_long_message_stays_above_the_code() -> None:
    long = Poster("A", "Überschrift " * 20, "Ein Satz, der nicht endet, " * 40, "Scan", ADDRESS, "Fassung 1")
    rows = [float(each.get("y", "0")) for each in ElementTree.fromstring(poster_svg(long)).iter(f"{SVG}text")]
    assert not [row for row in rows if 126 < row < 232]
