"""SVG: shapes, colours and letters; refused where it could run a script or fetch something from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from monitoring.pictures.picture import Picture, Unusable, check_size

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
MOST_ELEMENTS, DEEPEST = 5000, 100
_SHOWN = frozenset(
    """svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker style filter feGaussianBlur feOffset
    feBlend feColorMatrix feComposite feFlood feMerge feMergeNode feDropShadow""".split()
)
_DROPPED = frozenset({"metadata", "title", "desc", "view"})
"""What describes a drawing; the page says in words of its own what it shows."""
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?\s*#)", re.IGNORECASE)
_FETCHING_STYLE = re.compile(
    r"@import|@font-face|expression\s*\(|-moz-binding|behavior\s*:|\\", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|mm|cm|in)?\s*")
_PIXELS = {None: 1.0, "px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def looks_like_svg(content: bytes) -> bool:
    r"""Whether a file begins like an SVG drawing, after a byte order mark and what stands before the element.

    >>> looks_like_svg(b'<?xml version="1.0"?>\n<!-- x --><svg/>'), looks_like_svg(b"<html><svg/>")
    (True, False)
    """
    begin = content[:4096].removeprefix(b"\xef\xbb\xbf")
    return bool(
        re.match(
            rb"\s*(<\?xml[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*<(\w+:)?svg[\s>/]",
            begin,
            re.DOTALL,
        )
    )


def cleaned(content: bytes) -> Picture:
    """The drawing with the elements and attributes that are known to be harmless.

    Raises:
        Unusable: it is broken, too large, or has scripts, foreign references or embedded pictures.
    """
    root = _parsed(content)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise Unusable("picture_too_many_parts", limit=MOST_ELEMENTS)
    _clean(root, DEEPEST)
    _refuse_nested_uses(root)
    width, height = _size(root)
    if not root.get("viewBox"):
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    size = check_size(width, height)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    return Picture("image/svg+xml", *size, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _parsed(content: bytes) -> ElementTree.Element:
    """The root element. Declarations of entities are refused: with them a small file becomes a huge one."""
    plain = _DOCTYPE.sub(b"", content, count=1)
    if b"<!" in plain.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise Unusable("picture_declares")
    try:
        root = ElementTree.fromstring(plain)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Unusable("picture_broken") from None
    if root.tag != f"{{{SVG}}}svg":
        raise Unusable("picture_broken")
    return root


def _clean(element: ElementTree.Element, deepest: int) -> None:
    """Clean what lies in an element, at most so many levels deep."""
    if not deepest:
        raise Unusable("picture_too_deep", limit=DEEPEST)
    for child in list(element):
        if _is_dropped(child):
            element.remove(child)
            continue
        _refuse_unknown(child)
        _clean(child, deepest - 1)
    if element.tag == f"{{{SVG}}}style":
        _check_style(element.text or "")
    for name in list(element.attrib):
        _clean_attribute(element, name)


def _is_dropped(child: ElementTree.Element) -> bool:
    """Notes of drawing programs, in namespaces of their own, and descriptions."""
    namespace, name = _split(child.tag)
    return namespace != SVG or name in _DROPPED


def _refuse_unknown(child: ElementTree.Element) -> None:
    name = _split(child.tag)[1]
    if name in ("image", "feImage"):
        raise Unusable("picture_in_picture")
    if name not in _SHOWN:
        raise Unusable("picture_active")


def _clean_attribute(element: ElementTree.Element, name: str) -> None:
    namespace, plain = _split(name)
    value = element.attrib[name]
    if plain.lower().startswith("on"):
        raise Unusable("picture_active")
    if plain == "href":
        if not value.strip().startswith("#"):
            raise Unusable("picture_foreign")
    elif namespace:
        del element.attrib[name]
    else:
        _check_style(value)


def _refuse_nested_uses(root: ElementTree.Element) -> None:
    """A part used in a part that is used itself: a few lines would draw millions of shapes."""
    use = f"{{{SVG}}}use"
    used = {value[1:] for each in root.iter(use) for name, value in each.items() if name.endswith("href")}
    for element in root.iter():
        if element.get("id") in used and any(True for _ in element.iter(use)):
            raise Unusable("picture_nested")


def _check_style(text: str) -> None:
    if _REFERENCE.search(text) or _FETCHING_STYLE.search(text):
        raise Unusable("picture_foreign")


def _split(tag: str) -> tuple[str, str]:
    """Namespace and name.

    >>> _split("{urn:a}b"), _split("b")
    (('urn:a', 'b'), ('', 'b'))
    """
    namespace, _, name = str(tag).rpartition("}")
    return namespace.removeprefix("{"), name


def _size(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height in pixels; where they are not said, those of the drawing's own frame."""
    said = [found for found in (_length(root.get(name, "")) for name in ("width", "height")) if found]
    if len(said) == 2:
        return said[0], said[1]
    frame = list(_numbers(root.get("viewBox", "")))
    if len(frame) != 4:
        raise Unusable("picture_without_size")
    return frame[2], frame[3]


def _length(text: str) -> float | None:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2]] if found else None


def _numbers(text: str) -> Iterator[float]:
    for part in re.split(r"[\s,]+", text.strip()):
        try:
            yield float(part)
        except ValueError:
            return
