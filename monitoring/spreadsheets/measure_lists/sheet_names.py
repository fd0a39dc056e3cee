"""Lists of measures in several sheets of one file: one sheet for each year, or for each field of action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.measure_register import plain
from monitoring.spreadsheets.crosstabs.sense import sense_of
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.measure_lists.report_headings import dated_report, last_day
from monitoring.spreadsheets.remarks import Remarks

FIELD = "field_of_action"
AS_FIELDS, AS_NAMES = "fields_of_action", "no_meaning"


def with_sheet_names(drafts: Iterable[Draft], card_sheets: frozenset[str], remarks: Remarks) -> list[Draft]:
    """Drafts with what the names of several sheets say: the day they report on, or their field."""
    every = list(drafts)
    sheets: dict[str, list[Draft]] = defaultdict(list)
    for draft in every:
        if draft.kind == Measure.KIND and draft.sheet not in card_sheets:
            sheets[draft.sheet].append(draft)
    if len(sheets) < 2:
        return every
    days = {name: day for name in sheets if (day := last_day(name) or dated_report(name))} or _years(sheets)
    if len(days) == len(sheets):
        return _editions(every, sheets, days, remarks)
    if any(draft.values.get(FIELD) for found in sheets.values() for draft in found):
        return every
    return _fields(every, sheets, remarks)


def _years(names: Iterable[str]) -> dict[str, date]:
    """The last days of the years by which alone names differ: „Maßnahmen 2022“, „Maßnahmen 2023“."""
    found = {name: sense_of(name).year for name in names}
    years = {name: year for name, year in found.items() if year}
    is_one = len({plain(without_years(name)) for name in found}) == 1
    if not is_one or len(set(years.values())) < len(found):
        return {}
    return {name: date(year, 12, 31) for name, year in years.items()}


def _editions(
    every: list[Draft], sheets: Mapping[str, list[Draft]], days: Mapping[str, date], remarks: Remarks
) -> list[Draft]:
    """Of several years the newest sheet tells the measures; older ones only report on their status."""
    told: set[tuple[str, str]] = set()
    kept: dict[int, Draft] = {}
    for sheet in sorted(sheets, key=lambda name: days[name], reverse=True):
        for draft in sheets[sheet]:
            is_told = _name(draft) in told
            report = _report(draft, days[sheet]) if is_told else draft
            told.add(_name(draft))
            if report is not None:
                kept[id(draft)] = report
        if any(kept.get(id(draft)) is not draft for draft in sheets[sheet]):
            remarks.notice("sheet_as_reports", sheet, None, sheet)
    measures = {id(draft) for found in sheets.values() for draft in found}
    return [kept.get(id(draft), draft) for draft in every if id(draft) not in measures or id(draft) in kept]


def _name(draft: Draft) -> tuple[str, str]:
    return plain(draft.values.get("programme")), plain(
        draft.values.get("number") or draft.values.get("title")
    )


def _report(draft: Draft, day: date) -> Draft | None:
    """What an older sheet reports on a measure, None where it names no status."""
    status = draft.values.get("status")
    if status in (None, MeasureStatus.UNKNOWN):
        return None
    kind = "status_reports"
    values: dict[str, Any] = {
        reference_field(kind, part): draft.values[part] for part in PARTS if part in draft.values
    }
    origins = {"status": draft.origins["status"], "date": Origin(draft.sheet, draft.cell, draft.sheet)}
    return replace(draft, kind=kind, values={**values, "date": day, "status": status}, origins=origins)


def _fields(every: list[Draft], sheets: Mapping[str, list[Draft]], remarks: Remarks) -> list[Draft]:
    """Whether the names of sheets are fields of action is asked; equal numbers then get them in front."""
    names = list(sheets)
    answer = remarks.ask(
        ("sheets_as_fields", *names), "sheets_as_fields", (AS_FIELDS, AS_NAMES), names[0],
        sheets[names[0]][0].cell, vocabulary="sheets_as_fields",
        details={"examples": ", ".join(names[:3]), "count": len(names)},
    )  # fmt: skip
    if answer is None:
        measures = {id(draft) for found in sheets.values() for draft in found}
        return every if not _repeats(sheets) else [draft for draft in every if id(draft) not in measures]
    if answer == AS_NAMES:
        return every
    is_repeated = _repeats(sheets)
    return [_named(draft, is_repeated) if draft.sheet in sheets else draft for draft in every]


def _repeats(sheets: Mapping[str, list[Draft]]) -> bool:
    """Whether a number stands in several sheets."""
    numbers = [{plain(draft.values.get("number")) for draft in found} - {""} for found in sheets.values()]
    return len(set().union(*numbers)) < sum(map(len, numbers))


def _named(draft: Draft, with_number: bool) -> Draft:
    values, origins = dict(draft.values), dict(draft.origins)
    number = reference_field(draft.kind, "number")
    if with_number and values.get(number):
        values[number] = f"{draft.sheet} {values[number]}"
    if draft.kind == Measure.KIND:
        values[FIELD] = draft.sheet
        origins[FIELD] = Origin(draft.sheet, draft.cell, draft.sheet)
    return replace(draft, values=values, origins=origins)
