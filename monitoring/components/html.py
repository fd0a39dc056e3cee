"""From a component tree to HTML: the public pages are served as this, complete and without any script."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from dash.development.base_component import Component

from monitoring.charts.svg import figure_svg
from monitoring.components.attributes import attribute_text
from monitoring.components.native import SCRIPT_ONLY

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_REFUSED = frozenset({"script", "iframe", "objectel", "embed", "base", "applet", "frame"})
_TAGS = {"mapel": "map"}


def to_html(node: Any) -> str:
    """A component, text, number, None or a list of these as HTML; everything is escaped.

    Raises TypeError for what has no HTML form: a component that needs Dash's script, or a script itself.

    >>> from dash import html
    >>> to_html(html.P(["5 < 7 ", html.B("wahr")], className="lead"))
    '<p class="lead">5 &lt; 7 <b>wahr</b></p>'
    """
    parts: list[str] = []
    _write(node, parts.append)
    return "".join(parts)


def _write(node: Any, out: Callable[[str], None]) -> None:
    if node is None or isinstance(node, bool):
        return
    if isinstance(node, Component):
        _write_component(node, out)
    elif isinstance(node, (str, int, float)):
        out(escape(str(node), quote=False))
    elif isinstance(node, Iterable):
        for child in node:
            _write(child, out)
    else:
        raise TypeError(f"no HTML form for {type(node).__name__}")


def _write_component(node: Component, out: Callable[[str], None]) -> None:
    special = _SPECIAL.get((node._namespace, node._type))
    if special:
        special(node, out)
    elif node._namespace == "dash_html_components":
        _write_element(_tag(node._type), node.__dict__, getattr(node, "children", None), out)
    else:
        raise TypeError(f"no HTML form for {node._namespace}.{node._type}")


def _tag(component_type: str) -> str:
    tag = component_type.lower()
    if tag in _REFUSED:
        raise TypeError(f"{component_type} must not appear on a page")
    return _TAGS.get(tag, tag)


def _write_element(tag: str, props: dict[str, Any], children: Any, out: Callable[[str], None]) -> None:
    out(f"<{tag}{attribute_text(props)}>")
    if tag in _VOID:
        return
    _write(children, out)
    out(f"</{tag}>")


def _write_link(node: Any, out: Callable[[str], None]) -> None:
    known = ("id", "href", "target", "title", "className", "style")
    props = {name: getattr(node, name) for name in known if getattr(node, name, None) is not None}
    _write_element("a", props, getattr(node, "children", None), out)


def _write_input(node: Any, out: Callable[[str], None]) -> None:
    _write_element("input", {"type": "text", **node.__dict__}, None, out)


def _write_select(node: Any, out: Callable[[str], None]) -> None:
    value = getattr(node, "value", None)
    chosen = {str(one) for one in (value if isinstance(value, (list, tuple)) else [value]) if one is not None}
    out(f"<select{attribute_text(_without(node, 'value', 'options'))}>")
    for option in getattr(node, "options", None) or []:
        props = {
            "value": option["value"],
            "selected": str(option["value"]) in chosen,
            "disabled": option.get("disabled"),
        }
        _write_element("option", props, option["label"], out)
    out("</select>")


def _write_textarea(node: Any, out: Callable[[str], None]) -> None:
    # A browser drops the first line break after the tag, so we give it one to drop.
    text = escape(str(getattr(node, "value", None) or ""), quote=False)
    out(f"<textarea{attribute_text(_without(node, 'value'))}>\n{text}</textarea>")


def _write_picture(node: Any, out: Callable[[str], None]) -> None:
    if getattr(node, SCRIPT_ONLY, None) is None:
        out(f"<div{attribute_text(_without(node, 'svg'))}>{node.svg}</div>")


def _write_photo(node: Any, out: Callable[[str], None]) -> None:
    _write_element("img", node.__dict__, None, out)


def _write_graph(node: Any, out: Callable[[str], None]) -> None:
    name = getattr(node, "id", None) or "chart"
    props = {"id": name, "className": getattr(node, "className", None)}
    out(f"<div{attribute_text(props)}>{figure_svg(node.figure, name)}</div>")


def _without(node: Component, *names: str) -> dict[str, Any]:
    return {name: value for name, value in node.__dict__.items() if name not in names}


_SPECIAL: dict[tuple[str, str], Callable[[Any, Callable[[str], None]], None]] = {
    ("dash_core_components", "Link"): _write_link,
    ("dash_core_components", "Input"): _write_input,
    ("dash_core_components", "Graph"): _write_graph,
    ("zielpfad", "Input"): _write_input,
    ("zielpfad", "Select"): _write_select,
    ("zielpfad", "Textarea"): _write_textarea,
    ("zielpfad", "Picture"): _write_picture,
    ("zielpfad", "Photo"): _write_photo,
}
