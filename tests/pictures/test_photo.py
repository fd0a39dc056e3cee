"""Photos: only pixels are kept, upright and small; what is no photo or too much of one is refused."""

from __future__ import annotations

import io
import random
import struct

import pytest
from PIL import Image

from monitoring.pictures.photo import NARROW, WIDEST, narrow, photo
from monitoring.pictures.picture import Picture, Unusable
from tests.pictures import made


def opened(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.content))


def noise(width: int, height: int) -> bytes:
    """A photo that no format can make small: every pixel another colour."""
    random.seed(1)
    file = io.BytesIO()
    Image.frombytes("RGB", (width, height), random.randbytes(3 * width * height)).save(file, "PNG")
    return file.getvalue()


def test_where_when_and_with_what_it_was_taken_stays_behind() -> None:
    exif = made.taken_in(52.0, 13.0)
    taken = made.photo(exif=exif, comment=b"Erika Muster", icc_profile=b"Profil")
    assert all(text in taken for text in (b"Exif", b"Telefonwerke", b"Erika Muster", b"Profil"))
    kept = photo(taken)
    assert not any(text in kept.content for text in (b"Exif", b"Telefonwerke", b"Erika", b"Profil"))
    assert dict(opened(kept).getexif()) == {}


@pytest.mark.parametrize(("kind", "options"), [("PNG", {"pnginfo": True}), ("WEBP", {"exif": True})])
def test_the_same_of_other_kinds(kind: str, options: dict[str, bool]) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Erika Muster")
    more = {"pnginfo": info} if "pnginfo" in options else {"exif": made.taken_in(52.0, 13.0)}
    taken = made.photo(kind=kind, **more)
    assert b"Erika Muster" in taken
    assert b"Erika" not in photo(taken).content


@pytest.mark.parametrize(
    ("orientation", "dark"), [(1, (0.5, 0.1)), (3, (0.5, 0.9)), (6, (0.9, 0.5)), (8, (0.1, 0.5))]
)
def test_it_is_turned_as_the_camera_was_held(orientation: int, dark: tuple[float, float]) -> None:
    kept = photo(made.photo(exif=made.taken_in(0.0, 0.0, orientation)))
    assert (kept.width > kept.height) == (orientation in (1, 3))
    at = (int(kept.width * dark[0]), int(kept.height * dark[1]))
    assert sum(opened(kept).getpixel(at)) < 150  # type: ignore[arg-type]


def test_a_note_of_the_camera_that_cannot_be_read_says_nothing() -> None:
    taken = made.jpeg(400, 300, made.segment(0xE1, b"Exif\0\0nonsense"))
    assert (photo(taken).width, photo(taken).height) == (400, 300)


@pytest.mark.parametrize(("width", "height", "size"), [(4000, 3000, (1000, 750)), (3000, 6000, (500, 1000))])
def test_a_large_one_becomes_small(width: int, height: int, size: tuple[int, int]) -> None:
    kept = photo(made.photo(width, height))
    assert (kept.width, kept.height) == opened(kept).size == size
    assert max(size) == WIDEST


def test_a_small_one_is_not_made_larger() -> None:
    assert (photo(made.photo(300, 220)).width, narrow(made.photo(300, 220)).width) == (300, 300)


def test_even_the_most_colourful_stays_light() -> None:
    kept = photo(noise(2000, 1500))
    assert kept.media_type == "image/jpeg"
    assert len(kept.content) < 400_000
    small = narrow(kept.content)
    assert max(small.width, small.height) == NARROW
    assert len(small.content) < 60_000


def test_a_drawing_stays_a_png_where_that_is_lighter() -> None:
    assert photo(made.photo(kind="PNG")).media_type == "image/png"
    assert photo(noise(300, 300)).media_type == "image/jpeg"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16", "CMYK"])
def test_every_way_to_say_colours_is_read_and_what_is_see_through_is_white(mode: str) -> None:
    clear = mode in ("RGBA", "LA")
    image = Image.new(mode, (300, 220), (0,) * len(Image.new(mode, (1, 1)).getbands()) if clear else 1)
    file = io.BytesIO()
    image.save(file, "JPEG" if mode == "CMYK" else "PNG")
    kept = opened(photo(file.getvalue()))
    assert kept.mode == "RGB"
    assert not clear or kept.getpixel((5, 5)) == (255, 255, 255)


def test_what_hides_behind_a_picture_is_gone() -> None:
    kept = photo(made.photo() + b"PK\x03\x04<script>alert(1)</script>")
    assert b"script" not in kept.content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "photo_kind"),
        (b"%PDF-1.7", "photo_kind"),
        (made.svg(), "photo_kind"),
        (b"GIF89a" + bytes(200), "photo_kind"),
        (made.photo()[:900], "photo_broken"),
        (made.jpeg(400, 300)[:-300], "photo_broken"),
        (made.png(400, 300, pixels=b"\0" * 10), "photo_broken"),
        (made.photo(199, 400), "photo_size"),
        (b"\xff\xd8" + bytes(20_000_000), "photo_too_heavy"),
    ],
)
def test_what_is_no_photo_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unusable) as refused:
        photo(content)
    assert refused.value.fault == code


def test_a_small_file_that_unpacks_to_gigabytes_is_refused_before_it_does() -> None:
    bomb = made.photo(kind="PNG")
    head = bomb.index(b"IHDR") + 4
    size = struct.pack(">II", 60_000, 60_000)
    chunk = made.chunk(b"IHDR", size + bomb[head + 8 : head + 13])
    with pytest.raises(Unusable, match="photo_size"):
        photo(bomb[: head - 8] + chunk + bomb[head + 17 :])
