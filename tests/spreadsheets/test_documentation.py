"""The handbook's list of columns is the one the descriptions yield."""

from __future__ import annotations

import re

from monitoring.spreadsheets.documentation import columns_page
from monitoring.spreadsheets.formats import FORMATS
from tests.house.sources import REPOSITORY

PAGE = REPOSITORY / "docs" / "handbuch" / "spalten.md"


def test_the_handbook_lists_the_columns_that_are_read() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == columns_page(), "Renew it: python -m monitoring.spreadsheets.documentation > " + str(
        PAGE
    )


def test_every_sheet_and_column_is_listed() -> None:
    page = columns_page()
    headings = [column.heading for each in FORMATS for column in each.columns]
    assert [
        heading for heading in headings if f"| {heading} |" not in page and f"**{heading}**" not in page
    ] == []
    assert [each.title for each in FORMATS if f"## {each.title}\n" not in page] == []


def test_every_link_within_the_page_has_a_goal() -> None:
    page = columns_page()
    goals = set(re.findall(r'<a id="(\w+)">', page))
    assert set(re.findall(r"\[W[oö]rte?r?\]\(#(\w+)\)", page)) <= goals
