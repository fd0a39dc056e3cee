"""How our workbook looks: sheet names, widths, colours."""

from __future__ import annotations

GUIDE_TITLE = "Anleitung"
LISTS_TITLE = "Listen"
OUR_SHEETS = frozenset({GUIDE_TITLE, LISTS_TITLE})
"""Sheets of our workbook that hold no records."""
