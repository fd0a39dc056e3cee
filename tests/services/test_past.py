"""The past: what was public and is different now, since when and why; and which measures have news."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid
from monitoring.domain.news import NewsKind, NewsSpan, news, spans
from monitoring.domain.overview import Overview
from monitoring.services import editing, publishing
from monitoring.services.overview import overview
from tests.services.stage import BALANCE, MEASURES, OWN, TARGETS, Stage, book, with_cell

WHY = "Der Baubeginn hat sich verschoben."


def edit(stage: Stage, **values: Any) -> None:
    editing.edit(stage.visit(), OWN, "measures", ("M1",), values)


def publish(stage: Stage, *, days: float = 0, **more: Any) -> int:
    return publishing.publish(stage.visit(days=days), OWN, **more)


def seen(stage: Stage, publication: int | None = None, *, days: float = 0) -> Overview:
    """What the public sees on a day."""
    return overview(stage.visit(Role.PUBLIC, days=days), OWN, publication)


def amended(stage: Stage, publication: int | None = None) -> list[tuple[str | None, Any, Any, int]]:
    return [
        (each.name, each.before, each.after, each.publication.number)
        for each in seen(stage, publication).amendments
    ]


@pytest.fixture
def published(stage: Stage) -> Stage:
    stage.take(book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES}))
    publish(stage)
    return stage


def test_a_first_publication_amends_nothing(published: Stage) -> None:
    assert amended(published) == []
    assert spans(seen(published)) == [NewsSpan.YEAR]
    assert news(seen(published), NewsSpan.YEAR) == {}


def test_an_amended_value_says_was_is_since_and_why(published: Stage) -> None:
    edit(published, title="Solar auf allen Dächern")
    publish(published, explanation=WHY, note="nur für uns")
    assert amended(published) == [("title", "Solar auf Dächern", "Solar auf allen Dächern", 2)]
    (amendment,) = seen(published).amendments
    assert (amendment.publication.explanation, amendment.publication.note) == (WHY, None)
    assert amended(published, 1) == []


def test_what_is_internal_or_unpublished_is_no_amendment(published: Stage) -> None:
    edit(published, note="nur intern")
    edit(published, description="Alle Schulen und Turnhallen")
    assert amended(published) == []
    publish(published)
    assert [name for name, *_ in amended(published)] == ["description"]
    assert overview(published.visit(), OWN).amendments == ()


def test_each_step_is_told_newest_first(published: Stage) -> None:
    for number, title in ((2, "Zweiter"), (3, "Dritter")):
        edit(published, title=title)
        assert publish(published) == number
    assert amended(published) == [
        ("title", "Zweiter", "Dritter", 3),
        ("title", "Solar auf Dächern", "Zweiter", 2),
    ]
    assert amended(published, 2) == [("title", "Solar auf Dächern", "Zweiter", 2)]


def test_what_a_withdrawn_publication_brought_came_with_the_next(published: Stage) -> None:
    for title in ("Zweiter", "Dritter"):
        edit(published, title=title)
        publish(published)
    publishing.withdraw(published.visit(), OWN, "Irrtum", 2)
    assert amended(published) == [("title", "Solar auf Dächern", "Dritter", 3)]


def test_a_removed_record_is_told_as_a_whole(published: Stage) -> None:
    published.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    publish(published)
    (amendment,) = seen(published).amendments
    assert (amendment.was.key, amendment.now, amendment.name) == (("M2",), None, None)


def test_a_year_with_a_confidential_value_is_left_out(published: Stage) -> None:
    corrected = with_cell(with_cell(BALANCE, 1, 3, 410), 3, 3, 350)
    published.take(book({"Bilanz": corrected}))
    publish(published)
    assert {each.was.key[1] for each in seen(published).amendments} == {2018, 2020}
    secret = with_cell(corrected, 4, 2, "C")
    published.take(book({"Bilanz": with_cell(secret, 4, 3, "C")}))
    publish(published)
    assert {each.was.key[1] for each in seen(published).amendments} == {2018}


def test_an_explanation_must_not_name_a_person(published: Stage) -> None:
    edit(published, title="Neu")
    with pytest.raises(Invalid, match="explanation_names_a_person"):
        publish(published, explanation="Frau Weber hat sich verrechnet.")
    assert publish(published, explanation="Frau Weber ist die Straße.", accept_persons=True) == 2


def test_news_since_the_previous_publication_and_of_a_year(published: Stage) -> None:
    edit(published, title="Neu")
    publish(published, days=10)
    more = [
        *with_cell(MEASURES, 1, 2, "Neu"),
        ["Konzept 2023", "M3", "Wärmenetz", "Im Norden", "Idee", "2030-12-31"],
    ]
    report = [["Nr.", "Datum", "Sachstand"], ["M2", "2025-06-20", "Der Radweg wird gebaut."]]
    check = published.take(book({"Maßnahmen": more, "Sachstände": report}), visit=published.visit(days=19))
    assert check.findings == ()
    publish(published, days=20)
    now = seen(published, days=21)
    assert spans(now) == [NewsSpan.PUBLICATION, NewsSpan.YEAR]
    kinds = {
        measure: [each.kind for each in found] for measure, found in news(now, NewsSpan.PUBLICATION).items()
    }
    assert kinds == {"M2": [NewsKind.REPORT], "M3": [NewsKind.MEASURE]}
    assert set(news(now, NewsSpan.YEAR)) == {"M1", "M2", "M3"}
    assert set(news(seen(published, days=380), NewsSpan.YEAR)) == {"M2", "M3"}
    assert news(seen(published, days=800), NewsSpan.YEAR) == {}
