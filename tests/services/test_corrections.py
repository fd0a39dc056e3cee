"""Corrections: what a publication said otherwise than the one before, each with the reason given for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from monitoring.domain.access import Role
from monitoring.domain.balance import CellState, EmissionEntry
from monitoring.domain.correction import Corrected, Correction
from monitoring.domain.errors import Invalid
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.overview import Overview
from monitoring.services import editing, publishing
from monitoring.services.overview import overview
from tests.services.stage import BALANCE, MEASURES, NOW, OWN, TARGETS, Stage, book, with_cell

METER, TYPO, WHOLE = "Der Zähler war falsch abgelesen.", "Zahlendreher.", "Jährliche Fortschreibung."
HOUSEHOLDS = ("territory", 2020, "HH", "all", "bisko", 1)
TRAFFIC = ("territory", 2020, "VER", "all", "bisko", 1)


@pytest.fixture
def published(stage: Stage) -> Stage:
    stage.take(book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES}))
    publishing.publish(stage.visit(), OWN)
    return stage


def edit(stage: Stage, key: tuple[Any, ...], note: str | None = None, **values: Any) -> None:
    editing.edit(stage.visit(), OWN, "balance", key, values, note=note)


def waiting(stage: Stage) -> tuple[Correction, ...]:
    return publishing.preview(stage.visit(), OWN).corrections


def seen(stage: Stage, publication: int | None = None) -> Overview:
    return overview(stage.visit(Role.PUBLIC), OWN, publication)


def told(stage: Stage, publication: int | None = None) -> list[tuple[Any, ...]]:
    return [
        (each.name, each.before, each.after, each.reason) for each in seen(stage, publication).corrections
    ]


def about(key: tuple[Any, ...], field: str) -> Corrected:
    return Corrected("balance", tuple(map(str, key)), field)


def test_a_correction_brings_the_reason_of_the_revision_that_made_it(published: Stage) -> None:
    edit(published, HOUSEHOLDS, METER, energy_mwh=905.0)
    edit(published, HOUSEHOLDS, TYPO, emissions_t=361.0)
    edit(published, TRAFFIC, emissions_t=571.0)
    assert {(each.was.key[2], each.name): each.reason for each in waiting(published)} == {
        ("HH", "energy_mwh"): METER,
        ("HH", "emissions_t"): TYPO,
        ("VER", "emissions_t"): None,
    }


def test_the_last_of_several_changes_counts(published: Stage) -> None:
    edit(published, HOUSEHOLDS, TYPO, energy_mwh=950.0)
    edit(published, HOUSEHOLDS, METER, energy_mwh=905.0)
    assert [each.reason for each in waiting(published)] == [METER]
    edit(published, HOUSEHOLDS, TYPO, energy_mwh=900.0)
    assert waiting(published) == ()


def test_what_a_file_brings_has_the_reason_of_its_import(published: Stage) -> None:
    published.take(book({"Bilanz": with_cell(BALANCE, 3, 2, 905)}), note=METER)
    assert [each.reason for each in waiting(published)] == [METER]


def test_a_removed_record_has_the_reason_of_its_removal(published: Stage) -> None:
    editing.edit(published.visit(), OWN, "measures", ("M2",), {"title": "Radweg"}, note=TYPO)
    published.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True, note=METER)
    assert [(each.was.key, each.name, each.reason) for each in waiting(published)] == [(("M2",), None, METER)]


def test_nothing_internal_is_public_before_it_is_confirmed(published: Stage) -> None:
    edit(published, HOUSEHOLDS, METER, energy_mwh=905.0)
    publishing.publish(published.visit(), OWN)
    assert told(published) == [("energy_mwh", 900.0, 905.0, None)]


def test_a_reason_of_its_own_stands_before_that_of_the_publication(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    edit(published, TRAFFIC, emissions_t=571.0)
    reasons = {about(HOUSEHOLDS, "energy_mwh"): METER}
    publishing.publish(published.visit(), OWN, explanation=WHOLE, reasons=reasons)
    assert sorted(told(published)) == [
        ("emissions_t", 570.0, 571.0, WHOLE),
        ("energy_mwh", 900.0, 905.0, METER),
    ]
    assert told(published, 1) == []


def test_a_reason_must_not_name_a_person(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    reasons = {about(HOUSEHOLDS, "energy_mwh"): "Frau Weber hat sich verrechnet."}
    with pytest.raises(Invalid, match="reason_names_a_person"):
        publishing.publish(published.visit(), OWN, reasons=reasons)


def test_a_reason_is_kept_for_what_is_released_alone(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    editing.edit(published.visit(), OWN, "measures", ("M1",), {"goal": "Zwei"}, note=TYPO)
    both = {about(HOUSEHOLDS, "energy_mwh"): METER, Corrected("measures", ("M1",), "goal"): TYPO}
    publishing.publish(published.visit(), OWN, chosen=[("measures", ("M1",))], reasons=both)
    publishing.publish(published.visit(), OWN)
    assert [(each.name, each.reason) for each in seen(published).corrections] == [("energy_mwh", None)]


def test_progress_and_what_was_missing_are_no_corrections(published: Stage) -> None:
    values = {"status": MeasureStatus.COMPLETED, "goal": "Alle Schulen", "end": date(2027, 12, 31)}
    editing.edit(published.visit(), OWN, "measures", ("M1",), values)
    assert [each.name for each in waiting(published)] == ["end"]
    publishing.publish(published.visit(), OWN)
    assert [each.name for each in seen(published).corrections] == ["end"]
    assert {each.name for each in seen(published).amendments} == {"status", "goal", "end"}


def recalculated(stage: Stage) -> None:
    rows = with_cell(with_cell(BALANCE, 3, 3, 410), 4, 3, 590)
    stage.take(book({"Bilanz": rows}), answers={"edition:balance": "new_edition"}, note=METER)


def test_a_recalculated_year_is_one_correction_of_its_total(published: Stage) -> None:
    recalculated(published)
    (correction,) = waiting(published)
    assert (correction.about, correction.reason, correction.is_new_number) == (
        Corrected("balance", ("territory", "2020"), "edition"),
        METER,
        True,
    )
    publishing.publish(published.visit(), OWN, explanation=WHOLE, reasons={correction.about: METER})
    assert told(published) == [("emissions_t", 930.0, 1000.0, METER)]
    (amendment,) = seen(published).corrections
    assert (amendment.was.key[-1], amendment.now and amendment.now.key[-1]) == (1, 2)
    assert told(published, 1) == []


def test_a_second_edition_published_with_the_first_corrects_nothing(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    recalculated(stage)
    publishing.publish(stage.visit(), OWN)
    assert told(stage) == []
    assert overview(stage.visit(), OWN).corrections == ()  # nor is anything told in the office
    editing.edit(stage.visit(), OWN, "balance", ("territory", 2018, "HH", "all", "bisko", 1), {"tool": "X"})
    publishing.publish(stage.visit(), OWN)
    assert told(stage) == []


def test_a_new_version_of_a_target_says_what_it_was(published: Stage) -> None:
    answers = {"version:targets": "new_version"}
    published.take(book({"Ziele": with_cell(TARGETS, 2, 5, 50)}), answers=answers, note=WHOLE)
    (correction,) = waiting(published)
    assert correction.about == Corrected("targets", ("Halbierung",), "version")
    publishing.publish(published.visit(), OWN, reasons={correction.about: TYPO})
    assert told(published) == [("value", 100.0, 50.0, TYPO)]


def test_a_withdrawn_publication_gives_no_reason(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    publishing.publish(published.visit(), OWN, reasons={about(HOUSEHOLDS, "energy_mwh"): TYPO})
    edit(published, TRAFFIC, emissions_t=571.0)
    publishing.publish(published.visit(), OWN, explanation=WHOLE)
    publishing.withdraw(published.visit(), OWN, "nur für uns", 2, explanation="Eine Zahl war falsch.")
    assert sorted(told(published)) == [
        ("emissions_t", 570.0, 571.0, WHOLE),
        ("energy_mwh", 900.0, 905.0, WHOLE),
    ]
    (gone,) = seen(published).past.withdrawn
    assert (gone.number, gone.withdrawn_explanation, gone.withdrawn_because) == (
        2,
        "Eine Zahl war falsch.",
        None,
    )
    assert [each.number for each in seen(published, 1).past.withdrawn] == [2]  # seen after the first


def test_the_newest_publication_is_told_once_it_is_withdrawn(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    publishing.publish(published.visit(), OWN)
    publishing.withdraw(published.visit(), OWN, "Irrtum")
    assert [each.number for each in seen(published).past.withdrawn] == [2]
    publishing.publish(published.visit(), OWN)
    assert [each.number for each in seen(published).past.withdrawn] == [2]
    assert told(published) == [("energy_mwh", 900.0, 905.0, None)]


def test_what_nobody_ever_saw_is_not_told_as_withdrawn(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    later = (NOW + timedelta(days=30)).date()
    publishing.publish(published.visit(), OWN, not_before=later)
    publishing.withdraw(published.visit(), OWN, "doch nicht")
    assert seen(published).past.withdrawn == ()


def test_why_something_was_withdrawn_must_not_name_a_person(published: Stage) -> None:
    with pytest.raises(Invalid, match="explanation_names_a_person"):
        publishing.withdraw(published.visit(), OWN, "Irrtum", explanation="Herr Weber wollte es.")


def test_a_value_that_became_confidential_is_told_in_no_correction(published: Stage) -> None:
    edit(published, HOUSEHOLDS, energy_mwh=905.0)
    reasons = {about(HOUSEHOLDS, "energy_mwh"): "Bisher standen 900 MWh da."}
    publishing.publish(published.visit(), OWN, reasons=reasons)
    assert told(published)
    edit(published, HOUSEHOLDS, state=CellState.CONFIDENTIAL)
    assert told(published) == []  # at once, before anything is published
    publishing.publish(published.visit(), OWN)
    recalculated(published)
    publishing.publish(published.visit(), OWN)
    assert [each for each in seen(published).corrections if each.was.key[1] == 2020] == []
    closed = seen(published).past.closed["balance"]
    own = [each.record for each in closed if each.record.key[:3] == HOUSEHOLDS[:3]]
    assert own
    assert all(isinstance(each, EmissionEntry) and each.energy_mwh is None for each in own)
