"""The public face (Öffentlicher Auftritt): how a municipality appears in public and whom one turns to."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from monitoring.domain.contrast import COLOUR_PATTERN, Scheme, readable, shortfall
from monitoring.domain.field_fault import FieldFault
from monitoring.domain.record import Name, Text

LONGEST_EMAIL, LONGEST_WEB_ORIGIN, MOST_SITES = 254, 200, 20
EMAIL_PATTERN = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
LAND_PATTERN = r"^(0[1-9]|1[0-6])$"
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_LETTERS = re.compile(r"[^\W_]+(-+[^\W_]+)*")

Email = Annotated[str, Field(pattern=EMAIL_PATTERN, max_length=LONGEST_EMAIL)]
Colour = Annotated[str, Field(pattern=COLOUR_PATTERN)]
WebOrigin = Annotated[str, Field(min_length=1, max_length=LONGEST_WEB_ORIGIN)]


class Logo(BaseModel):
    """What is known of a stored logo; its content is fetched by itself. `mark` changes with the content."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    media_type: str
    mark: str
    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]


class PublicFace(BaseModel):
    """What a municipality sets for its public pages; nothing of it belongs to a revision or publication.

    `facts` and `texts` are the pieces of the legal pages, by the name of the fact, and by statement and
    language („imprint.de“). `land` is the two-digit key of the Land, where it does not follow from the AGS.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    email: Email | None = None
    accent: Colour | None = None
    accent_dark: Colour | None = None
    embedding_sites: Annotated[tuple[WebOrigin, ...], Field(max_length=MOST_SITES)] = ()
    land: Annotated[str, Field(pattern=LAND_PATTERN)] | None = None
    facts: dict[Name, Text] = {}
    texts: dict[Name, Text] = {}
    logo: Logo | None = None
    logo_text: Name | None = None

    def accent_in(self, scheme: Scheme) -> str | None:
        """The accent colour of a scheme; in the dark the one of the day, lightened until it can be read.

        >>> face = PublicFace(accent="#0b5563")
        >>> face.accent_in(Scheme.LIGHT), face.accent_in(Scheme.DARK)
        ('#0b5563', '#1396af')
        """
        if scheme is Scheme.DARK and self.accent_dark is not None:
            return self.accent_dark
        return None if self.accent is None else readable(self.accent, scheme)


def accent_faults(accent: str | None, accent_dark: str | None) -> dict[str, FieldFault]:
    """What is wrong with the accent colours, by field; each is measured in its own scheme.

    >>> faults = accent_faults("#ffcc00", "#ffcc00")
    >>> faults, faults["accent"].limits
    ({'accent': 'colour_too_weak_light'}, {'colour': '#ffcc00', 'contrast': 1.3, 'nearest': '#886d00'})
    >>> accent_faults(None, "#ffcc00")
    {'accent': 'accent_missing'}
    """
    if accent is None:
        return {"accent": FieldFault("accent_missing")} if accent_dark else {}
    given = (("accent", accent, Scheme.LIGHT), ("accent_dark", accent_dark, Scheme.DARK))
    faults = {name: _weak(colour, scheme) for name, colour, scheme in given if colour is not None}
    return {name: fault for name, fault in faults.items() if fault is not None}


def _weak(colour: str, scheme: Scheme) -> FieldFault | None:
    found = shortfall(colour, scheme)
    if found is None:
        return None
    # Rounded down: 4.49 must not read as the 4.5 it falls short of.
    shown = math.floor(found.contrast * 10) / 10
    return FieldFault(f"colour_too_weak_{scheme}", colour=colour, contrast=shown, nearest=found.nearest)


def normal_web_origin(text: str) -> str | None:
    """The origin of a website („https://www.ort.de“) from its address; None where it is none.

    Only secure origins may embed, apart from the machine itself, on which things are tried out.

    >>> [normal_web_origin(each) for each in (" https://www.Ort.de/klima?x=1 ", "www.ort.de", "*", "https://[")]
    ['https://www.ort.de', 'https://www.ort.de', None, None]
    >>> normal_web_origin("http://ort.de"), normal_web_origin("http://localhost:8000/a")
    (None, 'http://localhost:8000')
    >>> normal_web_origin("www.köln.de")
    'https://www.xn--kln-sna.de'
    """
    bare = text.strip()
    try:
        parts = urlsplit(bare if "://" in bare else f"https://{bare}")
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    is_local = host in ("localhost", "127.0.0.1")
    is_secure = parts.scheme == "https" or (parts.scheme == "http" and is_local)
    if not is_secure or not _HOST.fullmatch(host) or "@" in parts.netloc or not (is_local or "." in host):
        return None
    origin = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    return origin if len(origin) <= LONGEST_WEB_ORIGIN else None


def _ascii_host(host: str) -> str:
    """A host as browsers send it: names with letters beyond ASCII in Punycode, each by itself.

    By hand, as Python's own „idna“ writes ß as ss, which since IDNA 2008 is another name.

    >>> _ascii_host("Straße.DE"), _ascii_host("ort.de")
    ('xn--strae-oqa.de', 'ort.de')
    """
    names = unicodedata.normalize("NFKC", host).lower().split(".")
    return ".".join(name if name.isascii() else _punycode(name) for name in names)


def _punycode(name: str) -> str:
    if not _LETTERS.fullmatch(name):
        raise ValueError(name)
    return f"xn--{name.encode('punycode').decode('ascii')}"
