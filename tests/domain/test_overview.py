"""What an overview knows beside the records: the file, sheet and cell of a value."""

from __future__ import annotations

from datetime import UTC, date, datetime

from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.municipality import Municipality
from monitoring.domain.overview import Overview, Stand
from monitoring.domain.provenance import EDITED, Provenance
from monitoring.domain.stored import Known
from monitoring.domain.value_origin import Origin, SourceFile

TOWN = Municipality(slug="a", name="A")
OFFICE = Stand(is_public=False, shows_internal=True, revision=1)
COUNTED = Inhabitants(year=2020, inhabitants=1000)
FILE = SourceFile(7, "stand.xlsx", "erika", datetime(2025, 6, 2, tzinfo=UTC))
RECORDS = {"inhabitants": (COUNTED,)}


def test_a_value_names_its_file_sheet_and_cell() -> None:
    known = Known(COUNTED, {"inhabitants": Provenance(7, "Einwohner", "B2"), "source": EDITED})
    stored = {"inhabitants": {COUNTED.key: known}}
    seen = Overview(TOWN, OFFICE, RECORDS, date(2026, 1, 1), stored, {7: FILE})
    assert seen.origin(COUNTED, "inhabitants") == Origin(FILE, "Einwohner", "B2")
    assert seen.origin(COUNTED, "source") == Origin(None, None, None)
    assert seen.origin(COUNTED, "year") is None


def test_without_provenance_nothing_is_said() -> None:
    assert Overview(TOWN, OFFICE, RECORDS, date(2026, 1, 1)).origin(COUNTED, "inhabitants") is None
