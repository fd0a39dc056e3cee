"""From components to HTML: escaping, attributes, native fields, links, charts."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from dash import dcc, html

from monitoring.charts.indicator import indicator_figure
from monitoring.components.html import to_html
from monitoring.components.native import Input, Picture, Select, Textarea, options
from monitoring.texts.words import words
from tests.charts.examples import SOLAR

HOSTILE = "</p><script>alert('1')</script>\" onload=\"x"


def test_text_and_attributes_are_escaped() -> None:
    markup = to_html(html.P([HOSTILE, html.Span(HOSTILE, title=HOSTILE, **{"data-x": HOSTILE})]))
    assert "<script" not in markup
    assert list(ElementTree.fromstring(markup)[0].attrib) == ["data-x", "title"]
    assert ElementTree.fromstring(markup)[0].text == HOSTILE


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JaVa\nScript:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_an_address_that_runs_is_left_out(address: str) -> None:
    assert to_html(html.A("x", href=address)) == "<a>x</a>"


@pytest.mark.parametrize(
    "address", ["/a?x=1:2", "#top", "https://example.org/", "mailto:a@example.org", "a:b/c"[2:]]
)
def test_a_harmless_address_stays(address: str) -> None:
    assert f'href="{address}"' in to_html(html.A("x", href=address))


def test_attributes_get_their_html_names() -> None:
    label = html.Label(
        "x", htmlFor="y", className="z", tabIndex="0", hidden=False, **{"aria-expanded": False}
    )
    assert to_html(label) == '<label aria-expanded="false" class="z" for="y" tabindex="0">x</label>'
    assert 'enctype="multipart/form-data"' in to_html(html.Form(encType="multipart/form-data"))


def test_an_attribute_name_cannot_break_out() -> None:
    with pytest.raises(ValueError, match="attribute name"):
        to_html(html.P("x", **{'data-x onclick="y"': "1"}))


def test_nothing_numbers_and_lists() -> None:
    assert to_html([None, 0, 1.5, True, ["a", ("b",)], html.Br()]) == "01.5ab<br>"


def test_what_needs_a_script_is_refused() -> None:
    for component in (html.Script("x"), html.Iframe(), dcc.Store(id="x"), dcc.Dropdown()):
        with pytest.raises(TypeError):
            to_html(component)


def test_link_and_callback_properties() -> None:
    assert to_html(dcc.Link("x", href="/a", className="b", refresh=True)) == '<a class="b" href="/a">x</a>'
    assert to_html(html.Button("x", n_clicks=3, type="submit")) == '<button type="submit">x</button>'


def test_native_fields() -> None:
    box = Input(type="checkbox", name="a", value="1", checked=True, disabled=False)
    assert to_html(box) == '<input checked name="a" type="checkbox" value="1">'
    assert to_html(Textarea(name="t", value="\n<b>")) == '<textarea name="t">\n\n&lt;b&gt;</textarea>'
    select = Select(name="s", value="2", options=options([("1", "<eins>"), ("2", "zwei")], empty="alle"))
    first, second = '<option value="">alle</option>', '<option value="1">&lt;eins&gt;</option>'
    third = '<option selected value="2">zwei</option>'
    assert to_html(select) == f'<select name="s">{first}{second}{third}</select>'


def test_a_select_without_value_chooses_nothing() -> None:
    assert "selected" not in to_html(Select(name="s", options=options([("None", "x")])))


def test_an_unknown_attribute_is_refused() -> None:
    with pytest.raises(TypeError):
        Input(onclick="x")


def test_charts_are_drawn() -> None:
    figure = indicator_figure(SOLAR, words("de"))
    assert "<svg" in to_html(dcc.Graph(figure=figure, id="pv"))
    assert to_html(Picture(svg="<svg></svg>", id="p")) == '<div id="p"><svg></svg></div>'
