"""What a page is: where it stands, for whom it is, what it is called, and the function that lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from monitoring.components.address import Address
from monitoring.domain.access import Act
from monitoring.domain.overview import Overview
from monitoring.services.visit import Visit
from monitoring.texts.words import Words

Audience = Literal["public", "member", "manager", "anyone"]
"""For whom a page is: everybody (and members in the office); those who see more than the public; those who
edit; everybody, but kept by no cache (signing in)."""
NEEDED: dict[str, Act] = {"member": Act.SEE_SHARED, "manager": Act.EDIT}
"""The right without which the pages of an audience are refused."""
MunicipalityLayout = Callable[[Overview, Words, Address], Any]
SiteLayout = Callable[[Visit, Words, Address], Any]
MunicipalityTitle = Callable[[Overview, Words, Address], str]


@dataclass(frozen=True)
class MunicipalityPage:
    """A page of each municipality. `tail` follows its address („/bilanz“, „/massnahmen/<code>“).

    `title` is the key of a text, or a function where the title depends on what is shown. `needs_content` says
    whether the page does not exist for the public where it would be empty, `in_office` whether it stands
    there too, `has_end` whether feedback and the address that stays follow it in public. `asks` are the
    parts of its query that change what it shows in public; its address keeps no others.
    """

    tail: str
    title: str | MunicipalityTitle
    layout: MunicipalityLayout
    audience: Audience = "public"
    needs_content: bool = True
    in_office: bool = True
    has_end: bool = True
    asks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SitePage:
    """A page of the whole site at the path `tail`; `title` is the key of a text."""

    tail: str
    title: str
    layout: SiteLayout
    audience: Audience = "public"


Page = MunicipalityPage | SitePage
