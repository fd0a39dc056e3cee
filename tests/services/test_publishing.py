"""Publishing: what the public sees after each step, and what chosen items bring along."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid, NotFound
from monitoring.services import editing, publishing
from monitoring.services.importing import File
from monitoring.services.municipality_list import municipalities_seen
from monitoring.services.overview import overview
from monitoring.services.state import state
from tests.services.stage import BALANCE, MEASURES, NOW, OWN, TARGETS, Rows, Stage, book, with_cell


def _everything() -> File:
    return book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES})


def _title(stage: Stage, role: Role = Role.PUBLIC, publication: int | None = None) -> str | None:
    """The title of M1 as a role sees it; None where there is nothing to see."""
    try:
        view = overview(stage.visit(role), OWN, publication).measure("M1")
    except NotFound:
        return None
    return view.measure.title if view else ""


def _rename(stage: Stage, title: str, identity: str = "M1") -> None:
    editing.edit(stage.visit(), OWN, "measures", (identity,), {"title": title})


@pytest.fixture
def published(stage: Stage) -> Stage:
    stage.take(_everything())
    publishing.publish(stage.visit(), OWN, paper="Vorlage 12/2025")
    return stage


def test_nothing_is_public_before_the_first_publication(stage: Stage) -> None:
    with pytest.raises(Invalid, match="nothing_to_publish"):
        publishing.publish(stage.visit(), OWN)
    stage.take(_everything())
    assert _title(stage) is None
    assert municipalities_seen(stage.visit(Role.PUBLIC)) == []


def test_the_whole_state_is_published_and_drafts_stay_inside(published: Stage) -> None:
    _rename(published, "Entwurf")
    assert (_title(published), _title(published, Role.MANAGER)) == ("Solar auf Dächern", "Entwurf")
    assert [each.slug for each in municipalities_seen(published.visit(Role.PUBLIC))] == [OWN]


def test_a_past_publication_still_answers(published: Stage) -> None:
    _rename(published, "Zweiter Titel")
    assert publishing.publish(published.visit(), OWN) == 2
    assert [_title(published, publication=number) for number in (1, 2, 3)] == [
        "Solar auf Dächern",
        "Zweiter Titel",
        None,
    ]


def test_withdrawing_goes_back_step_by_step_and_forward_again(published: Stage) -> None:
    manager = published.visit()
    for title in ("Zwei", "Drei"):
        _rename(published, title)
        publishing.publish(manager, OWN)
    assert publishing.withdraw(manager, OWN, "Zahlendreher", 2) == 2
    assert _title(published) == "Drei"
    assert _title(published, publication=2) is None
    assert publishing.withdraw(manager, OWN, "auch falsch") == 3
    assert _title(published) == "Solar auf Dächern"
    assert publishing.publish(manager, OWN) == 4
    assert (_title(published), _title(published, publication=1)) == ("Drei", "Solar auf Dächern")
    assert publishing.withdraw(manager, OWN, "x") == 4
    assert publishing.withdraw(manager, OWN, "x") == 1
    assert _title(published) is None
    with pytest.raises(NotFound):
        publishing.withdraw(manager, OWN, "x")


def test_what_a_withdrawn_publication_showed_is_kept(published: Stage) -> None:
    _rename(published, "Zwei")
    publishing.publish(published.visit(), OWN)
    _rename(published, "Drei")
    publishing.publish(published.visit(), OWN)
    publishing.withdraw(published.visit(), OWN, "x", 2)
    publishing.withdraw(published.visit(), OWN, "x", 3)
    with published.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT rows_when_withdrawn FROM publications ORDER BY number")
        assert [row[0] is not None and "measures" in row[0] for row in found] == [False, True, True]


def test_a_removed_row_leaves_the_public_and_returns_on_withdrawal(published: Stage) -> None:
    published.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    publishing.publish(published.visit(), OWN)
    assert overview(published.visit(Role.PUBLIC), OWN).measure("M2") is None
    publishing.withdraw(published.visit(), OWN, "doch nicht")
    assert overview(published.visit(Role.PUBLIC), OWN).measure("M2") is not None


def test_a_reason_is_needed(published: Stage) -> None:
    with pytest.raises(Invalid, match="reason_missing"):
        publishing.withdraw(published.visit(), OWN, "  ")


def test_a_typo_is_corrected_in_public_without_publishing_a_draft(published: Stage) -> None:
    _rename(published, "Radweg am Fluß, Entwurf", "M2")
    _rename(published, "Solar auf Dächern!")
    number = publishing.publish(published.visit(), OWN, chosen=[("measures", ("M1",))])
    seen = overview(published.visit(Role.PUBLIC), OWN)
    assert (seen.stand.publication and seen.stand.publication.number) == number
    assert [each.measure.title for each in seen.measures] == ["Solar auf Dächern!", "Radweg am Fluss"]


def test_a_typo_in_public_does_not_take_the_shared_draft_from_the_council(published: Stage) -> None:
    _rename(published, "Entwurf für den Rat")
    publishing.share(published.visit(), OWN)
    _rename(published, "Radweg", "M2")
    publishing.publish(published.visit(), OWN, chosen=[("measures", ("M2",))])
    assert _title(published, Role.COUNCIL) == "Entwurf für den Rat"
    publishing.publish(published.visit(), OWN)
    assert overview(published.visit(Role.COUNCIL), OWN).stand.is_public


def test_one_balance_year_is_published_whole_and_alone(stage: Stage) -> None:
    people: Rows = [["Jahr", "Einwohner"], [2018, 100], [2020, 110]]
    stage.take(book({"Bilanz": BALANCE, "Einwohner": people, "Maßnahmen": MEASURES}))
    key = ("territory", 2020, "HH", "all", "bisko", 1)
    publishing.publish(stage.visit(), OWN, chosen=[("balance", key)])
    seen = overview(stage.visit(Role.PUBLIC), OWN)
    assert [(each.year, each.total) for each in seen.emissions] == [(2020, 930)]
    assert (seen.inhabitants, seen.measures) == ({2020: 110}, ())


def test_one_target_is_published_with_all_its_years(stage: Stage) -> None:
    stage.take(_everything())
    publishing.publish(stage.visit(), OWN, chosen=[("targets", ("Halbierung", 1, 2030))])
    seen = overview(stage.visit(Role.PUBLIC), OWN)
    assert [node.year for node in seen.targets[0].target.nodes] == [2030, 2040]
    assert seen.emissions == ()


def test_a_measure_brings_what_belongs_to_it(stage: Stage) -> None:
    sheets = {
        "Maßnahmen": MEASURES,
        "Programme": [["Programm", "Beschluss am"], ["Konzept 2023", "2023-05-01"]],
        "Sachstand": [["Nr.", "Datum", "Sachstand"], ["M2", "2025-01-01", "Geplant"]],
        "Meilensteine": [["Nr.", "Meilenstein", "Fällig"], ["M2", "Baubeginn", "2026-01-01"]],
    }
    stage.take(book(sheets))
    publishing.publish(stage.visit(), OWN, chosen=[("measures", ("M2",))])
    seen = overview(stage.visit(Role.PUBLIC), OWN)
    assert [view.measure.id for view in seen.measures] == ["M2"]
    assert (len(seen.measures[0].reports), len(seen.measures[0].milestones)) == (1, 1)
    assert seen.programmes == ("Konzept 2023",)


def test_a_report_brings_the_measure_it_needs(stage: Stage) -> None:
    reports = [["Nr.", "Datum", "Sachstand"], ["M2", "2025-01-01", "Geplant"]]
    stage.take(book({"Maßnahmen": MEASURES, "Sachstand": reports}))
    key = next(iter(state(stage.visit(), OWN).known["status_reports"]))
    publishing.publish(stage.visit(), OWN, chosen=[("status_reports", key)])
    assert [view.measure.id for view in overview(stage.visit(Role.PUBLIC), OWN).measures] == ["M2"]


def test_a_measure_brings_its_indicators_with_their_values(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    editing.add(stage.visit(), OWN, "indicators", {"name": "Radwege", "measure": "M2", "unit": "km"})
    for year in (2020, 2024):
        editing.add(
            stage.visit(), OWN, "indicator_values", {"indicator": "Radwege", "year": year, "value": 3.0}
        )
    editing.add(stage.visit(), OWN, "indicators", {"name": "Bäume", "unit": "Stück"})
    publishing.publish(stage.visit(), OWN, chosen=[("measures", ("M2",))])
    (seen,) = overview(stage.visit(Role.PUBLIC), OWN).indicators
    assert (seen.indicator.name, [each.year for each in seen.values]) == ("Radwege", [2020, 2024])


def test_choosing_nothing_makes_no_publication(published: Stage) -> None:
    for chosen in ([], [("measures", ("M1",))], [("measures", ("M99",))]):
        with pytest.raises(Invalid, match="nothing_to_publish"):
            publishing.publish(published.visit(), OWN, chosen=chosen)


def test_a_publication_waits_for_its_day(published: Stage) -> None:
    _rename(published, "Zwei")
    publishing.publish(published.visit(), OWN, not_before=(NOW + timedelta(days=3)).date())
    assert (_title(published), _title(published, publication=2)) == ("Solar auf Dächern", None)
    later = overview(published.visit(Role.PUBLIC, days=3), OWN).measure("M1")
    assert later is not None
    assert later.measure.title == "Zwei"


def test_chosen_items_do_not_show_early_what_waits(published: Stage) -> None:
    _rename(published, "Geheim bis Montag")
    publishing.publish(published.visit(), OWN, not_before=(NOW + timedelta(days=3)).date())
    _rename(published, "Radweg", "M2")
    with pytest.raises(Invalid, match="publication_waits"):
        publishing.publish(published.visit(), OWN, chosen=[("measures", ("M2",))])
    assert _title(published) == "Solar auf Dächern"


def test_text_that_looks_like_a_person_blocks_until_answered(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": with_cell(MEASURES, 1, 3, "Ansprechpartnerin: Frau Müller")}))
    assert publishing.preview(stage.visit(), OWN).findings
    with pytest.raises(Invalid, match="looks_like_a_person"):
        publishing.publish(stage.visit(), OWN)
    assert publishing.publish(stage.visit(), OWN, accept_persons=True) == 1
    _rename(stage, "Anders", "M2")
    assert publishing.publish(stage.visit(), OWN) == 2


def test_the_preview_says_what_would_change(published: Stage) -> None:
    _rename(published, "Zwei")
    found = publishing.preview(published.visit(), OWN)
    assert [change.item for change in found.changes] == [("measures", ("M1",))]
    assert found.findings == ()


def test_the_council_sees_what_was_shared_with_it(stage: Stage) -> None:
    stage.take(_everything())
    _rename(stage, "Zwei")
    assert _title(stage, Role.COUNCIL) is None
    assert publishing.share(stage.visit(), OWN, 1) == 1
    assert (_title(stage, Role.COUNCIL), _title(stage)) == ("Solar auf Dächern", None)
    assert publishing.share(stage.visit(), OWN) == 2
    for number in (0, 3, -1):
        with pytest.raises(NotFound):
            publishing.share(stage.visit(), OWN, number)


def test_a_rejected_measure_is_taken_over_without_reason_but_not_published(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": with_cell(MEASURES, 1, 4, "verworfen")}))
    assert [each.code for each in publishing.preview(stage.visit(), OWN).findings] == ["reason_missing"]
    with pytest.raises(Invalid, match="measures_incomplete"):
        publishing.publish(stage.visit(), OWN, accept_persons=True)
    editing.edit(stage.visit(), OWN, "measures", ("M1",), {"status_reason": "Zu teuer"})
    assert publishing.publish(stage.visit(), OWN) == 1


def test_a_state_that_is_public_already_is_not_published_again(published: Stage) -> None:
    with pytest.raises(Invalid, match="nothing_to_publish"):
        publishing.publish(published.visit(), OWN)
    editing.edit(published.visit(), OWN, "measures", ("M1",), {"note": "nur intern"})
    with pytest.raises(Invalid, match="nothing_to_publish"):
        publishing.publish(published.visit(), OWN)


def test_a_publication_does_not_wait_for_a_day_that_has_passed(stage: Stage) -> None:
    stage.take(_everything())
    with pytest.raises(Invalid, match="not_before_passed"):
        publishing.publish(stage.visit(), OWN, not_before=NOW.date() - timedelta(days=1))
    assert publishing.publish(stage.visit(), OWN, not_before=NOW.date()) == 1
    assert _title(stage) == "Solar auf Dächern"
