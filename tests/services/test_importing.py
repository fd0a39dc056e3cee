"""Importing: what a file changes, what it leaves alone, what it asks, and that nothing is half done."""

from __future__ import annotations

import threading

import pytest

from monitoring.domain.access import Role
from monitoring.domain.changes import ChangeType, counts
from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.services import importing
from monitoring.services.history import history
from monitoring.services.importing import File, Options
from monitoring.services.overview import overview
from monitoring.services.state import state
from monitoring.texts.findings import finding_sentence
from monitoring.texts.words import words
from tests.services.stage import BALANCE, MEASURES, OWN, TARGETS, Rows, Stage, book, with_cell

NEW, CHANGED, UNCHANGED, REMOVED = ChangeType


def _measure(stage: Stage, identity: str = "M1"):  # type: ignore[no-untyped-def]
    view = overview(stage.visit(), OWN).measure(identity)
    assert view is not None
    return view.measure


def _balance(stage: Stage) -> dict[tuple[int, str, int], float | None]:
    records = state(stage.visit(), OWN).records["balance"]
    return {(each.year, each.sector.value, each.edition): each.emissions_t for each in records}  # type: ignore[attr-defined]


def test_the_first_file_makes_the_first_revision(stage: Stage) -> None:
    found = stage.take(book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES}), note="Start")
    assert found.revision == 1
    assert {kind: number[NEW] for kind, number in counts(found.changes).items()} == {
        "balance": 4,
        "targets": 2,
        "measures": 2,
    }
    made = history(stage.visit(), OWN).revisions[0]
    assert (made.number, made.made_by, made.act, made.note) == (1, "manager", "import", "Start")


def test_the_same_file_again_writes_nothing(stage: Stage) -> None:
    file = book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES})
    stage.take(file)
    again = stage.take(file)
    assert (again.revision, again.changes_nothing, again.can_be_taken_over) == (None, True, True)
    assert {kind: number[UNCHANGED] for kind, number in counts(again.changes).items()}["measures"] == 2
    assert len(history(stage.visit(), OWN).revisions) == 1


def test_several_files_make_one_revision(stage: Stage) -> None:
    found = stage.take(book({"Bilanz": BALANCE}), book({"Maßnahmen": MEASURES}, "m.xlsx"))
    assert found.revision == 1
    assert {each.revision for each in history(stage.visit(), OWN).uploads} == {1}


def test_files_that_contradict_each_other_are_not_taken_over(stage: Stage) -> None:
    other = book({"Bilanz": with_cell(BALANCE, 1, 3, 401)}, "b.xlsx")
    found = stage.take(book({"Bilanz": BALANCE}), other)
    (finding,) = [finding for finding in found.findings if finding.blocks]
    assert (finding.code, finding.file, finding.details["other_file"]) == (
        "duplicate_key",
        "b.xlsx",
        "mappe.xlsx",
    )
    assert "„mappe.xlsx“" in finding_sentence(finding, words("de"))
    assert found.revision is None


def test_two_states_of_one_workbook_are_one_finding(stage: Stage) -> None:
    newer = [BALANCE[0], *([*row[:3], row[3] + 1] for row in BALANCE[1:])]
    found = stage.take(book({"Bilanz": BALANCE}, "2020.xlsx"), book({"Bilanz": newer}, "2021.xlsx"))
    (finding,) = [finding for finding in found.findings if finding.blocks]
    assert (finding.code, finding.file, finding.cell) == ("files_contradict", "2021.xlsx", "A2")
    sentence = finding_sentence(finding, words("de"))
    assert sentence.startswith("4 Zeilen (Bilanz) stehen schon mit anderen Werten in der Datei „2020.xlsx“")


def test_an_absent_column_leaves_the_field_and_an_empty_cell_clears_it(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    stage.take(
        book({"Maßnahmen": [["Programm", "Nr.", "Titel"], ["Konzept 2023", "M1", "Solar auf Dächern"]]})
    )
    assert _measure(stage).description == "Alle Schulen"
    found = stage.take(book({"Maßnahmen": with_cell(MEASURES, 1, 3, None)}))
    changed = next(change for change in found.changes if change.type is CHANGED)
    assert changed.differences() == {"description": ("Alle Schulen", None)}
    assert _measure(stage).description is None


def test_rows_a_file_does_not_mention_stay_unless_it_is_complete(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}))
    part = book({"Bilanz": [BALANCE[0], BALANCE[3]]})
    assert stage.take(part).changes_nothing
    found = stage.take(part, is_complete=True)
    assert counts(found.changes) == {"balance": {NEW: 0, CHANGED: 0, UNCHANGED: 1, REMOVED: 1}}
    assert set(_balance(stage)) == {(2018, "HH", 1), (2018, "VER", 1), (2020, "HH", 1)}
    assert len(overview(stage.visit(), OWN).measures) == 2


def test_what_belongs_to_a_measure_goes_with_it(stage: Stage) -> None:
    reports: Rows = [
        ["Nr.", "Datum", "Umsetzungsstand", "Sachstand"],
        ["M2", "2025-01-01", "in Umsetzung", "Es geht los"],
    ]
    stage.take(book({"Maßnahmen": MEASURES, "Sachstand": reports}))
    found = stage.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    assert {kind: number[REMOVED] for kind, number in counts(found.changes).items()} == {
        "measures": 1,
        "status_reports": 1,
    }


def test_a_changed_balance_is_a_correction_unless_told_otherwise(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    changed = book({"Bilanz": with_cell(BALANCE, 1, 3, 410)})
    checked = importing.check_against(stage.visit(), OWN, [changed], Options())
    question = checked.questions[0]
    assert (question.key, question.default, question.remembered) == ("edition:balance", "correction", False)
    assert stage.take(changed).revision == 2
    assert _balance(stage)[2018, "HH", 1] == 410


def test_a_new_edition_is_complete_and_stands_beside_the_old_one(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    changed = book({"Bilanz": [BALANCE[0], [2018, "HH", 1000, 410]]})
    assert stage.take(changed, answers={"edition:balance": "new_edition"}).revision == 2
    values = _balance(stage)
    assert (values[2018, "HH", 1], values[2018, "HH", 2]) == (400, 410)
    assert (values[2018, "VER", 1], values[2018, "VER", 2]) == (600, 600)
    assert (2020, "HH", 2) not in values
    totals = {each.year: each.total for each in overview(stage.visit(), OWN).emissions}
    assert totals == {2018: 1010, 2020: 930}


def test_a_one_time_answer_is_not_remembered(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    stage.take(book({"Bilanz": with_cell(BALANCE, 1, 3, 410)}), answers={"edition:balance": "new_edition"})
    file = book({"Bilanz": with_cell(BALANCE, 1, 3, 420)})
    assert [
        each.key for each in importing.check_against(stage.visit(), OWN, [file], Options()).questions
    ] == ["edition:balance"]


def test_a_complete_file_leaves_older_editions_alone(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    newer = book({"Bilanz": [*BALANCE[:1], [2018, "HH", 1000, 410]]})
    stage.take(newer, answers={"edition:balance": "new_edition"}, is_complete=True)
    values = _balance(stage)
    assert (2018, "VER", 2) not in values
    assert values[2018, "VER", 1] == 600
    assert stage.take(newer, is_complete=True).changes_nothing


def test_a_tightened_target_becomes_a_new_version(stage: Stage) -> None:
    stage.take(book({"Ziele": TARGETS}))
    stage.take(book({"Ziele": with_cell(TARGETS, 1, 5, 400)}), answers={"version:targets": "new_version"})
    seen = overview(stage.visit(), OWN)
    assert [(node.year, node.value) for node in seen.targets[0].target.nodes] == [(2030, 400), (2040, 100)]
    assert [each.version for each in seen.earlier_targets] == [1]


def test_the_newest_report_of_a_file_changes_the_status(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    heading = ["Nr.", "Datum", "Umsetzungsstand", "Sachstand"]
    reports = book({"Sachstand": [heading, ["M2", "2025-03-01", "abgeschlossen", "Fertig"]]})
    assert {change.kind for change in stage.take(reports).changes} == {"measures", "status_reports"}
    assert _measure(stage, "M2").status.value == "completed"
    assert stage.take(reports).changes_nothing
    older = book({"Sachstand": [heading, ["M2", "2024-03-01", "in Umsetzung", "Bau"]]})
    stage.take(older)
    assert _measure(stage, "M2").status.value == "completed"


def test_a_rejected_measure_takes_its_reason_from_the_report_or_is_a_finding(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    heading = ["Nr.", "Datum", "Umsetzungsstand", "Sachstand"]
    bare = book({"Sachstand": [heading, ["M1", "2025-03-01", "verworfen", None]]})
    found = stage.take(bare)
    (finding,) = [each for each in found.findings if each.blocks]
    assert (finding.code, finding.cell, finding.value, finding.file) == (
        "reason_missing", "C2", "verworfen", bare.name
    )  # fmt: skip
    assert found.can_be_taken_over
    stage.take(book({"Sachstand": [heading, ["M1", "2025-03-01", "verworfen", "Zu teuer"]]}))
    assert (_measure(stage).status.value, _measure(stage).status_reason) == ("rejected", "Zu teuer")


def test_a_status_column_left_empty_lets_the_report_speak(stage: Stage) -> None:
    heading = ["Nr.", "Datum", "Umsetzungsstand", "Sachstand"]
    sheets = {
        "Maßnahmen": with_cell(MEASURES, 1, 4, None),
        "Sachstand": [heading, ["M1", "2025-03-01", "in Vorbereitung", "Gutachten"]],
    }
    stage.take(book(sheets))
    assert _measure(stage).status.value == "in_preparation"
    assert stage.take(book(sheets)).changes_nothing


def test_of_a_refused_file_only_hash_size_and_reason_stay(stage: Stage) -> None:
    found = stage.take(File("Frau Müller.pdf", b"%PDF-1.7 nothing"))
    assert [(each.code, each.details["reason"]) for each in found.findings] == [
        ("unreadable_file", "wrong_kind")
    ]
    kept = importing.uploaded(stage.visit(), OWN)[0]
    assert (kept.file_name, kept.content, kept.refused_because, kept.size) == ("", None, "wrong_kind", 16)
    assert kept.refusal_details == {"found": "pdf"}


def test_a_batch_is_taken_over_once(stage: Stage) -> None:
    visit = stage.visit()
    batch = importing.upload(visit, OWN, [book({"Bilanz": BALANCE})])
    assert importing.take_over(visit, OWN, batch, Options()).revision == 1
    assert importing.take_over(visit, OWN, batch, Options()).revision is None
    assert importing.check(visit, OWN, batch, Options()).revision == 1


def test_an_unknown_batch_and_no_file_are_refused(stage: Stage) -> None:
    with pytest.raises(NotFound):
        importing.check(stage.visit(), OWN, "nope", Options())
    with pytest.raises(NotFound):
        importing.take_over(stage.visit(), OWN, "nope", Options())
    with pytest.raises(Invalid, match="no_file"):
        importing.upload(stage.visit(), OWN, [])


def test_two_managers_on_different_items_both_succeed(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    visit = stage.visit()
    batches = [
        importing.upload(visit, OWN, [book({"Bilanz": with_cell(BALANCE, row, 3, 5)})]) for row in (1, 2)
    ]
    based = [importing.check(visit, OWN, batch, Options()).based_on for batch in batches]
    assert importing.take_over(visit, OWN, batches[0], Options(), based[0]).revision == 2
    # The second file says the old value of the first row again: that is the same item.
    with pytest.raises(Conflict):
        importing.take_over(visit, OWN, batches[1], Options(), based[1])
    third = importing.upload(visit, OWN, [book({"Maßnahmen": MEASURES})])
    assert importing.take_over(visit, OWN, third, Options(), based[1]).revision == 3


def test_two_writers_at_once_lose_nothing(stage: Stage) -> None:
    visits = [stage.visit(), stage.visit(Role.MANAGER)]
    files = [book({"Bilanz": BALANCE}), book({"Maßnahmen": MEASURES})]
    batches = [importing.upload(visit, OWN, [file]) for visit, file in zip(visits, files, strict=True)]
    done: list[int | None] = []

    def take(position: int) -> None:
        done.append(importing.take_over(visits[position], OWN, batches[position], Options()).revision)

    threads = [threading.Thread(target=take, args=(position,)) for position in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(done) == [1, 2]  # type: ignore[type-var]
    records = state(stage.visit(), OWN).records
    assert (len(records["balance"]), len(records["measures"])) == (4, 2)


def test_text_that_a_database_cannot_hold_does_no_harm(stage: Stage) -> None:
    text = "Programm;Nr.;Titel\nKonzept;M1;Solar\0dach\nKonzept;M2;Rad\ud83dweg\n"
    file = File("m.csv", text.encode("utf-8", "surrogatepass"))
    found = stage.take(file, kind="measures")
    assert found.revision or found.findings


def test_what_every_row_lacks_is_said_once_with_its_cells(stage: Stage) -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Umsetzungsstand"],
        *[[f"M{n}", None, "in Umsetzung"] for n in range(1, 6)],
    ]
    found = stage.take(book({"Maßnahmen": rows}))
    (finding,) = found.findings
    assert (finding.code, finding.cell, finding.details["count"]) == ("required_empty", "B2", 5)
    assert "4 weiteren Zellen: B3, B4, B5, B6" in finding_sentence(finding, words("de"))


def test_a_title_that_is_not_recognised_is_said_before_its_effects(stage: Stage) -> None:
    heading = ["Nr.", "Vorhaben im Wortlaut", "Umsetzungsstand", "Beginn"]
    rows: Rows = [heading, *[[f"M{n}", "Solar", "in Umsetzung", "2024"] for n in range(1, 3)]]
    errors = [each for each in stage.take(book({"Maßnahmen": rows})).findings if each.blocks]
    assert [(each.code, each.details["count"]) for each in errors] == [("column_not_recognised", 2)]
    assert "nicht erkannte Spalten: Vorhaben im Wortlaut" in finding_sentence(errors[0], words("de"))
