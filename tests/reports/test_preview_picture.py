"""The preview picture: the chart of the page in its colours, letters on every server, nothing cut off."""

from __future__ import annotations

from xml.etree import ElementTree

from monitoring.charts.emissions import emissions_figure
from monitoring.charts.svg import sheet_svg
from monitoring.reports.preview_picture import HEIGHT, WIDTH, Preview, PreviewLogo, preview_png, preview_svg
from monitoring.reports.raster import chart_style, png_of
from monitoring.texts.words import words
from tests.charts.examples import CITY
from tests.pictures.made import png

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = Preview(
    "Lindenau", "Klimaschutz <in> Lindenau", "2023 waren es 5 t & mehr.", ("Monitoring", "Fassung 1")
)


def texts_of(drawing: str) -> list[str]:
    """Every text in a drawing, which must be well-formed."""
    return [each.text or "" for each in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


def test_the_colours_are_those_of_the_light_page() -> None:
    style = chart_style()
    assert "var(" not in style
    assert "@" not in style
    assert ".fill-total, .fill-1 {fill: #0b5563}" in style
    assert ".chart-note {font-weight: 600" in style


def test_everything_is_on_the_picture() -> None:
    said = texts_of(preview_svg(PLAIN))
    assert {"Lindenau", "Klimaschutz <in> Lindenau", "Monitoring", "Fassung 1"} <= set(said)
    assert "2023 waren es 5 t & mehr." in " ".join(said)


def test_long_texts_are_cut_with_a_mark_and_stay_inside() -> None:
    long = Preview("Lindenau", "Sehr lange Überschrift " * 20, "Ein Satz, der nicht endet, " * 80, ("a", "b"))
    drawing = ElementTree.fromstring(preview_svg(long))
    cut = [each for each in drawing.iter(f"{SVG}text") if (each.text or "").endswith("…")]
    assert len(cut) == 2
    assert all(float(each.get("y", "0")) < HEIGHT - 56 for each in cut)


def test_the_chart_keeps_its_proportions_and_stays_above_the_foot() -> None:
    chart = sheet_svg(emissions_figure(CITY, words("de")), "x")
    drawing = ElementTree.fromstring(preview_svg(Preview("A", "B", "C", ("a", "b"), chart)))
    placed = next(each for each in drawing.iter(f"{SVG}svg") if each is not drawing)
    frame = [float(each) for each in placed.get("viewBox", "").split()]
    width, height = float(placed.get("width", "0")), float(placed.get("height", "0"))
    assert abs(width / height - frame[2] / frame[3]) < 0.02
    assert float(placed.get("y", "0")) + height < HEIGHT - 56
    assert float(placed.get("x", "0")) + width < WIDTH / 2 + 130


def test_letters_are_drawn_without_any_font_of_the_machine() -> None:
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"/>'
    letters = {
        text: png_of(empty.replace("/>", f'><text y="20">{text}</text></svg>'), 90) for text in "Ä₂€−Ω"
    }
    assert len({png_of(empty, 90), *letters.values()}) == 6


def test_a_logo_is_drawn_in_its_colours() -> None:
    logo = PreviewLogo("image/png", png(), 40, 30)
    with_logo = Preview("A", "B", "C", ("a", "b"), logo=logo)
    assert preview_png(with_logo) != preview_png(Preview("A", "B", "C", ("a", "b")))
