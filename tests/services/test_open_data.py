"""Open data: nothing is given away until somebody who may publish confirmed the right to it."""

from __future__ import annotations

import pytest

from monitoring.domain import coverage
from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid
from monitoring.domain.field_type import FieldType
from monitoring.domain.kinds import SHEET_KINDS
from monitoring.domain.open_data import DATA_SETS, PATHS, Licence
from monitoring.services import open_data, publishing
from monitoring.services.data_sets import data_set
from monitoring.services.overview import public_state
from monitoring.storage import municipalities
from monitoring.storage import open_data as stored
from tests.services.stage import BALANCE, FOREIGN, OWN, Stage, book


def test_every_kind_of_record_can_be_given_away() -> None:
    assert set(DATA_SETS) == {*SHEET_KINDS, PATHS}


def test_every_data_set_says_which_time_its_records_tell_of() -> None:
    assert set(coverage.FIELDS) == set(DATA_SETS)
    for kind in DATA_SETS:
        fields = {field.name: field.type for field in data_set(kind).fields}
        assert {fields[name] for name in coverage.FIELDS[kind]} <= {FieldType.YEAR, FieldType.DATE}, kind


def test_nothing_is_open_before_a_decision(stage: Stage) -> None:
    assert open_data.decisions(stage.visit(), OWN) == []
    with stage.database.reading() as connection:
        place = municipalities.find(connection, OWN)
        assert place is not None
        assert not stored.newest(connection, place.id).is_on


def test_the_newest_decision_holds_and_the_older_ones_stay(stage: Stage) -> None:
    open_data.decide(
        stage.visit(), OWN, {"measures", "balance"}, provider="Amt  für Klima", is_confirmed=True
    )
    open_data.decide(stage.visit(days=1), OWN, {"balance"}, licence=Licence.CC_BY, is_confirmed=True)
    newest, first = open_data.decisions(stage.visit(), OWN)
    assert (newest.number, newest.kinds, newest.licence) == (2, ("balance",), Licence.CC_BY)
    assert (first.number, first.kinds, first.provider) == (1, ("balance", "measures"), "Amt für Klima")
    assert (first.confirmed_by, first.confirmed_at) == (stage.visit().by, stage.visit().now)
    assert open_data.decisions(stage.visit(slug=FOREIGN), FOREIGN) == []


def test_a_decision_makes_kept_answers_old(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    publishing.publish(stage.visit(), OWN)
    before = public_state(stage.visit(Role.PUBLIC), OWN)
    open_data.decide(stage.visit(), OWN, {"balance"}, is_confirmed=True)
    assert public_state(stage.visit(Role.PUBLIC), OWN) != before


def test_an_identifier_of_a_portal_is_kept_as_its_address(stage: Stage) -> None:
    known = open_data.decide(stage.visit(), OWN, {"balance"}, contributor=" stadtA ", is_confirmed=True)
    assert known.contributor == "http://dcat-ap.de/def/contributors/stadtA"
    assert open_data.decisions(stage.visit(), OWN)[0] == known
    with pytest.raises(Invalid, match="contributor_unknown"):
        open_data.decide(
            stage.visit(), OWN, {"balance"}, contributor="https://a.example/b", is_confirmed=True
        )


def test_closing_everything_needs_no_confirmation(stage: Stage) -> None:
    open_data.decide(stage.visit(), OWN, {"balance"}, is_confirmed=True)
    assert not open_data.decide(stage.visit(), OWN, set()).is_on
    with stage.database.reading() as connection:
        assert [each.is_on for each in stored.newest_of_all(connection).values()] == [False]


@pytest.mark.parametrize(
    ("kinds", "provider", "code"),
    [
        ({"balance"}, "", "right_not_confirmed"),
        ({"accounts"}, "", "invalid"),
        (set(), "A" * 301, "name_too_long"),
    ],
)
def test_what_cannot_be_decided(stage: Stage, kinds: set[str], provider: str, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        open_data.decide(stage.visit(), OWN, kinds, provider=provider)
    assert open_data.decisions(stage.visit(), OWN) == []
