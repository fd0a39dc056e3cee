"""Editing by hand: one record, all faults at once, and keys that stay what they are."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.status_report import StatusReport
from monitoring.services import editing
from monitoring.services.overview import overview
from monitoring.services.state import state
from tests.services.stage import BALANCE, MEASURES, OWN, Stage, book

ENTRY = ("territory", 2018, "HH", "all", "bisko", 1)


@pytest.fixture
def begun(stage: Stage) -> Stage:
    stage.take(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}))
    return stage


def _report(
    day: str, status: MeasureStatus | None, text: str | None = "Text", measure: str = "M1"
) -> StatusReport:
    return StatusReport(measure=measure, date=date.fromisoformat(day), status=status, text=text)


def _measure(stage: Stage, identity: str = "M1"):  # type: ignore[no-untyped-def]
    view = overview(stage.visit(), OWN).measure(identity)
    assert view is not None
    return view.measure


def test_an_edit_is_a_revision_and_its_value_says_it_was_edited(begun: Stage) -> None:
    assert editing.edit(begun.visit(), OWN, "measures", ("M1",), {"title": "Neu"}, note="Tippfehler") == 2
    known = state(begun.visit(), OWN).known["measures"][("M1",)]
    assert (known.provenance["title"].cell, known.provenance["number"].cell) == (None, "B2")


def test_an_edit_that_changes_nothing_writes_nothing(begun: Stage) -> None:
    assert editing.edit(begun.visit(), OWN, "measures", ("M1",), {"title": "Solar auf Dächern"}) == 1


def test_renumbering_keeps_the_id(begun: Stage) -> None:
    editing.edit(begun.visit(), OWN, "measures", ("M1",), {"number": "7.3"})
    assert (_measure(begun).id, _measure(begun).number) == ("M1", "7.3")


def test_the_id_of_a_measure_is_permanent(begun: Stage) -> None:
    with pytest.raises(Invalid) as refused:
        editing.edit(begun.visit(), OWN, "measures", ("M1",), {"id": "M9"})
    assert refused.value.details["fields"] == {"id": "value_not_allowed"}


def test_another_key_must_be_free(begun: Stage) -> None:
    with pytest.raises(Invalid, match="exists_already"):
        editing.edit(begun.visit(), OWN, "balance", ENTRY, {"year": 2020})
    assert editing.edit(begun.visit(), OWN, "balance", ENTRY, {"year": 2019}) == 2
    assert {each.year for each in state(begun.visit(), OWN).records["balance"]} == {2018, 2019, 2020}  # type: ignore[attr-defined]


def test_every_fault_is_told_at_once(begun: Stage) -> None:
    values = {"title": None, "status": "erfunden", "savings_t": float("nan"), "nonsense": 1}
    with pytest.raises(Invalid) as refused:
        editing.edit(begun.visit(), OWN, "measures", ("M1",), values)
    assert set(refused.value.details["fields"]) == {"title", "status", "savings_t", "nonsense"}


def test_quantities_are_rounded_like_those_of_files(begun: Stage) -> None:
    editing.edit(begun.visit(), OWN, "measures", ("M1",), {"savings_t": 1.005 * 1000})
    assert _measure(begun).savings_t == 1005
    assert editing.edit(begun.visit(), OWN, "measures", ("M1",), {"savings_t": 1.005 * 1000}) == 2


def test_an_edit_based_on_an_old_revision_conflicts_on_the_same_record_only(begun: Stage) -> None:
    editing.edit(begun.visit(), OWN, "measures", ("M1",), {"title": "Neu"}, based_on=1)
    with pytest.raises(Conflict):
        editing.edit(begun.visit(), OWN, "measures", ("M1",), {"title": "Anders"}, based_on=1)
    assert editing.edit(begun.visit(), OWN, "measures", ("M2",), {"title": "Anders"}, based_on=1) == 3


def test_records_are_added_once_and_to_measures_that_exist(begun: Stage) -> None:
    milestone = {"measure": "M1", "title": "Spatenstich"}
    assert editing.add(begun.visit(), OWN, "milestones", milestone) == 2
    with pytest.raises(Invalid, match="exists_already"):
        editing.add(begun.visit(), OWN, "milestones", milestone)
    with pytest.raises(NotFound):
        editing.add(begun.visit(), OWN, "milestones", milestone | {"measure": "M99"})


def test_what_does_not_exist_is_not_found(begun: Stage) -> None:
    with pytest.raises(NotFound):
        editing.edit(begun.visit(), OWN, "measures", ("M99",), {"title": "x"})
    with pytest.raises(NotFound):
        editing.edit(begun.visit(), OWN, "nonsense", ("M1",), {})
    with pytest.raises(NotFound):
        editing.add(begun.visit(), OWN, "nonsense", {})


def test_the_newest_report_changes_the_status_and_an_older_one_does_not(begun: Stage) -> None:
    editing.report_status(begun.visit(), OWN, _report("2025-03-01", MeasureStatus.COMPLETED))
    assert _measure(begun).status is MeasureStatus.COMPLETED
    editing.report_status(begun.visit(), OWN, _report("2025-01-01", MeasureStatus.IN_PROGRESS))
    assert _measure(begun).status is MeasureStatus.COMPLETED
    assert len(overview(begun.visit(), OWN).measures[0].reports) == 2


def test_a_later_report_without_status_does_not_count(begun: Stage) -> None:
    editing.report_status(begun.visit(), OWN, _report("2025-05-01", None))
    editing.report_status(begun.visit(), OWN, _report("2025-03-01", MeasureStatus.ONGOING))
    assert _measure(begun).status is MeasureStatus.ONGOING


def test_a_rejection_needs_a_reason(begun: Stage) -> None:
    with pytest.raises(Invalid) as refused:
        editing.report_status(begun.visit(), OWN, _report("2025-03-01", MeasureStatus.REJECTED, None))
    assert refused.value.details["fields"] == {"": "reason_missing"}
    editing.report_status(begun.visit(), OWN, _report("2025-03-01", MeasureStatus.REJECTED, "Zu teuer"))
    assert _measure(begun).status_reason == "Zu teuer"


def test_a_replacement_needs_a_successor_that_exists(begun: Stage) -> None:
    report = _report("2025-03-01", MeasureStatus.REPLACED)
    with pytest.raises(Invalid):
        editing.report_status(begun.visit(), OWN, report)
    with pytest.raises(Invalid):
        editing.report_status(begun.visit(), OWN, report, replaced_by="M99")
    editing.report_status(begun.visit(), OWN, report, replaced_by="M2")
    assert _measure(begun).replaced_by == "M2"


def test_a_unit_reports_once_a_day_and_on_measures_that_exist(begun: Stage) -> None:
    editing.report_status(begun.visit(), OWN, _report("2025-03-01", None))
    with pytest.raises(Invalid, match="report_exists"):
        editing.report_status(begun.visit(), OWN, _report("2025-03-01", None))
    with pytest.raises(NotFound):
        editing.report_status(begun.visit(), OWN, _report("2025-03-01", None, measure="M99"))


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"parent": "M1"}, {"parent": "refers_to_itself"}),
        ({"replaced_by": "M1"}, {"replaced_by": "refers_to_itself"}),
        ({"parent": "M2"}, {"parent": "parents_in_circle"}),
        ({"number": "M2"}, {"number": "number_taken"}),
    ],
)
def test_a_measure_refers_to_others_only(stage: Stage, values: dict[str, str], fault: dict[str, str]) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    editing.edit(stage.visit(), OWN, "measures", ("M2",), {"parent": "M1"})
    with pytest.raises(Invalid) as refused:
        editing.edit(stage.visit(), OWN, "measures", ("M1",), values)
    assert refused.value.details["fields"] == fault


def test_a_measure_that_is_part_of_itself_in_a_file_is_a_finding(stage: Stage) -> None:
    rows = [[*MEASURES[0], "Übergeordnete Maßnahme"], [*MEASURES[1], "M2"], [*MEASURES[2], "M1"]]
    found = stage.take(book({"Maßnahmen": rows}))
    assert [(each.code, each.cell) for each in found.findings] == [
        ("parents_in_circle", "G2"),
        ("parents_in_circle", "G3"),
    ]


def test_a_row_that_says_another_status_than_the_newest_report_is_told(begun: Stage) -> None:
    report = StatusReport(measure="M2", date=date(2025, 1, 1), status=MeasureStatus.COMPLETED)
    editing.report_status(begun.visit(), OWN, report)
    found = begun.take(book({"Maßnahmen": [*MEASURES[:2], [*MEASURES[2][:4], "in Umsetzung", "2024-12-31"]]}))
    told = [each for each in found.findings if each.code == "status_differs_from_report"]
    assert [(each.cell, each.details["reported"]) for each in told] == [("E3", MeasureStatus.COMPLETED)]
    assert found.revision is not None
