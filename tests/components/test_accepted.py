"""Accepted findings are folded away, with comment, name and day."""

from __future__ import annotations

from datetime import UTC, datetime

from monitoring.components.accepted import accepted_findings
from monitoring.components.html import to_html
from monitoring.domain.checks.acceptance import Acceptance, DoubtedValue
from monitoring.domain.finding import warning
from monitoring.texts.words import words

GERMAN = words("de")


def test_comment_name_and_day_stand_beside_the_finding() -> None:
    about = DoubtedValue("jump", "balance", "[]", "emissions_t", "700.0")
    said = Acceptance(about, "Neues Wohngebiet", datetime(2025, 6, 2, tzinfo=UTC), "manager")
    shown = to_html(accepted_findings([(warning("jump", cell="C3"), said)], lambda each: each.code, GERMAN))
    assert all(part in shown for part in ("1 Warnung wurde", "C3", "Neues Wohngebiet", "manager, 02.06.2025"))
    assert "open" not in shown.partition("<summary")[0]


def test_nothing_is_said_where_nothing_was_accepted() -> None:
    assert accepted_findings([], str, GERMAN) is None
