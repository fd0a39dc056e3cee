"""From a component's properties to the attributes of an HTML tag."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from typing import Any

_NAMES = {
    "className": "class",
    "htmlFor": "for",
    "httpEquiv": "http-equiv",
    "acceptCharset": "accept-charset",
}
_SCRIPT_ONLY = frozenset(
    {
        "children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "loading_state", "setProps",
        "n_submit", "n_submit_timestamp", "n_blur", "n_blur_timestamp", "persistence", "persisted_props",
        "persistence_type", "refresh", "componentPath", "debounce", "available_properties",
        "available_wildcard_properties",
    }
)  # fmt: skip
_WORDED = frozenset({"contentEditable", "draggable", "spellCheck"})
_ADDRESSES = frozenset({"href", "src", "action", "formAction", "poster", "cite"})
_ATTRIBUTE_NAME = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)


def attribute_text(props: dict[str, Any]) -> str:
    """The attributes as they stand in a tag, each after a blank, without what only Dash's script needs.

    >>> attribute_text({"className": "a b", "hidden": True, "aria-hidden": True, "style": {"marginTop": 4}})
    ' aria-hidden="true" class="a b" hidden style="margin-top:4px"'
    """
    # Dash keeps properties in a changing order; sorted, the same page is the same text every time.
    return "".join([_attribute(name, value) for name, value in sorted(props.items()) if value is not None])


def _attribute(name: str, value: Any) -> str:
    if name in _SCRIPT_ONLY or name.startswith("_"):
        return ""
    if name in _ADDRESSES and not is_safe_address(str(value)):
        return ""
    shown = _value(name, value)
    if shown is None or shown is False:
        return ""
    return f" {html_name(name)}" if shown is True else f' {html_name(name)}="{escape(shown)}"'


def _value(name: str, value: Any) -> str | bool | None:
    if isinstance(value, bool):
        if name in _WORDED or name.startswith(("aria-", "data-")):
            return "true" if value else "false"
        return True if value else None
    if name == "style":
        return css_text(value)
    return json.dumps(value, sort_keys=True) if isinstance(value, (dict, list)) else str(value)


@cache
def html_name(name: str) -> str:
    """The HTML spelling of a property name: className is class, encType is enctype, data-x stays.

    Raises ValueError for a name that cannot stand in a tag.
    """
    if not _ATTRIBUTE_NAME.fullmatch(name):
        raise ValueError(f"not an attribute name: {name!r}")
    return _NAMES.get(name, name if "-" in name else name.lower())


def css_text(style: dict[str, Any]) -> str:
    """A style dict as CSS; whole numbers are pixels, as in React (except where CSS wants a plain number).

    >>> css_text({"inlineSize": "42%", "--share": 0.4, "lineHeight": 2})
    'inline-size:42%;--share:0.4;line-height:2'
    """
    return ";".join(
        f"{_css_name(name)}:{_css_value(name, value)}" for name, value in style.items() if value is not None
    )


def _css_name(name: str) -> str:
    return name if name.startswith("--") else re.sub(r"[A-Z]", lambda m: "-" + m.group().lower(), name)


def _css_value(name: str, value: Any) -> str:
    plain = name.startswith("--") or name in {
        "lineHeight",
        "opacity",
        "flex",
        "flexGrow",
        "zIndex",
        "order",
        "fontWeight",
    }
    return (
        f"{value}px"
        if isinstance(value, (int, float)) and value and not plain
        else str(value).replace(";", "")
    )


def is_safe_address(address: str) -> bool:
    r"""Whether an address is relative or of a harmless scheme; `javascript:` and `data:` are not.

    >>> is_safe_address("/kommune/a?x=1:2"), is_safe_address(" java\tscript:alert(1)")
    (True, False)
    """
    bare = re.sub(r"[\x00-\x20]+", "", address)
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", bare, re.IGNORECASE)
    return scheme is None or scheme.group(1).lower() in {"http", "https", "mailto", "tel"}
