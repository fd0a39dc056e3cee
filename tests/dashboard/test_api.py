"""The API: as its description says, read-only, a part at a time, and never more than is released."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from monitoring.domain.open_data import DATA_SETS
from tests.browsing import Site
from tests.seed import CITY, DRAFT, VILLAGE
from tests.seed_open import open_data

API = "/api/v1"
PLACE = f"{API}/municipalities/{CITY}"


def read(site: Site, path: str, status: int = 200) -> Any:
    answer = site.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    kind = "application/json" if status == 200 else "application/problem+json"
    assert answer.mimetype == kind
    return json.loads(answer.data)


def local(link: str) -> str:
    """An address of the answers as the client asks for it."""
    assert link.startswith("http://localhost/")
    return link.removeprefix("http://localhost")


def described(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = read(site, f"{API}/openapi.json")
    return found


def schema_of(description: dict[str, Any], template: str) -> dict[str, Any]:
    """The schema of the answer at a path of the description, with all that it refers to."""
    answer = description["paths"][template]["get"]["responses"]["200"]["content"]["application/json"]
    whole: dict[str, Any] = answer["schema"] | {"components": description["components"]}
    return whole


def every_answer(site: Site) -> Iterator[tuple[str, str]]:
    """Each path of the description, and one address of it."""
    yield from (("/", f"{API}/"), ("/municipalities", f"{API}/municipalities"))
    yield "/municipalities/{municipality}", PLACE
    for kind in DATA_SETS:
        template = f"/municipalities/{{municipality}}/{kind}"
        yield template, f"{PLACE}/{kind}?limit=3"
        for item in read(site, f"{PLACE}/{kind}")["items"]:
            yield f"{template}/{{record}}", f"{PLACE}/{kind}/{item['id'].replace('%', '%25')}"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_description_is_valid(site: Site, prefix: str) -> None:
    found = read(site, f"{prefix}{API}/openapi.json")
    OpenAPIV31SpecValidator(found).validate()
    assert found["servers"] == [{"url": f"http://localhost{prefix}{API}"}]
    assert ("publication" in found["info"]["description"]) is (prefix == "/en")


def test_every_answer_is_as_described(site: Site) -> None:
    description = described(site)
    seen = set()
    for template, path in every_answer(site):
        seen.add(template)
        faults = OAS31Validator(schema_of(description, template)).iter_errors(read(site, path))
        assert [(path, fault.json_path, fault.message) for fault in faults] == []
    assert seen == set(description["paths"]) - {"/openapi.json"}


def test_an_answer_with_a_fault_is_found(site: Site) -> None:
    description = described(site)
    template = "/municipalities/{municipality}/measures"
    answer = read(site, f"{PLACE}/measures")
    answer["items"][0]["status"] = "half_done"
    assert list(OAS31Validator(schema_of(description, template)).iter_errors(answer))


def test_the_parts_of_a_data_set_make_the_whole(site: Site) -> None:
    whole = read(site, f"{PLACE}/measures")
    assert whole["total"] == len(whole["items"]) > 2
    path: str | None = f"{PLACE}/measures?limit=2"
    items, last = [], None
    while path:
        part = read(site, path)
        items += part["items"]
        last = part
        path = local(part["links"]["next"]) if "next" in part["links"] else None
    assert items == whole["items"]
    assert last is not None
    assert "fassung=1" in last["links"]["previous"]


def test_an_id_leads_to_its_row_and_is_the_same_in_every_publication(site: Site) -> None:
    for kind in ("balance", "status_reports", "targets", "paths"):
        items = read(site, f"{PLACE}/{kind}")["items"]
        ids = [item["id"] for item in items]
        assert len(set(ids)) == len(ids) > 0
        found = read(site, f"{PLACE}/{kind}/{ids[-1].replace('%', '%25')}?fassung=1")
        assert found["item"] == items[-1]
        assert read(site, local(found["links"]["self"]))["item"] == items[-1]


def test_links_lead_somewhere(site: Site) -> None:
    place = read(site, PLACE)
    links = [link for each in (place, *place["data_sets"]) for link in each["links"].values()]
    links += read(site, f"{API}/")["links"].values()
    assert {site.get(local(link)).status_code for link in links} == {200}


def test_only_what_is_open_is_listed(site: Site) -> None:
    assert [each["id"] for each in read(site, f"{API}/municipalities")["items"]] == [CITY]
    open_data(site, kinds=["balance"])
    open_data(site, DRAFT)
    found = read(site, f"{API}/municipalities?limit=1&offset=0")
    assert [each["id"] for each in found["items"]] == [VILLAGE]
    assert found["total"] == 2
    assert found["items"][0]["data_sets"] == ["balance"]
    assert [each["id"] for each in read(site, local(found["links"]["next"]))["items"]] == [CITY]


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        (f"{API}/municipalities/{DRAFT}", 404, "Kommune nicht gefunden"),
        (f"{API}/municipalities/{VILLAGE}", 404, "Kommune nicht gefunden"),
        (f"{API}/municipalities/gibt-es-nicht/balance", 404, "Kommune nicht gefunden"),
        (f"{PLACE}?fassung=2", 404, "Fassung nicht gefunden"),
        (f"{PLACE}/balance?fassung=2", 404, "Fassung nicht gefunden"),
        (f"{PLACE}/balance?fassung=0", 400, "Keine gültige Zahl"),
        (f"{PLACE}/balance?fassung=1x", 400, "Keine gültige Zahl"),
        (f"{PLACE}/balance?limit=1001", 400, "Keine gültige Zahl"),
        (f"{PLACE}/balance?offset=-1", 400, "Keine gültige Zahl"),
        (f"{PLACE}/balance?Fassung=1", 400, "Unbekannter Parameter"),
        (f"{PLACE}/accounts", 404, "Datensatz nicht gefunden"),
        (f"{PLACE}/measures/gibt-es-nicht", 404, "Zeile nicht gefunden"),
        (f"{API}/gibt/es/nicht/auch/nicht", 404, "Adresse nicht gefunden"),
        (f"/en{API}/municipalities/{DRAFT}", 404, "Municipality not found"),
    ],
)
def test_a_problem_is_told_in_clear_words(site: Site, path: str, status: int, title: str) -> None:
    found = read(site, path, status)
    assert (found["title"], found["status"]) == (title, status)
    assert found["detail"].endswith((".", "“.", "json."))
    validator = OAS31Validator(described(site)["components"]["schemas"]["problem"])
    assert list(validator.iter_errors(found)) == []
    assert site.get(path).headers["Cache-Control"] == "no-store"


def test_what_is_closed_again_is_gone(site: Site) -> None:
    assert read(site, f"{PLACE}/measures")["items"]
    open_data(site, CITY, ["balance"])
    assert "Freigegeben sind: balance." in read(site, f"{PLACE}/measures", 404)["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(site: Site, method: str) -> None:
    answer = getattr(site.client(), method)(f"{PLACE}/balance")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_pages_of_any_site_may_read(site: Site) -> None:
    before = site.client().options(f"{PLACE}/balance")
    assert (before.status_code, before.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD")
    for path, status in ((f"{PLACE}/balance", 200), (f"{PLACE}/nichts", 404)):
        answer = site.get(path, "manager")
        assert answer.status_code == status
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers
        assert "Set-Cookie" not in answer.headers


def test_an_answer_is_asked_for_again_and_sent_once(site: Site) -> None:
    answer = site.get(f"{PLACE}/balance")
    assert answer.headers["Cache-Control"] == "public, no-cache"
    again = site.get(f"{PLACE}/balance", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_fault_of_ours_is_a_problem_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitoring.dashboard.api.open_places", lambda _: 1 / 0)
    assert "unter der Nummer" in read(site, f"{API}/municipalities", 500)["detail"]
