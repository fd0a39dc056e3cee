"""Understanding a workbook: its cells become drafts, findings and questions. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error, notice
from monitoring.domain.question import Question
from monitoring.domain.watch import Watch, unwatched
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.chosen_meanings import ChosenMeanings
from monitoring.spreadsheets.crosstabs.reductions import joined_reductions
from monitoring.spreadsheets.crosstabs.reported import Reported
from monitoring.spreadsheets.crosstabs.sheet import Reading as TablesReading
from monitoring.spreadsheets.crosstabs.sheet import SheetOfTables
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.duplicates import without_duplicates
from monitoring.spreadsheets.explanation import Understanding, understood_rows
from monitoring.spreadsheets.future import check_future
from monitoring.spreadsheets.gas_columns import with_gas_that_counts
from monitoring.spreadsheets.headed_columns import say_unknown
from monitoring.spreadsheets.hidden import say_hidden
from monitoring.spreadsheets.joined_lines import join_lines
from monitoring.spreadsheets.known_sheet import KnownSheet, known_sheet, may_hold_data
from monitoring.spreadsheets.marking.earlier import is_summary
from monitoring.spreadsheets.measure_cards.card_reading import CardReader, styles_of, understood_cards
from monitoring.spreadsheets.measure_cards.cards import Card
from monitoring.spreadsheets.measure_cards.told_twice import told_once
from monitoring.spreadsheets.measure_lists.list_reading import ListReader
from monitoring.spreadsheets.measure_lists.restarted_numbers import with_fields_in_numbers
from monitoring.spreadsheets.measure_lists.sheet_names import with_sheet_names
from monitoring.spreadsheets.named_places import PlaceOfRow, named_places
from monitoring.spreadsheets.other_quantities import names_other_quantity
from monitoring.spreadsheets.recognition import Recognised, likely_headings
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.sheet_rows import SheetReader
from monitoring.spreadsheets.twins import with_twins
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.units import unit as unit_of
from monitoring.spreadsheets.unmeasured import say_totals_of_rows
from monitoring.spreadsheets.words import IGNORE
from monitoring.spreadsheets.workbook import Sheet, Workbook

NO_ANSWERS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a sheet was taken for; `records` counts rows that are a record or become one once questions are
    answered. `understanding` says how and why, None where nothing was understood.
    """

    sheet: str
    kind: str | None
    records: int
    header_row: int | None
    understanding: Understanding | None = None
    headings: tuple[str, ...] = ()
    """Of a sheet that was not understood what looks most like headings."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook says, and what is wrong or open about it.

    `places` are the municipalities by sheet and row, where a file about many was read for all of them.
    """

    sheets: tuple[SheetReading, ...]
    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    used: Mapping[str, str] = field(default_factory=dict)
    """The answers that it rests on."""
    places: Mapping[str, PlaceOfRow] = field(default_factory=dict)


def understand(
    workbook: Workbook,
    *,
    kind: str | None = None,
    unit: str | None = None,
    answers: Mapping[str, str] = NO_ANSWERS,
    today: date,
    watch: Watch = unwatched,
    by_place: bool = False,
) -> Reading:
    """Reads every sheet that holds something known; all findings at once.

    `kind` says what the sheets hold, `unit` in which unit numbers are where no heading says so, `answers`
    maps the keys of questions to choices. `by_place` reads a file about many municipalities for all of them.
    """
    remarks = Remarks(answers)
    chosen = ChosenMeanings(remarks.answers)
    known = {
        sheet.name: found
        for sheet in workbook.sheets
        if may_hold_data(sheet) and chosen.kind(sheet.name) != IGNORE
        if (found := known_sheet(sheet, kind, workbook.name, chosen))
    }
    if not known:
        return replace(_nothing_known(workbook), used=remarks.answers.used)
    places = (
        named_places([part for each in known.values() for part in each.parts], remarks) if by_place else {}
    )
    given_unit = unit_of(unit) if unit else None
    cards = CardReader(remarks, given_unit, styles_of(card for each in known.values() for card in each.cards))
    reader = _Reader(workbook, remarks, kind, given_unit, today, watch, cards, places)
    sheets = reader.read_all(known)
    drafts = _drafts(reader, frozenset(name for name, each in known.items() if each.cards))
    findings = (*_about_file(workbook), *remarks.findings)
    return Reading(sheets, drafts, findings, remarks.questions, remarks.answers.used, places)


def _drafts(reader: _Reader, card_sheets: frozenset[str]) -> tuple[Draft, ...]:
    """The drafts of all sheets together: each thing named and told once."""
    remarks = reader.remarks
    named = with_sheet_names(with_fields_in_numbers(reader.drafts, remarks), card_sheets, remarks)
    told = told_once(named, card_sheets, remarks)
    joined = join_lines([*with_twins(told, remarks), *reader.reported.drafts()], remarks)
    drafts = without_duplicates(joined_reductions(joined), remarks, reader.faulty)
    check_future(drafts, reader.today, remarks)
    return drafts


def _about_file(workbook: Workbook) -> list[Finding]:
    return [notice(each.value, value=workbook.name) for each in workbook.notices]


def _not_understood(sheet: Sheet) -> SheetReading:
    headings = tuple(likely_headings(sheet).values()) if may_hold_data(sheet) else ()
    return SheetReading(sheet.name, None, 0, None, headings=headings)


def _nothing_known(workbook: Workbook) -> Reading:
    sheets = tuple(_not_understood(sheet) for sheet in workbook.sheets)
    own = [sheet.name for sheet in workbook.sheets if not is_summary(sheet)]
    finding = error("no_known_sheet", sheet=next(iter(own), None), details={"sheets": ", ".join(own)})
    return Reading(sheets, (), (*_about_file(workbook), finding), ())


@dataclass(slots=True)
class _Reader:
    """Reads sheet after sheet; numbers of tables are gathered over all of them."""

    workbook: Workbook
    remarks: Remarks
    kind: str | None
    given_unit: Unit | None
    today: date
    watch: Watch
    cards: CardReader
    places: Mapping[str, PlaceOfRow]
    drafts: list[Draft] = field(default_factory=list)
    faulty: list[Draft] = field(default_factory=list)
    reported: Reported = field(init=False)

    def __post_init__(self) -> None:
        self.reported = Reported(self.remarks)

    def read_all(self, known: Mapping[str, KnownSheet]) -> tuple[SheetReading, ...]:
        """What each sheet holds, with the records that were reported in pieces."""
        sheets = [self._read(sheet, known.get(sheet.name)) for sheet in self.workbook.sheets]
        self.cards.say_unknown()
        begun = self.reported.counts()
        return tuple(replace(each, records=each.records + begun[each.sheet]) for each in sheets)

    def _read(self, sheet: Sheet, known: KnownSheet | None) -> SheetReading:
        """What one sheet holds."""
        if known:
            say_hidden(sheet, self.remarks)
            return self._read_known(sheet, known)
        if may_hold_data(sheet) and self.remarks.answers.to("kind", sheet.name) != IGNORE:
            self.remarks.notice("unknown_sheet", sheet.name, None)
        return _not_understood(sheet)

    def _read_known(self, sheet: Sheet, known: KnownSheet) -> SheetReading:
        if known.cards:
            return self._read_cards(sheet, known.cards)
        if not known.rows:
            return self._read_tables(sheet, known.tables)
        found = self._read_rows(known.rows)
        return _together(found, self._read_known(sheet, known.below)) if known.below else found

    def _read_rows(self, recognised: Recognised) -> SheetReading:
        name, kind, header = recognised.sheet.name, recognised.format.kind, recognised.header_row
        if recognised.missing():
            say_unknown(recognised, recognised.unknown, self.remarks)
            _say_missing_columns(recognised, self.remarks)
            return SheetReading(name, kind, 0, header, understood_rows(recognised))
        delimiter = self.workbook.delimiter
        is_chosen = self.kind or self.remarks.answers.to("kind", name)
        if not is_chosen and (title := names_other_quantity(recognised)):
            cell, count = cell_address(header, min(recognised.columns)), recognised.sheet.height - header
            self.remarks.warning("other_quantity_left_out", name, cell, title, count=count)
            return SheetReading(name, kind, 0, header, understood_rows(recognised))
        if kind == "measures":
            how = (self.remarks, self.today, delimiter, self.given_unit, self.watch, self.places)
            found = ListReader(*how).read(recognised)
            rows, understood = found.rows, found.understanding
        else:
            recognised = with_gas_that_counts(recognised, self.remarks)
            say_unknown(recognised, recognised.unknown, self.remarks)
            rows = SheetReader(recognised, self.remarks, delimiter, self.given_unit).read(self.watch)
            understood = understood_rows(recognised)
            say_totals_of_rows(recognised, delimiter, self.remarks)
        self.drafts += self._placed(rows.drafts)
        self.faulty += self._placed(rows.faulty)
        return SheetReading(name, kind, rows.records, header, understood)

    def _read_cards(self, sheet: Sheet, cards: Sequence[Card]) -> SheetReading:
        self.drafts += self.cards.read(sheet, cards)
        return SheetReading(sheet.name, "measures", len(cards), cards[0].row, understood_cards(sheet, cards))

    def _read_tables(self, sheet: Sheet, tables: Sequence[Table]) -> SheetReading:
        delimiter = self.workbook.delimiter
        found: TablesReading = SheetOfTables(
            tables,
            self.remarks,
            self.reported,
            self.today,
            delimiter,
            self.given_unit,
            self.kind,
            self.places.get(sheet.name),
        ).read()
        self.drafts += self._placed(found.drafts)
        kind = self.reported.kind_of(sheet.name) or (found.drafts[0].kind if found.drafts else "balance")
        if found.pending and found.pending > len(found.drafts) + self.reported.counts()[sheet.name]:
            kind = "balance"  # in which unit most of its numbers are is still open
        header = min((row for table in tables for row in table.block.header), default=None)
        records = len(found.drafts) + found.pending
        return SheetReading(sheet.name, kind, records, header, found.understanding(kind))

    def _placed(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The drafts with their municipality; where a file is about many, without those that have none."""
        if not self.places:
            return list(drafts)
        placed = [replace(each, place=self.places.get(each.sheet, {}).get(each.row)) for each in drafts]
        return [each for each in placed if each.place]


def _together(upper: SheetReading, lower: SheetReading) -> SheetReading:
    """What a sheet holds in two parts, named after the upper one."""
    said = [each.understanding for each in (upper, lower) if each.understanding]
    blocks = tuple(block for each in said for block in each.blocks)
    understood = replace(said[0], layout="several", blocks=blocks) if said else None
    return replace(upper, records=upper.records + lower.records, understanding=understood)


def _say_missing_columns(recognised: Recognised, remarks: Remarks) -> None:
    cell = cell_address(recognised.header_row, min(recognised.columns, default=1))
    for headings in recognised.missing():
        named = " / ".join(headings)
        remarks.error("column_missing", recognised.sheet.name, cell, None, headings=named)
