"""Which total counts where the reported total and the sum of the sectors differ: the municipality decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from monitoring.domain import totals
from monitoring.domain.balance import Area, EmissionEntry, Sector
from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.provenance import EDITED
from monitoring.domain.question import Question, question_key
from monitoring.domain.record import Key
from monitoring.domain.stored import Known, Stored
from monitoring.domain.totals import YearTotal

REPORTED, SUMMED, EACH_YEAR = "reported", "summed", "each_year"
_FLAG = "is_counted_total"
_VALUES = {"emissions_t": totals.emissions, "energy_mwh": totals.energy}
_Entries = Mapping[Key, Known | Change]


def total_questions(changes: Iterable[Change], stored: Stored, answers: Mapping[str, str]) -> list[Question]:
    """One question for all years of an area in which both sums differ, or one for each year if so wished.

    Until it is answered the reported total counts. A file that says itself what counts is not asked about.
    """
    every = list(changes)
    if not _has_totals(every, stored):
        return []
    entries = _after(every, stored)
    questions: list[Question] = []
    for area in Area:
        years = _differing(every, entries, area)
        if not years:
            continue
        key = question_key("total", area)
        several = (EACH_YEAR,) if len(years) > 1 else ()
        questions.append(_question(key, "total_counts", list(years.items()), (*several,), entries))
        if answers.get(key) == EACH_YEAR:
            questions += [
                _question(_key_of(area, year), "total_of_year_counts", [(year, found)], (), entries)
                for year, found in years.items()
            ]
    return questions


def as_decided(changes: Iterable[Change], stored: Stored, answers: Mapping[str, str]) -> list[Change]:
    """The changes with the decision at each year in which both sums differ: at the total or at its parts."""
    every = list(changes)
    if not any(answers.get(question_key("total", area)) for area in Area):
        return every
    entries = _after(every, stored)
    decided: dict[tuple[Area, int], str] = {}
    for area in Area:
        for year in _differing(every, entries, area):
            choice = answers.get(question_key("total", area))
            choice = answers.get(_key_of(area, year)) if choice == EACH_YEAR else choice
            if choice in (REPORTED, SUMMED):
                decided[area, year] = choice
    if not decided:
        return every
    marked = {each.after.key: each for each in _marked(every, stored, decided) if each.after is not None}
    kept = [each for each in every if each.after is None or each.after.key not in marked]
    return [*kept, *marked.values()]


def _has_totals(changes: Iterable[Change], stored: Stored) -> bool:
    known = (each.record for each in stored.get(EmissionEntry.KIND, {}).values())
    said = (each.record for each in changes if each.kind == EmissionEntry.KIND)
    return any(isinstance(each, EmissionEntry) and each.sector is Sector.SUM for each in chain(known, said))


def _after(changes: Iterable[Change], stored: Stored) -> dict[Key, Known | Change]:
    """The balance values as they would be."""
    found: dict[Key, Known | Change] = dict(stored.get(EmissionEntry.KIND, {}))
    for each in changes:
        if each.kind == EmissionEntry.KIND:
            if each.after is None:
                found.pop(each.record.key, None)
            else:
                found[each.after.key] = each
    return found


def _differing(changes: Iterable[Change], entries: _Entries, area: Area) -> dict[int, tuple[str, YearTotal]]:
    """The years the file speaks about in which the sums differ, each with the field and the total."""
    rows = [each.record for each in entries.values() if isinstance(each.record, EmissionEntry)]
    with_total = {row.year for row in rows if row.sector is Sector.SUM}
    if not with_total:
        return {}
    said = [each for each in changes if each.kind == EmissionEntry.KIND and each.after is not None]
    settled = {_year(each) for each in said if _says_itself(each)}
    found: dict[int, tuple[str, YearTotal]] = {}
    for field, value in _VALUES.items():
        years = {_year(each) for each in said if _speaks_of(each, field)} - settled
        if not with_total & years:
            continue
        for each in totals.year_totals(rows, value, area):
            if each.differs and each.year in years:
                found.setdefault(each.year, (field, each))
    return dict(sorted(found.items()))


def _speaks_of(change: Change, field: str) -> bool:
    """Whether a file says something about emissions or energy; a row that it changes otherwise does not."""
    if change.after is None or getattr(change.after, field) is None:
        return False
    return change.type is not ChangeType.CHANGED or field in change.differences()


def _year(change: Change) -> int:
    assert isinstance(change.record, EmissionEntry)
    return change.record.year


def _says_itself(change: Change) -> bool:
    """Whether the file has a cell that says which total counts."""
    if not getattr(change.record, _FLAG):
        return False
    place = change.provenance.get(_FLAG)
    return place is not None and place.cell is not None


def _key_of(area: Area, year: int) -> str:
    return question_key("total", area, str(year))


def _question(
    key: str,
    code: str,
    years: list[tuple[int, tuple[str, YearTotal]]],
    more: tuple[str, ...],
    entries: _Entries,
) -> Question:
    first, (field, total) = years[0]
    return Question(
        key=key,
        code=code,
        choices=(REPORTED, SUMMED, *more),
        cells=tuple(_cells(entries, {year for year, _ in years})),
        vocabulary="counted_total",
        default=REPORTED,
        details={
            "years": [year for year, _ in years],
            "year": first,
            "total": total.reported,
            "parts": total.summed,
            "field": field,
        },
    )


def _cells(entries: _Entries, years: set[int]) -> Iterator[str]:
    """The cells of the reported totals."""
    for known in entries.values():
        row = known.record
        if isinstance(row, EmissionEntry) and row.sector is Sector.SUM and row.year in years:
            places = (known.provenance.get(field) for field in _VALUES)
            yield from (f"{each.sheet}!{each.cell}" for each in places if each and each.cell)


def _marked(
    changes: list[Change], stored: Stored, decided: Mapping[tuple[Area, int], str]
) -> Iterator[Change]:
    """The rows whose mark differs from what was decided, as changes."""
    known = {each.record.key: each for each in changes if each.kind == EmissionEntry.KIND}
    for key, entry in _after(changes, stored).items():
        row = entry.record
        choice = decided.get((row.area, row.year)) if isinstance(row, EmissionEntry) else None
        if choice is None or not isinstance(row, EmissionEntry) or row.basis not in totals.BASES:
            continue
        counts = (row.sector is Sector.SUM) == (choice == REPORTED)
        if counts != row.is_counted_total:
            after = row.model_copy(update={_FLAG: counts})
            change = known.get(key) or Change(row.KIND, row, row, entry.provenance)
            yield replace(change, after=after, provenance={**change.provenance, _FLAG: EDITED})
