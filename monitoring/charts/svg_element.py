"""The bricks of an SVG drawing: escaped elements, and the room a text takes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

Attribute = str | float | int | None


def element(tag: str, content: str = "", **attributes: Attribute) -> str:
    """An SVG element. `content` is markup; `class_` becomes class, `x_y` becomes x-y; None is left out.

    >>> element("rect", x=1.234567, class_="fill-1")
    '<rect x="1.2" class="fill-1"/>'
    """
    shown = "".join(
        f' {_name(name)}="{_value(value)}"' for name, value in attributes.items() if value is not None
    )
    return f"<{tag}{shown}>{content}</{tag}>" if content else f"<{tag}{shown}/>"


def _name(name: str) -> str:
    return name if name in {"viewBox", "patternUnits"} else name.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else escape(str(value))


def text(content: str, x: float, y: float, *, anchor: str = "start", css: str = "chart-text") -> str:
    """A line of text with its baseline at y."""
    return element(
        "text", escape(content, quote=False), x=float(x), y=float(y), text_anchor=anchor, class_=css
    )


def text_width(content: str, size: float) -> float:
    """About how wide a text is, in the unit of `size`; rather too much than too little."""
    narrow = sum(character in " .,:;'iljtfrI|!()" for character in content)
    wide = sum(character in "mwMWÄÖ%—" for character in content)
    return size * (0.6 * (len(content) - narrow - wide) + 0.34 * narrow + 0.9 * wide)


def wrapped(content: str, room: float, size: float) -> list[str]:
    """A text in as many lines as the room asks for, broken between words and after slashes; within a word
    only where it alone is too long for a line.

    >>> wrapped("Flächen/Landnutzung/Landwirtschaft", 150, 14)
    ['Flächen/', 'Landnutzung/', 'Landwirtschaft']
    >>> wrapped("Landschaftsplanung", 80, 14)
    ['Landschaft', 'splanung']
    """
    lines: list[str] = []
    words = content.replace("/", "/\u200b").replace(" ", " \u200b").split("\u200b")
    for word in (part for each in words for part in _parts(each, room, size)):
        if lines and text_width(lines[-1] + word.rstrip(), size) <= room:
            lines[-1] += word
        else:
            lines.append(word)
    return [line.strip() for line in lines]


def _parts(word: str, room: float, size: float) -> Iterator[str]:
    """A word in pieces that each fit into the room."""
    if text_width(word.strip(), size) <= room:
        yield word
        return
    part = ""
    for letter in word:
        if part and text_width(part + letter.strip(), size) > room:
            yield part
            part = ""
        part += letter
    yield part
