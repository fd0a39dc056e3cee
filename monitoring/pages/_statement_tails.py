"""Where the legal pages of a municipality stand below its address."""

from __future__ import annotations

from monitoring.domain.statement import Statement

STATEMENT_TAILS: dict[Statement, str] = {
    Statement.IMPRINT: "/impressum",
    Statement.PRIVACY: "/datenschutz",
    Statement.ACCESSIBILITY: "/barrierefreiheit",
}
