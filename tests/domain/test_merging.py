"""Merging: drafts against stored records, and what a complete file removes."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.balance import Area, Carrier, EmissionEntry, Sector
from monitoring.domain.changes import Change, ChangeType, counts, effective
from monitoring.domain.draft import Draft, Origin
from monitoring.domain.editions import apply_answers, edition_questions
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.merging import Merged, merge
from monitoring.domain.provenance import EDITED, Provenance
from monitoring.domain.record import Record
from monitoring.domain.removal import removals
from monitoring.domain.stored import Known, Stored

PEOPLE = Inhabitants(year=2020, inhabitants=100, households=40)


def _stored(*records: Record) -> Stored:
    stored: dict[str, dict[Any, Known]] = {}
    for record in records:
        origins = dict.fromkeys(type(record).model_fields, EDITED)
        stored.setdefault(record.KIND, {})[record.key] = Known(record, origins)
    return stored


def _draft(kind: str = "inhabitants", **values: Any) -> Draft:
    origins = {
        name: Origin("Blatt", f"B{at}", str(value)) for at, (name, value) in enumerate(values.items(), 2)
    }
    return Draft(kind, values, origins, "Blatt", 2, upload=7)


def _only(merged: Merged) -> Change:
    (change,) = merged.changes.values()
    return change


def _entry(year: int, sector: Sector, value: float, **more: Any) -> EmissionEntry:
    return EmissionEntry(year=year, sector=sector, emissions_t=value, **more)


def test_an_absent_field_stays_and_an_empty_one_is_cleared() -> None:
    assert _only(merge([_draft(year=2020, inhabitants=100)], _stored(PEOPLE))).type is ChangeType.UNCHANGED
    cleared = _only(merge([_draft(year=2020, households=None)], _stored(PEOPLE)))
    assert cleared.differences() == {"households": (40, None)}


def test_only_changed_values_get_a_new_origin() -> None:
    change = _only(merge([_draft(year=2020, inhabitants=100, households=41)], _stored(PEOPLE)))
    assert change.provenance["households"] == Provenance(7, "Blatt", "B4", "41")
    assert change.provenance["inhabitants"] == EDITED


def test_rows_about_the_same_thing_complete_each_other() -> None:
    merged = merge([_draft(year=2021, inhabitants=5), _draft(year=2021, households=2)], {})
    assert _only(merged).after == Inhabitants(year=2021, inhabitants=5, households=2)


def test_rows_that_contradict_each_other_are_a_finding() -> None:
    merged = merge([_draft(year=2021, inhabitants=5), _draft(year=2021, inhabitants=6)], {})
    assert [finding.code for finding in merged.findings] == ["duplicate_key"]


def test_what_makes_no_record_is_a_finding_at_its_cell() -> None:
    merged = merge([_draft(year=2021, inhabitants=0), _draft(inhabitants=5), _draft(year=2022)], {})
    assert [(each.code, each.cell) for each in merged.findings] == [
        ("value_not_allowed", "B3"),
        ("key_missing", "B2"),
        ("field_missing", "B2"),
    ]


def test_quantities_are_compared_as_they_are_stored() -> None:
    stored = _stored(_entry(2020, Sector.HH, 1005))
    draft = _draft("balance", year=2020, sector=Sector.HH, emissions_t=1.005 * 1000)
    assert _only(merge([draft], stored)).type is ChangeType.UNCHANGED


def test_rows_without_edition_mean_the_newest() -> None:
    stored = _stored(_entry(2020, Sector.HH, 5), _entry(2020, Sector.HH, 6, edition=2))
    change = _only(merge([_draft("balance", year=2020, sector=Sector.VER, emissions_t=7.0)], stored))
    assert change.record.key[-1] == 2


def test_a_complete_balance_covers_its_years_areas_and_editions_alone() -> None:
    gone, kept = _entry(2020, Sector.VER, 1), _entry(2019, Sector.VER, 1)
    apart = _entry(2020, Sector.KE, 1, area=Area.ADMINISTRATION)
    stored = _stored(_entry(2020, Sector.HH, 5), gone, kept, apart, PEOPLE)
    merged = merge([_draft("balance", year=2020, sector=Sector.HH, emissions_t=5.0)], stored)
    assert [change.before for change in removals(merged.changes, stored)] == [gone]


def test_counts_and_effective_changes() -> None:
    changes = [
        Change("inhabitants", PEOPLE, PEOPLE),
        Change("inhabitants", None, PEOPLE),
        Change("inhabitants", PEOPLE, None),
    ]
    assert list(counts(changes)["inhabitants"].values()) == [1, 0, 1, 1]
    assert len(effective(changes)) == 2


def test_only_changed_numbers_ask_about_editions() -> None:
    before = _entry(2020, Sector.HH, 5)
    noted = before.model_copy(update={"source": "ifeu"})
    assert edition_questions([Change("balance", before, noted), Change("balance", None, before)]) == []
    (question,) = edition_questions([Change("balance", before, _entry(2020, Sector.HH, 6))])
    assert (question.key, question.default, question.remembered) == ("edition:balance", "correction", False)


@pytest.mark.parametrize(
    ("changed", "repeated", "default"),
    [(2, 0, "correction"), (3, 4, "correction"), (3, 3, "new_edition"), (5, 0, "new_edition")],
)
def test_a_year_most_of_which_is_new_was_calculated_anew(changed: int, repeated: int, default: str) -> None:
    sectors = list(Sector)[: changed + repeated]
    before = [_entry(2020, sector, 5) for sector in sectors]
    after = [_entry(2020, sector, 6 if at < changed else 5) for at, sector in enumerate(sectors)]
    changes = [Change("balance", *pair) for pair in zip(before, after, strict=True)]
    (question,) = edition_questions(changes)
    assert question.default == default
    editions = {each.record.key[-1] for each in apply_answers(changes, _stored(*before), {})}
    assert editions == ({1} if default == "correction" else {2})


def test_a_new_edition_carries_over_what_was_not_removed() -> None:
    old, other, gone = (_entry(2020, sector, 5) for sector in (Sector.HH, Sector.VER, Sector.IND))
    stored = _stored(old, other, gone)
    changes = [Change("balance", old, _entry(2020, Sector.HH, 6)), Change("balance", gone, None)]
    found = apply_answers(changes, stored, {"edition:balance": "new_edition"})
    assert {(each.record.key[2].value, each.record.key[-1], each.type) for each in found} == {
        ("HH", 2, ChangeType.NEW),
        ("VER", 2, ChangeType.NEW),
    }
    assert apply_answers(changes, stored, {}) == changes


def test_old_numbers_of_carriers_give_way_to_a_new_one_of_their_sector() -> None:
    whole = _entry(2020, Sector.HH, 230)
    gas = EmissionEntry(
        year=2020, sector=Sector.HH, carrier=Carrier.NATURAL_GAS, emissions_t=130.0, energy_mwh=500.0
    )
    oil = EmissionEntry(year=2020, sector=Sector.HH, carrier=Carrier.HEATING_OIL, emissions_t=100.0)
    traffic = EmissionEntry(year=2020, sector=Sector.VER, carrier=Carrier.DIESEL, emissions_t=70.0)
    changes = [Change("balance", whole, _entry(2020, Sector.HH, 73))]
    answers = {"edition:balance": "new_edition"}
    found = apply_answers(changes, _stored(whole, gas, oil, traffic), answers)
    kept = {
        (each.record.sector, each.record.carrier): (each.record.emissions_t, each.record.energy_mwh)
        for each in found
        if isinstance(each.record, EmissionEntry)
    }
    assert kept == {
        (Sector.HH, Carrier.ALL): (73.0, None),
        (Sector.HH, Carrier.NATURAL_GAS): (None, 500.0),
        (Sector.VER, Carrier.DIESEL): (70.0, None),
    }
