"""Values that claim to be known already though their time has not come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from monitoring.domain.draft import Draft
from monitoring.spreadsheets.remarks import Remarks

PAST_FIELDS = {
    "inhabitants": "year",
    "balance": "year",
    "indicator_values": "year",
    "status_reports": "date",
}
"""The field of each kind that cannot lie ahead."""


def check_future(drafts: Iterable[Draft], today: date, remarks: Remarks) -> None:
    """Warns of reported values of years and days to come: they are plans, or slips."""
    said: set[tuple[str, str]] = set()
    for draft in drafts:
        field = PAST_FIELDS.get(draft.kind)
        if field is None:
            continue
        when = draft.values.get(field)
        if (isinstance(when, date) and when > today) or (isinstance(when, int) and when > today.year):
            origin = draft.origins[field]
            if (origin.sheet, origin.cell) in said:
                continue
            said.add((origin.sheet, origin.cell))
            remarks.warning("in_the_future", draft.sheet, origin.cell, origin.text)
