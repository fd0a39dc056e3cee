"""Registering pages: a page names its path once and gets an address for each view and language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import unquote

import dash

from monitoring.components.address import Address, language_prefix, public_place
from monitoring.pages._page import MunicipalityPage, Page, SitePage
from monitoring.pages._showing import shown_in_dash, title_in_dash
from monitoring.texts.words import LANGUAGES, Language

PUBLIC, OFFICE = "/kommune/<slug>", "/intern/<slug>"


def register_pages(module: str, page: MunicipalityPage) -> None:
    """Register a page of each municipality: in the office, and in public where its audience is the public.

    A page with a place of its own in public stands there.
    """
    place = public_place(page.tail)
    public = PUBLIC + page.tail if place is None else f"{place}/<slug>{page.tail.removeprefix(place)}"
    for language in LANGUAGES:
        if page.in_office:
            _register(module, page, language, OFFICE + page.tail, is_office=True)
        if page.audience == "public":
            _register(module, page, language, public, is_office=False)


def register_page_of_site(module: str, page: SitePage) -> None:
    """Register a page of the whole site, such as the list of municipalities."""
    for language in LANGUAGES:
        _register(module, page, language, page.tail, is_office=False)


def _register(module: str, page: Page, language: Language, path: str, *, is_office: bool) -> None:
    template = f"{language_prefix(language)}{path.rstrip('/')}" or "/"
    dash.register_page(
        f"{module}.{language}.{'office' if is_office else 'public'}",
        path_template=template if "<" in template else None,
        path=None if "<" in template else template,
        # Dash takes the first template that fits and lets a variable span slashes: the deepest comes first.
        order=-template.count("/"),
        layout=shown_in_dash,
        title=title_in_dash,
        audience="member" if is_office and page.audience == "public" else page.audience,
        page=page,
        language=language,
        is_office=is_office,
    )


@dataclass(frozen=True)
class Found:
    """A registered page and the address under which it was asked for."""

    page: Page
    address: Address
    audience: str


def find_page(path: str, query: Mapping[str, str], root: str = "", origin: str = "") -> Found | None:
    """The page at a path (without `root`), None where there is none. A variable never spans a slash."""
    for entry in dash.page_registry.values():
        template = entry["path_template"] or entry["path"]
        match = _pattern(template).fullmatch(path.rstrip("/") or "/")
        if match:
            variables = {name: unquote(value) for name, value in match.groupdict().items()}
            address = replace(_address(entry, variables, query, root), origin=origin)
            return Found(entry["page"], address, entry["audience"])
    return None


def _address(entry: Any, variables: dict[str, str], query: Mapping[str, str], root: str) -> Address:
    page, slug = entry["page"], variables.pop("slug", None)
    tail = re.sub(r"<(\w+)>", lambda match: variables[match.group(1)], page.tail)
    return Address(entry["language"], slug, entry["is_office"], tail, variables, dict(query), root)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """The template as a pattern of whole paths.

    >>> _pattern("/kommune/<slug>").fullmatch("/kommune/a/b") is None
    True
    """
    parts = re.split(r"<(\w+)>", template)
    return re.compile(
        "".join(f"(?P<{part}>[^/]+)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    )
