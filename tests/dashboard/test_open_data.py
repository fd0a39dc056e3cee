"""The open data in the browser: only what is released and published, in files that are what they say."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pytest

from monitoring.domain.access import PUBLIC_VIEWER, Role, viewer_as
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.open_data import DATA_SETS, Licence
from monitoring.services.data_sets import data_set
from monitoring.services.editing import edit
from monitoring.services.overview import overview
from monitoring.services.publishing import publish
from monitoring.services.visit import Visit
from monitoring.texts.words import words
from tests.browsing import Site
from tests.seed import CITY, DRAFT, MARKER, NOW, VILLAGE, Seeded
from tests.seed_open import open_data

PAGE = f"/offene-daten/{CITY}"
WHOLE = ("all.xlsx", "all.zip", "datapackage.json", "dictionary.csv", "codes.csv")
DESCRIBING = ("dictionary", "codes")
FILES = [*WHOLE, *(f"{kind}.{form}" for kind in DATA_SETS for form in ("xlsx", "csv", "json"))]


def rows(site: Site, kind: str, slug: str = CITY, query: str = "") -> list[dict[str, str]]:
    text = site.get(f"/offene-daten/{slug}/{kind}.csv{query}").get_data(as_text=True)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_nothing_is_open_until_it_is_released(site: Site) -> None:
    closed = f"/offene-daten/{VILLAGE}"
    for path in (closed, *(f"{closed}/{name}" for name in FILES)):
        assert site.get(path).status_code == 404, path
    assert "Offene Daten" not in site.get(f"/kommune/{VILLAGE}/zahlen").get_data(as_text=True)
    open_data(site)
    for path in (closed, *(f"{closed}/{name}" for name in FILES)):
        assert site.get(path).status_code == 200, path


def test_everything_is_there_once_it_is_released(site: Site) -> None:
    for path in (PAGE, f"{PAGE}/", *(f"{PAGE}/{name}" for name in FILES), f"/en{PAGE}/measures.csv"):
        assert site.get(path).status_code == 200, path
    assert f'href="{PAGE}"' in site.get(f"/kommune/{CITY}/zahlen").get_data(as_text=True)
    assert f'{PAGE}"' in site.seen(f"/intern/{CITY}/zahlen", "council")[1].replace("\\", "")


def test_only_the_kinds_that_were_chosen_are_there(site: Site) -> None:
    open_data(site, CITY, ["balance"])
    found = {name for name in FILES if site.get(f"{PAGE}/{name}").status_code == 200}
    assert found == {*WHOLE, "balance.xlsx", "balance.csv", "balance.json"}
    package = json.loads(site.get(f"{PAGE}/datapackage.json").data)
    assert [each["name"] for each in package["resources"]] == ["balance", *DESCRIBING]


@pytest.mark.parametrize("slug", [DRAFT, "gibt-es-nicht"])
def test_what_is_not_published_is_not_there(site: Site, slug: str) -> None:
    for name in ("", "balance.csv", "datapackage.json", "all.zip"):
        assert site.get(f"/offene-daten/{slug}/{name}").status_code == 404


@pytest.mark.parametrize("query", ["?fassung=2", "?fassung=x", "?fassung=0"])
def test_a_publication_that_never_was_is_not_there(site: Site, query: str) -> None:
    assert {site.get(f"{PAGE}/{name}{query}").status_code for name in FILES} == {404}
    assert site.get(f"{PAGE}/balance.csv?fassung=1").status_code == 200


def test_the_office_sees_no_more_in_the_files_than_everybody(site: Site) -> None:
    for name in FILES:
        answers = {viewer: site.get(f"{PAGE}/{name}", viewer).data for viewer in ("public", "manager")}
        assert answers["public"] == answers["manager"], name
        assert MARKER.encode() not in answers["public"], name


def test_a_file_may_be_fetched_from_any_site_and_is_asked_for_again(site: Site) -> None:
    answer = site.get(f"{PAGE}/balance.csv")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert f"{CITY}-balance.csv" in answer.headers["Content-Disposition"]
    again = site.get(f"{PAGE}/balance.csv", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert "Set-Cookie" not in site.get(f"{PAGE}/balance.csv", "manager").headers


@pytest.mark.parametrize(
    "path", [f"{PAGE}/balance.json", f"{PAGE}/nichts.csv", "/offene-daten/catalog.rdf", "/neues.atom"]
)
def test_pages_of_any_site_may_read_files_and_that_there_are_none(site: Site, path: str) -> None:
    before = site.client().options(path)
    assert (before.status_code, before.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD")
    answer = site.get(path, "manager")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.status_code == (404 if "nichts" in path else 200)


def test_no_file_outlives_its_release(site: Site) -> None:
    assert site.get(f"{PAGE}/measures.csv").status_code == 200
    open_data(site, CITY, ["balance"])
    assert site.get(f"{PAGE}/measures.csv").status_code == 404


def test_csv_json_and_page_say_the_same(site: Site) -> None:
    page = site.get(PAGE).get_data(as_text=True)
    for kind in DATA_SETS:
        read = json.loads(site.get(f"{PAGE}/{kind}.json").data)["rows"]
        assert len(read) == len(rows(site, kind)), kind
        assert [list(each) for each in read] == [[field.name for field in data_set(kind).fields]] * len(read)
        assert f'href="{PAGE}/{kind}.csv"' in page
        assert f'id="{kind}"' in page


def test_the_values_are_those_of_the_pages(site: Site) -> None:
    measure = next(each for each in rows(site, "measures") if each["id"] == "KL-1")
    assert measure["status"] in {member.value for member in _field("measures", "status").members}
    assert "note" not in measure
    assert "person" not in measure
    paths = rows(site, "paths")
    assert {each["is_node"] for each in paths} == {"true", "false"}
    assert "Heizungstausch" not in str(rows(site, "measures"))  # a draft


def _field(kind: str, name: str) -> Any:
    return next(field for field in data_set(kind).fields if field.name == name)


@pytest.mark.parametrize("slug", [CITY, VILLAGE])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_archive_is_a_valid_data_package(site: Site, tmp_path: Path, slug: str, prefix: str) -> None:
    """Read by the reference implementation: every cell has the type, limits and keys that are described."""
    open_data(site)
    packed = site.get(f"{prefix}/offene-daten/{slug}/all.zip").data
    zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "fieldName", "rowNumber", "note"]) == []
    assert {task.name for task in report.tasks} == {*DATA_SETS, *DESCRIBING}
    assert frictionless.Package(str(tmp_path / "datapackage.json")).licenses[0]["name"] == "dl-de-by-2.0"


def test_a_wrong_cell_is_found(site: Site, tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(site.get(f"{PAGE}/all.zip").data)).extractall(tmp_path)
    file = tmp_path / "measures.csv"
    file.write_bytes(file.read_bytes().replace(b",in_progress,", b",half_done,", 1))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert [row[0] for row in report.flatten(["fieldName"])] == ["status"]


def test_the_description_of_a_past_publication_leads_to_its_own_files(site: Site) -> None:
    package = json.loads(site.get(f"{PAGE}/datapackage.json?fassung=1").data)
    paths = [each["path"] for each in package["resources"]]
    assert all(path.startswith("http://") and path.endswith(".csv?fassung=1") for path in paths)
    assert package["version"] == "1"


def described(site: Site, name: str) -> list[dict[str, str]]:
    text = site.get(f"{PAGE}/{name}.csv").get_data(as_text=True)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_dictionary_names_every_field_and_the_unit_of_every_number(site: Site) -> None:
    found = described(site, "dictionary")
    named = {(row["data_set"], row["field"]) for row in found}
    assert named == {(kind, field.name) for kind in DATA_SETS for field in data_set(kind).fields}
    without_unit = {
        f"{row['data_set']}.{row['field']}"
        for row in found
        if row["type"] == "number" and not row["unit"] and "Einheit" not in row["description_de"]
    }
    assert without_unit == set()
    assert site.get(f"/en{PAGE}/dictionary.csv").data == site.get(f"{PAGE}/dictionary.csv").data
    assert {bool(row["description_de"]) for row in found if row["description_en"]} == {True}


def test_every_code_that_stands_in_a_file_is_explained(site: Site) -> None:
    known = {(row["data_set"], row["field"], row["code"]) for row in described(site, "codes")}
    for kind in DATA_SETS:
        for field in (each for each in data_set(kind).fields if each.members):
            told = {row[field.name] for row in rows(site, kind)} - {""}
            codes = {code for each in told for code in (json.loads(each) if each[0] == "[" else [each])}
            assert {(kind, field.name, code) for code in codes} <= known
    states = {row["code"]: row for row in described(site, "codes") if row["field"] == "state"}
    assert (
        len({states[each]["meaning_de"] for each in ("not_estimated", "confidential", "value")} - {""}) == 3
    )


def sheets(site: Site, path: str) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(site.get(path).data))
    return {each.title: list(each.iter_rows(values_only=True)) for each in book.worksheets}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_workbook_holds_every_data_set_in_words(site: Site, prefix: str) -> None:
    found = sheets(site, f"{prefix}{PAGE}/all.xlsx")
    spoken = words("en" if prefix else "de")
    about = [spoken(f"data_set.workbook.{name}") for name in ("fields", "source")]
    assert list(found) == [*map(spoken.kind, DATA_SETS), *about]
    for kind in DATA_SETS:
        assert len(found[spoken.kind(kind)]) == len(rows(site, kind)) + 1, kind
    assert spoken.label(Licence.DL_DE_BY) in str(found[about[1]])
    measures = found[spoken.kind("measures")]
    assert spoken.label(MeasureStatus.IN_PROGRESS) in measures[1]
    assert "in_progress" not in str(measures)


def test_cells_of_a_workbook_are_what_they_say(site: Site) -> None:
    found = sheets(site, f"{PAGE}/measures.xlsx")
    head, *measures = found["Maßnahmen"]
    first = dict(zip(head, next(each for each in measures if each[0] == "KL-1"), strict=True))
    assert first["Ende"] == datetime(2027, 12, 31)
    assert first["Gesamtkosten [EUR]"] == 1_800_000
    assert first["THG-Einsparung [t CO2e/a]"] == 420
    assert first["Ausgangslage"] is None
    head, *nodes = sheets(site, f"{PAGE}/targets.xlsx")["Ziele"]
    assert {node[head.index("Minderung")] for node in nodes} == {None, 0.5, 0.4}


def test_rows_about_a_measure_name_it_where_measures_are_open(site: Site) -> None:
    path = f"{PAGE}/milestones.xlsx"
    head, first, *_ = sheets(site, path)["Meilensteine"]
    assert (head[0], head[-1]) == ("Maßnahme", "Titel der Maßnahme")
    assert (first[0], first[-1]) == ("KL-1", "Photovoltaik auf allen Schuldächern")
    open_data(site, CITY, ["milestones"])
    assert "Photovoltaik auf allen Schuldächern" not in str(sheets(site, path))


def test_text_stays_text_in_a_workbook(site: Site) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    edit(visit, CITY, "measures", ("KL-1",), {"goal": '=HYPERLINK("http://a.example","x")'})
    publish(visit, CITY)
    book = openpyxl.load_workbook(io.BytesIO(site.get(f"{PAGE}/measures.xlsx").data))
    cells = [each for row in book["Maßnahmen"].iter_rows() for each in row if str(each.value)[:1] == "="]
    assert [(each.data_type, each.quotePrefix) for each in cells] == [("s", True)]


def test_the_same_publication_gives_the_same_workbook(site: Site) -> None:
    first = site.get(f"{PAGE}/balance.xlsx")
    site.app.server.config["CLOCK"] = lambda: NOW + timedelta(seconds=90)
    second = site.get(f"{PAGE}/balance.xlsx?fassung=1")
    assert first.data == second.data
    assert f"{CITY}-balance.xlsx" in first.headers["Content-Disposition"]


def test_the_archive_says_whose_data_it_holds(site: Site) -> None:
    packed = zipfile.ZipFile(io.BytesIO(site.get(f"{PAGE}/all.zip").data))
    told = packed.read("README.txt").decode()
    assert told.startswith("Lindenau: Klimaschutz-Monitoring")
    for expected in ("https://www.govdata.de/dl-de/by-2-0", "Dezimalzeichen", "nie null", "measures.csv"):
        assert expected in told
    assert {each.external_attr >> 16 for each in packed.infolist()} == {0o644}


def test_every_version_of_a_target_has_its_path(site: Site) -> None:
    paths = [each for each in rows(site, "paths") if each["target"] == "Klimaneutral bis 2040"]
    found = {(each["version"], each["is_newest_version"]): each["year"] for each in paths}
    assert found == {("1", "false"): "2050", ("2", "true"): "2040"}  # the last year of each
    at = {(each["version"], each["year"]): float(each["value"]) for each in paths}
    base = at["1", "2016"]
    assert base == at["2", "2016"] > 0
    # Version 1 runs straight to zero in 2050; version 2 halves until 2030 first.
    assert at["1", "2030"] == pytest.approx(base * 20 / 34)
    assert at["2", "2030"] == pytest.approx(base / 2)
    decided = {(each["version"], each["year"]) for each in paths if each["is_node"] == "true"}
    assert decided == {("1", "2016"), ("1", "2050"), ("2", "2016"), ("2", "2030"), ("2", "2040")}


def test_the_newest_paths_are_those_that_the_pages_draw(site: Site) -> None:
    visit = Visit(site.database, PUBLIC_VIEWER, NOW)
    drawn = {
        (view.target.name, point.year): point.value
        for view in overview(visit, CITY).targets
        for point in view.progress.promised_path
    }
    newest = [each for each in rows(site, "paths") if each["is_newest_version"] == "true"]
    assert {(each["target"], int(each["year"])): float(each["value"]) for each in newest} == drawn
