"""Lists of measures as offices and their programs keep them."""

from __future__ import annotations

from datetime import date

from monitoring.domain.finding import Severity
from monitoring.domain.measure import MeasureStatus
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said

TITLES = ("Wärmeplan", "Photovoltaik", "Radweg", "Beratung")


def test_a_sheet_for_each_year_reports_on_the_measures_of_the_newest() -> None:
    head = ("Nr.", "Maßnahme", "Status")
    sheets = [
        Sheet("Maßnahmen 2023", [head, ("E1", "Wärmeplan", "in Vorbereitung")]),
        Sheet("Maßnahmen 2024", [head, ("E1", "Wärmeplan", "in Umsetzung")]),
    ]
    reading = read_tables(sheets)
    assert reading.questions == ()
    report, measure = reading.drafts
    assert (measure.kind, measure.values["status"]) == ("measures", MeasureStatus.IN_PROGRESS)
    assert (report.kind, report.values["date"]) == ("status_reports", date(2023, 12, 31))


def test_numbers_that_begin_anew_lead_with_their_field() -> None:
    rows: Rows = [("Handlungsfeld", "Nr.", "Maßnahme", "Stand 2023")]
    fields = ("Energie", "Energie", "Verkehr", "Verkehr")
    numbers = ("1", "2", "1", "2")
    reports = [f"{title}: begonnen und gut vorangekommen" for title in TITLES]
    rows += [*zip(fields, numbers, TITLES, reports, strict=True)]
    reading = read_tables([Sheet("M", rows)])
    assert [code for code, *_ in said(reading)] == ["numbers_begin_anew"]
    for kind in ("measures", "status_reports"):
        found = [each.values["number"] for each in reading.drafts if each.kind == kind]
        assert found == ["Energie 1", "Energie 2", "Verkehr 1", "Verkehr 2"]


def test_a_number_twice_in_one_field_stays_a_fault() -> None:
    rows: Rows = [("Handlungsfeld", "Nr.", "Maßnahme"), ("Energie", "1", "Plan"), ("Energie", "1", "Radweg")]
    reading = read_tables([Sheet("M", rows)])
    assert [each.severity for each in reading.findings] == [Severity.ERROR]


def test_a_column_in_another_unit_does_not_stop_the_others() -> None:
    rows: Rows = [("Nr.", "Maßnahme", "THG-Einsparung [%]", "Status"), ("E1", "Wärmeplan", 20, "umgesetzt")]
    reading = read_tables([Sheet("M", rows)])
    assert [(each.code, each.severity) for each in reading.findings] == [
        ("column_in_other_unit", Severity.WARNING)
    ]
    assert reading.drafts[0].values["status"] is MeasureStatus.COMPLETED
    assert "savings_t" not in reading.drafts[0].values


def test_words_that_every_row_repeats_make_no_cards() -> None:
    rows: Rows = [
        ("ID", "Handlungsfeld", "Leitprojekt", "Maßnahme", "Beschreibung", "Federführung", "Status")
    ]
    rows += [
        (f"E{at}", "Energie", "Solarstadt", title, "Text", "Amt", "umgesetzt")
        for at, title in enumerate(TITLES)
    ]
    found = read_tables([Sheet("M", rows)]).drafts
    assert [each.values["title"] for each in found] == [*TITLES]


def test_headings_stand_below_a_long_preface() -> None:
    preface: Rows = [(f"Hinweis {at}: Bitte die Ausfüllhilfe beachten.", None, None) for at in range(30)]
    rows: Rows = [*preface, ("Nr.", "Maßnahme", "Status"), ("E1", "Wärmeplan", "umgesetzt")]
    assert [each.values["number"] for each in read_tables([Sheet("Liste", rows)]).drafts] == ["E1"]


def test_a_plan_of_tasks_is_a_list_of_measures() -> None:
    rows: Rows = [
        ("Vorgangsname", "Bucketname", "Status", "Zugewiesen an", "Startdatum", "Fälligkeitsdatum"),
        ("Wärmeplan", "Energie", "In Bearbeitung", "Amt 61", "01.02.2024", "31.12.2025"),
    ]
    values = read_tables([Sheet("Plan", rows)]).drafts[0].values
    assert (values["title"], values["field_of_action"], values["responsible"]) == (
        "Wärmeplan",
        "Energie",
        "Amt 61",
    )
    assert (values["start"], values["end"]) == (date(2024, 2, 1), date(2025, 12, 31))


def test_questions_head_a_plan() -> None:
    rows: Rows = [("Was?", "Wer?", "Wann?", "Womit?"), ("Wärmeplan", "Amt 61", "2024-2026", "Haushalt")]
    values = read_tables([Sheet("Plan", rows)]).drafts[0].values
    assert (values["title"], values["responsible"], values["end"]) == (
        "Wärmeplan",
        "Amt 61",
        date(2026, 12, 31),
    )
