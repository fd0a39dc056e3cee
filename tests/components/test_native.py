"""The native fields: Python, script and HTML know the same components."""

from __future__ import annotations

import re
from pathlib import Path

from monitoring.components import native

SCRIPT = (Path(__file__).resolve().parents[2] / "assets" / "native.js").read_text(encoding="utf-8")


def test_the_script_draws_every_component() -> None:
    names = {one._type for one in native.NativeComponent.__subclasses__()}
    registered = re.search(r"window\.zielpfad = \{(.*)\}", SCRIPT)
    assert registered
    assert set(re.findall(r"(\w+):", registered.group(1))) == names


def test_dash_finds_the_components_in_their_namespace() -> None:
    shown = native.Input(name="a", type="date", **{"aria-label": "Tag"}).to_plotly_json()
    assert (shown["namespace"], shown["type"]) == ("zielpfad", "Input")
    assert shown["props"] == {"name": "a", "type": "date", "aria-label": "Tag"}
