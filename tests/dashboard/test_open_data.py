"""The open data in the browser: only what is released and published, in files that are what they say."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import pytest

from monitoring.domain.access import PUBLIC_VIEWER
from monitoring.domain.open_data import DATA_SETS
from monitoring.services.data_sets import data_set
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from tests.browsing import Site
from tests.seed import CITY, DRAFT, MARKER, NOW, VILLAGE
from tests.seed_open import open_data

PAGE = f"/offene-daten/{CITY}"
WHOLE = ("all.zip", "datapackage.json", "dictionary.csv")
FILES = [*WHOLE, *(f"{kind}.{form}" for kind in DATA_SETS for form in ("csv", "json"))]


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
    assert found == {*WHOLE, "balance.csv", "balance.json"}
    package = json.loads(site.get(f"{PAGE}/datapackage.json").data)
    assert [each["name"] for each in package["resources"]] == ["balance"]


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
    assert {task.name for task in report.tasks} == set(DATA_SETS)
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


def test_the_dictionary_names_every_field(site: Site) -> None:
    text = site.get(f"{PAGE}/dictionary.csv").get_data(as_text=True)
    named = {(row["data_set"], row["field"]) for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert named == {(kind, field.name) for kind in DATA_SETS for field in data_set(kind).fields}


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
