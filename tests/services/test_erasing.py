"""Erasing: afterwards the text is nowhere, and everything else is as it was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from monitoring.domain.access import Role
from monitoring.domain.correction import Corrected
from monitoring.domain.errors import Invalid
from monitoring.services import editing, erasing, exporting, history, importing, open_data, publishing
from monitoring.services.importing import Options
from monitoring.services.overview import overview
from monitoring.spreadsheets.reading import read
from monitoring.storage import municipalities, uploads
from monitoring.storage.tables import metadata
from tests.services.stage import BALANCE, FOREIGN, MEASURES, OWN, Stage, book, with_cell

NAME = "Erika Mustermann"


def _everywhere(stage: Stage, slug: str = OWN) -> dict[str, str]:
    """Every row of every table with a municipality, and the municipalities, as text."""
    with stage.database.reading() as connection:
        place = connection.exec_driver_sql(
            f"SELECT id FROM municipalities WHERE slug = '{slug}'"
        ).scalar_one()
        found = {}
        for table in metadata.sorted_tables:
            key = "municipality_id" if "municipality_id" in table.c else "id"
            if table.name in ("accounts", "login_attempts", "memberships"):
                continue
            query = f"SELECT * FROM {table.name} WHERE {key} = {place}"
            found[table.name] = repr(connection.exec_driver_sql(query).all())
    return found


@pytest.fixture
def written(stage: Stage) -> Stage:
    """A name in a text, a key, notes of revisions and publications, file names, answers, and unused files."""
    measures = with_cell(MEASURES, 1, 3, f"Ansprechpartnerin ist {NAME}, Zimmer 3")
    measures = with_cell(measures, 2, 0, f"Programm {NAME}")
    file = book({"Maßnahmen": with_cell(measures, 1, 4, f"liegt bei {NAME}")}, f"{NAME}.xlsx")
    key = stage.take(file).open_questions[0].key
    stage.take(file, answers={key: "in_progress"}, note=f"von {NAME}")
    stage.take(file, slug=FOREIGN, answers={key: "in_progress"})
    publishing.publish(stage.visit(), OWN, note=NAME, paper=f"Vorlage {NAME}")
    editing.edit(stage.visit(), OWN, "measures", ("M1",), {"description": f"{NAME} ist weg"})
    reasons = {Corrected("measures", ("M1",), "description"): f"Hinweis von {NAME}"}
    publishing.publish(stage.visit(), OWN, chosen=[("measures", ("M1",))], reasons=reasons)
    publishing.withdraw(stage.visit(), OWN, f"wegen {NAME}", explanation=f"auf Wunsch von {NAME}")
    open_data.decide(stage.visit(), OWN, {"balance"}, provider=f"Stelle {NAME}", is_confirmed=True)
    importing.upload(stage.visit(), OWN, [book({"Bilanz": [*BALANCE, ["Quelle", NAME]]}, "ungenutzt.xlsx")])
    importing.upload(stage.visit(), OWN, [book({"Bilanz": BALANCE}, "harmlos.xlsx")])
    return stage


def test_the_text_is_gone_from_every_column_of_every_table(written: Stage) -> None:
    assert {table for table, rows in _everywhere(written).items() if NAME in rows} >= {
        "correction_reasons",
        "measures",
        "revisions",
        "publications",
        "uploads",
        "open_data",
    }
    assert erasing.erase_text(written.visit(), OWN, NAME, f"Antrag von {NAME}") > 0
    left = {table: rows for table, rows in _everywhere(written).items() if NAME.casefold() in rows.casefold()}
    assert left == {}
    assert NAME in _everywhere(written, FOREIGN)["measures"]


def test_originals_with_the_text_are_purged_and_others_stay(written: Stage) -> None:
    erasing.erase_text(written.visit(), OWN, NAME, "Antrag")
    kept = [each for each in importing.uploaded(written.visit(), OWN) if each.file_name]
    assert [each.file_name for each in kept] == ["harmlos.xlsx"]
    assert history.original(written.visit(), OWN, kept[0].id).content


def test_numbers_of_revisions_and_publications_stay(written: Stage) -> None:
    before = history.history(written.visit(), OWN)
    erasing.erase_text(written.visit(), OWN, NAME, "Antrag")
    after = history.history(written.visit(), OWN)
    assert [each.number for each in after.revisions] == [
        before.revisions[0].number + 1,
        *(each.number for each in before.revisions),
    ]
    assert [each.number for each in after.publications] == [each.number for each in before.publications]
    assert after.revisions[0].act == "erase"


def test_every_state_shows_that_something_was_removed(written: Stage) -> None:
    erasing.erase_text(written.visit(), OWN, NAME, "Antrag")
    removed = "Ansprechpartnerin ist [entfernt am 02.06.2025], Zimmer 3"
    public = overview(written.visit(Role.PUBLIC), OWN).measure("M1")
    past = overview(written.visit(), OWN, revision=1).measure("M1")
    assert public is not None
    assert past is not None
    assert public.measure.description == past.measure.description == removed
    assert overview(written.visit(Role.PUBLIC), OWN, publication=1).measure("M1")


def test_the_text_is_gone_from_exports(written: Stage) -> None:
    erasing.erase_text(written.visit(), OWN, NAME, "Antrag")
    workbook = read("export.xlsx", exporting.export(written.visit(), OWN))
    assert NAME not in repr([sheet.rows for sheet in workbook.sheets])


def test_a_name_in_an_address_leaves_a_usable_address(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": with_cell(MEASURES, 1, 1, "Mustermann-1")}))
    editing.add(stage.visit(), OWN, "milestones", {"measure": "Mustermann-1", "title": "Start"})
    erasing.erase_text(stage.visit(), OWN, "Mustermann", "Antrag")
    view = overview(stage.visit(), OWN).measure("entfernt-2025-06-02-1")
    assert view is not None
    assert len(view.milestones) == 1
    assert editing.edit(stage.visit(), OWN, "measures", (view.measure.id,), {"title": "Neu"})


@pytest.mark.parametrize(("text", "reason"), [("ab", "x"), ("  a ", "x"), (NAME, " ")])
def test_too_little_is_refused(stage: Stage, text: str, reason: str) -> None:
    with pytest.raises(Invalid, match="erase_needs_text_and_reason"):
        erasing.erase_text(stage.visit(), OWN, text, reason)


def test_codes_are_no_text(written: Stage) -> None:
    """Words that happen to be codes of ours stay where they are codes."""
    for word in ("import", "in_progress", "sqlite", "edit"):
        erasing.erase_text(written.visit(), OWN, word, "Probe")
    assert {each.act for each in history.history(written.visit(), OWN).revisions} <= {
        "import",
        "edit",
        "erase",
    }
    assert overview(written.visit(), OWN).measures


def test_nothing_found_makes_no_revision(written: Stage) -> None:
    before = len(history.history(written.visit(), OWN).revisions)
    assert erasing.erase_text(written.visit(), OWN, "kommt nirgends vor", "Antrag") == 0
    assert len(history.history(written.visit(), OWN).revisions) == before


def test_unused_files_are_dropped_after_their_time(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    unused = importing.upload(stage.visit(), OWN, [book({"Maßnahmen": MEASURES}, "später.xlsx")])
    assert erasing.purge_unused_uploads(stage.administrator(days=89), 90) == 0
    assert erasing.purge_unused_uploads(stage.administrator(days=91), 90) == 1
    late = stage.visit(days=timedelta(days=91).days)
    found = importing.check(late, OWN, unused, Options())
    assert [each.details["reason"] for each in found.findings] == ["purged"]
    assert history.original(late, OWN, 1).content


def test_a_file_uploaded_during_the_search_is_erased_too(
    written: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = book({"Bilanz": [*BALANCE, ["Quelle", NAME]]}, "zwischendurch.xlsx")
    searched = erasing._contains
    uploaded: list[str] = []

    def slowly(kept: Any, text: str) -> bool:
        if not uploaded:
            uploaded.append(importing.upload(written.visit(), OWN, [late]))
        return searched(kept, text)

    monkeypatch.setattr(erasing, "_contains", slowly)
    erasing.erase_text(written.administrator(), OWN, NAME, "Antrag")
    (kept,) = (each for each in importing.uploaded(written.visit(), OWN) if each.batch == uploaded[0])
    with written.database.reading() as connection:
        place = municipalities.find(connection, OWN)
        assert place is not None
        found = uploads.find(connection, place.id, kept.id)
    assert found is not None
    assert found.content is None
