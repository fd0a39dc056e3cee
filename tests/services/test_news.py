"""News: what publications brought, and the newest of all municipalities, on both databases."""

from __future__ import annotations

from monitoring.domain.access import Role
from monitoring.domain.changes import ChangeType
from monitoring.services import editing, publishing
from monitoring.services.news import news, news_of_all
from monitoring.services.publications import newest_days
from tests.services.stage import BALANCE, FOREIGN, MEASURES, NOW, OWN, Stage, book


def test_each_publication_is_told_with_what_it_changed(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    publishing.publish(stage.visit(), OWN)
    editing.edit(
        stage.visit(), OWN, "measures", ("M1",), {"title": "Solar auf allen Dächern", "note": "intern"}
    )
    editing.edit(stage.visit(), OWN, "measures", ("M2",), {"note": "nur intern"})
    publishing.publish(stage.visit(days=1), OWN, note="intern")
    newest, first = news(stage.visit(Role.PUBLIC, days=1), OWN)
    assert newest.counts["measures"][ChangeType.CHANGED] == 1
    assert first.counts["measures"][ChangeType.NEW] == 2
    assert (newest.publication.note, newest.publication.published_by) == (None, "")


def test_the_newest_of_all_come_first_and_none_before_its_day(stage: Stage) -> None:
    for slug in (OWN, FOREIGN):
        stage.take(book({"Bilanz": BALANCE}), slug=slug)
    publishing.publish(stage.visit(), OWN)
    day = NOW.date().replace(day=20)
    publishing.publish(stage.visit(slug=FOREIGN), FOREIGN, not_before=day)
    assert [each.municipality.slug for each in news_of_all(stage.visit(Role.PUBLIC, days=5))] == [OWN]
    later = stage.visit(Role.PUBLIC, days=30)
    assert [each.municipality.slug for each in news_of_all(later)] == [FOREIGN, OWN]
    assert dict(newest_days(later)) == {OWN: NOW.date(), FOREIGN: day}
