"""Native form fields and inline charts, which Dash's own HTML components lack; drawn by assets/native.js.

The fields are uncontrolled: `value` and `checked` say what the reader finds, the browser's own form carries
the answer.
"""

from __future__ import annotations

from typing import Any, ClassVar

from dash.development.base_component import Component

_GLOBAL = ["id", "className", "title", "lang", "hidden", "style", "tabIndex", "role", "aria-*", "data-*"]
_FIELD = [*_GLOBAL, "name", "value", "required", "disabled", "autoComplete", "autoFocus", "form"]


SCRIPT_ONLY = "data-script-only"
"""Marks what stands beside an interactive chart: served as HTML, the chart is that drawing itself."""


class NativeComponent(Component):
    """A component of our own namespace: known attributes only, and no callback properties."""

    _namespace = "zielpfad"
    _type = "NativeComponent"
    _base_nodes: ClassVar[list[str]] = []
    _prop_names: ClassVar[list[str]] = _GLOBAL
    _valid_wildcard_attributes: ClassVar[list[str]] = ["data-", "aria-"]

    @property
    def available_properties(self) -> list[str]:
        """The attributes this component takes; Dash reads this name."""
        return self._prop_names

    @property
    def available_wildcard_properties(self) -> list[str]:
        """The attribute prefixes this component takes; Dash reads this name."""
        return self._valid_wildcard_attributes


class Input(NativeComponent):
    """`<input>` of any type: text, number, date, file, checkbox, radio, hidden, search, password …"""

    _type = "Input"
    _prop_names: ClassVar[list[str]] = [
        *_FIELD, "type", "checked", "multiple", "accept", "min", "max", "step", "pattern", "minLength",
        "maxLength", "size", "inputMode", "placeholder", "readOnly", "list", "spellCheck",
    ]  # fmt: skip


class Select(NativeComponent):
    """`<select>` with `options` as a list of `{"value", "label"}` and the chosen `value`.

    An option may carry `"disabled"`. With `multiple`, `value` is a list.
    """

    _type = "Select"
    _prop_names: ClassVar[list[str]] = [*_FIELD, "options", "multiple", "size"]


class Textarea(NativeComponent):
    """`<textarea>` that starts with the text `value`."""

    _type = "Textarea"
    _prop_names: ClassVar[list[str]] = [
        *_FIELD,
        "rows",
        "cols",
        "minLength",
        "maxLength",
        "placeholder",
        "readOnly",
        "spellCheck",
        "wrap",
    ]


class Picture(NativeComponent):
    """A chart as inline SVG. `svg` goes into the page as it is: pass only what `charts.svg` has drawn."""

    _type = "Picture"
    _prop_names: ClassVar[list[str]] = [*_GLOBAL, "svg"]


class Photo(NativeComponent):
    """`<img>` that is fetched only once a reader comes near; with its size, so that nothing moves then."""

    _type = "Photo"
    _prop_names: ClassVar[list[str]] = [*_GLOBAL, "src", "alt", "width", "height", "loading"]

    def __init__(self, *, src: str, alt: str, width: int, height: int) -> None:
        super().__init__(src=src, alt=alt, width=str(width), height=str(height), loading="lazy")


def options(pairs: list[tuple[str, str]], *, empty: str | None = None) -> list[dict[str, Any]]:
    """Pairs of (value, label) as the options of a `Select`; `empty` is the label of a first, empty choice.

    >>> options([("HH", "Private Haushalte")], empty="alle")
    [{'value': '', 'label': 'alle'}, {'value': 'HH', 'label': 'Private Haushalte'}]
    """
    first = [] if empty is None else [("", empty)]
    return [{"value": value, "label": label} for value, label in [*first, *pairs]]
