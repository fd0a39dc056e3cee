"""The national tables of Sweden and Britain: hundreds of municipalities at once, as many revisions."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from tests.cli.conftest import Run

SWEDEN = {
    "word:sector:industri (energi + processer)": "IND",
    "word:sector:el och fjärrvärme": "OTHER",
    "word:sector:egen uppvärmning av bostäder och lokaler": "OTHER",
    "word:sector:arbetsmaskiner": "OTHER",
    "word:sector:produktanvändning (inkl. lösningsmedel)": "PROCESSES",
    "word:sector:avfall (inkl.avlopp)": "WASTE",
    "word:sector:utrikes transporter": "ignore",
}
BRITAIN = {
    "word:sector:public sector total": "KE",
    "word:sector:waste management total": "WASTE",
}


NATIONAL = {1990: 71_273_705.25, 2019: 51_020_350.72}
"""The totals of Sweden as published, in t."""
UNALLOCATED = {1990: 210_360.64694, 2019: 214_976.40223}
"""What of them no county and no municipality of the same table has."""


def _published(file: Path, year: int) -> dict[str, float]:
    """What the rows of all sectors come to, read without any of our own code."""
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    column = rows[6].index(str(year))
    sums = dict.fromkeys(("national", "counties", "municipalities"), 0.0)
    for row in rows[7:]:
        if row[0] == "Alla":
            level = "national" if row[2] == "Alla" else "counties" if row[3] == "Alla" else "municipalities"
            sums[level] += float(row[column].replace(",", "."))
    return sums


def _import(run: Run, file: Path, answers: dict[str, str], *options: str) -> tuple[int, Any]:
    given = [part for key, value in answers.items() for part in ("--answer", f"{key}={value}")]
    found = run("import", "--all-municipalities", file, *given, *options, "--json")
    return found.code, found.shape


def _stored(url: str, where: str) -> list[Any]:
    engine = create_engine(url)
    with engine.connect() as connection:
        query = (
            "SELECT m.slug, b.year, b.emissions_t FROM balance b JOIN municipalities m"
            f" ON m.id = b.municipality_id WHERE b.until IS NULL AND {where}"
        )
        return list(connection.execute(text(query)))


def test_sweden_as_290_municipalities(run: Run, realdata: Path, migrated_sqlite_url: str) -> None:
    file = realdata / "klimatkollen" / "emissions_per_municipality.csv"
    code, asked = _import(run, file, {}, "--dry-run")
    assert (code, {each["key"] for each in asked["questions"]}) == (1, set(SWEDEN))
    code, taken = _import(run, file, SWEDEN, "--region", "sverige")
    assert (code, taken["revision"], len(taken["municipalities"])) == (0, 1, 290)
    assert {each["revision"] for each in taken["municipalities"]} == {1}
    assert {json.dumps(each["changes"]["balance"]) for each in taken["municipalities"]} == {
        json.dumps({"new": 91, "changed": 0, "unchanged": 0, "removed": 0})
    }
    assert [(each["code"], each["cell"]) for each in taken["findings"]] == [
        ("rows_of_several_places", "D8"),
        ("parts_left_out", "B634"),
    ]
    codes = Counter(each["code"] for one in taken["municipalities"] for each in one["findings"])
    assert codes == {"jump": 14}
    totals = dict.fromkeys(range(1990, 2020), 0.0)
    for _, year, value in _stored(migrated_sqlite_url, "b.sector = 'SUM'"):
        totals[year] += value
    for year, total in NATIONAL.items():
        of_file = _published(file, year)
        assert of_file["national"] == total
        # The table's own national row holds some that it gives to no municipality and no county.
        assert totals[year] == pytest.approx(of_file["municipalities"], abs=0.01)
        assert totals[year] == pytest.approx(of_file["counties"], abs=1)
        assert total - totals[year] == pytest.approx(UNALLOCATED[year], abs=0.01)
    stored = {(slug, year): value for slug, year, value in _stored(migrated_sqlite_url, "b.sector = 'VER'")}
    assert stored["karlshamn", 1990] == pytest.approx(59_778.92156)
    code, again = _import(run, file, {}, "--region", "sverige")
    assert (code, {each["revision"] for each in again["municipalities"]}) == (0, {None})


def test_britain_as_394_authorities(run: Run, realdata: Path, migrated_sqlite_url: str) -> None:
    file = realdata / "uk-la" / "local_authority_emissions.csv"
    code, asked = _import(run, file, {}, "--dry-run")
    assert (code, {each["key"] for each in asked["questions"]}) == (1, set(BRITAIN))
    code, taken = _import(run, file, BRITAIN, "--region", "britain")
    assert (code, len(taken["municipalities"])) == (0, 394)
    assert {each["changes"]["balance"]["new"] for each in taken["municipalities"]} == {240}
    adur = next(each for each in taken["municipalities"] if each["key"] == "ADU")
    assert (adur["slug"], adur["revision"]) == ("adur-district-council", 1)
    own = "m.slug = 'adur-district-council' AND b.year = 2005 AND b.carrier ="
    assert [each[2] for each in _stored(migrated_sqlite_url, f"{own} 'all' AND b.sector = 'SUM'")] == [
        pytest.approx(367_078.39578784)
    ]
    assert [each[2] for each in _stored(migrated_sqlite_url, f"{own} 'natural_gas' AND b.sector = 'HH'")] == [
        pytest.approx(73_233.10537261)
    ]
    # Some people in thousands and some areas have three decimals, which the commas of the file settle.
    assert [each["code"] for each in taken["findings"]] == [
        *("number_style_assumed", "number_style_assumed"),
        *("parts_left_out", "derived_left_out", "only_co2"),
    ]


def test_the_measures_of_23_towns(run: Run, realdata: Path) -> None:
    file = realdata / "localzero" / "LocalMeasures.csv"
    code, asked = _import(run, file, {}, "--dry-run")
    assert (code, [each["key"] for each in asked["questions"]]) == (1, ["twins:localmeasures"])
    answer = {"twins:localmeasures": "different"}
    code, taken = _import(run, file, answer)
    new = {each["name"]: each["changes"]["measures"]["new"] for each in taken["municipalities"]}
    assert (code, len(new), sum(new.values()), new["Aachen"]) == (0, 23, 457, 61)
    code, again = _import(run, file, answer)
    assert (code, {each["revision"] for each in again["municipalities"]}) == (0, {None})
