"""Logos: told by their content, kept without what is not needed, refused where they could do anything."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from monitoring.pictures.checked_picture import checked
from monitoring.pictures.picture import Unusable
from monitoring.texts.findings import limits_in_words
from monitoring.texts.words import LANGUAGES, words
from tests.pictures.made import chunk, jpeg, photo, png, segment, svg, taken_in

PLACE = b"GPS 52.5 N, Erika Muster"


def code_of(content: bytes) -> str:
    """Why a picture is refused."""
    with pytest.raises(Unusable) as refused:
        checked(content)
    for language in LANGUAGES:
        fault, known = refused.value.fault, words(language)
        assert known(f"form.fault.{fault}", **limits_in_words(fault, known))
    return str(refused.value.fault)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(png(), "image/png"), (jpeg(), "image/jpeg"), (svg(), "image/svg+xml")],
    ids=["png", "jpeg", "svg"],
)
def test_a_plain_picture_stays_what_it_is(content: bytes, kind: str) -> None:
    picture = checked(content)
    assert (picture.media_type, picture.width, picture.height) == (kind, 40, 30)
    assert checked(picture.content) == picture


def test_a_plain_png_and_jpeg_stay_the_same_bytes() -> None:
    assert checked(png()).content == png()
    assert checked(jpeg()).content == jpeg()


@pytest.mark.parametrize(
    "content",
    [
        png(40, 30, chunk(b"tEXt", b"Author\0" + PLACE), chunk(b"eXIf", PLACE)),
        png() + PLACE,
        jpeg(40, 30, segment(0xE1, b"Exif\0\0" + PLACE), segment(0xFE, PLACE)),
        jpeg() + PLACE,
        svg(f"<metadata>{PLACE.decode()}</metadata><!-- {PLACE.decode()} --><path d='M0 0h9v9z'/>"),
        svg(f'<title>{PLACE.decode()}</title><x:note xmlns:x="urn:x">{PLACE.decode()}</x:note>'),
    ],
)
def test_what_is_told_beside_the_picture_is_dropped(content: bytes) -> None:
    assert PLACE in content
    assert PLACE not in checked(content).content


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png")])
def test_a_large_logo_becomes_light(kind: str, media_type: str) -> None:
    logo = checked(photo(1800, 900, kind))
    assert (logo.media_type, logo.width, logo.height) == (media_type, 600, 300)
    assert Image.open(io.BytesIO(logo.content)).size == (600, 300)


def test_what_is_see_through_stays_so_in_a_smaller_logo() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (1200, 600), (200, 0, 0, 0)).save(file, "PNG")
    small = Image.open(io.BytesIO(checked(file.getvalue()).content))
    assert (small.size, small.convert("RGBA").getpixel((5, 5))[3]) == ((600, 300), 0)  # type: ignore[index]


def test_a_logo_stands_as_the_camera_was_held_and_says_nothing_of_it() -> None:
    logo = checked(photo(400, 200, exif=taken_in(52.0, 13.0, orientation=6)))
    assert (logo.width, logo.height) == (200, 400)
    assert b"Exif" not in logo.content


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>alert(1)</script>", "picture_active"),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>", "picture_active"),
        ("<a href='#x'><path d='M0 0'/></a>", "picture_active"),
        ("<path d='M0 0' onclick='alert(1)'/>", "picture_active"),
        ("<set attributeName='href' to='javascript:alert(1)'/>", "picture_active"),
        ("<use href='https://else.example/x.svg#a'/>", "picture_foreign"),
        ("<use xlink:href='data:image/svg+xml,x#a'/>", "picture_foreign"),
        ("<rect width='9' height='9' fill='url(https://else.example/#a)'/>", "picture_foreign"),
        ("<rect width='9' height='9' style='fill: url( \"//else.example/#a\")'/>", "picture_foreign"),
        ("<rect width='9' height='9' fill='u\\72l(https://else.example/#a)'/>", "picture_foreign"),
        ("<style>@import 'https://else.example/x.css';</style>", "picture_foreign"),
        ("<style>@font-face { src: url(#a) }</style>", "picture_foreign"),
        ("<image href='data:image/png;base64,AAAA'/>", "picture_in_picture"),
        ("<g id='a'><use href='#b'/></g><g id='b'/><use href='#a'/>", "picture_nested"),
        ("<g>" * 3 + "</g>" * 2, "picture_broken"),
        ("<path/>" * 5001, "picture_too_many_parts"),
        ("<g>" * 2000 + "</g>" * 2000, "picture_too_deep"),
    ],
)
def test_a_drawing_that_could_do_more_than_be_seen_is_refused(inside: str, code: str) -> None:
    assert code_of(svg(inside)) == code


def test_entities_are_refused() -> None:
    laughs = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>'
    assert code_of(svg("<text>&a;</text>", laughs)) == "picture_declares"
    assert (
        code_of(svg("<text/>", '<!DOCTYPE svg SYSTEM "https://else.example/x.dtd" [ ]>'))
        == "picture_declares"
    )


def test_what_drawing_programs_write_is_taken() -> None:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by a program -->\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    )
    inside = (
        "<defs><style><![CDATA[.a{fill:url(#g)}]]></style><linearGradient id='g'><stop offset='0'/>"
        "</linearGradient><path id='p' d='M0 0h9v9z'/></defs><use xlink:href='#p' class='a'/>"
    )
    content = checked(svg(inside, head, ' width="120mm" height="60mm"'))
    assert (content.width, content.height) == (454, 227)
    for kept in (b".a{fill:url(#g)}", b"linearGradient", b'xlink:href="#p"', b'viewBox="0 0 40 30"'):
        assert kept in content.content
    assert b"DOCTYPE" not in content.content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_kind"),
        (b"GIF89a", "picture_kind"),
        (b"<html><svg xmlns='http://www.w3.org/2000/svg'/></html>", "picture_kind"),
        (b"<svg/>", "picture_broken"),
        (png()[:-30], "picture_broken"),
        (png().replace(b"IDAT", b"IDAX"), "picture_broken"),
        (png(pixels=b"\0" * 10), "picture_broken"),
        (png(pixels=b"\0" * 50_000_000), "picture_broken"),
        (jpeg()[:-9], "picture_broken"),
        (jpeg()[:30], "picture_broken"),
        (jpeg().replace(b"\xff\xdb", b"\xff\xe7"), "picture_broken"),
        (png(8, 30), "picture_size"),
        (jpeg(40, 2001), "picture_size"),
        (svg(more=' width="9000" height="30"'), "picture_size"),
        (svg().replace(b"viewBox", b"data-x"), "picture_without_size"),
        (png() + bytes(300_000), "picture_too_heavy"),
    ],
)
def test_what_is_no_usable_picture_is_refused(content: bytes, code: str) -> None:
    assert code_of(content) == code
