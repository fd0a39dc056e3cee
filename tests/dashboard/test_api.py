"""The API: as its description says, read-only, a part at a time, and never more than is released."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.open_data import DATA_SETS
from monitoring.services.publishing import publish
from tests.browsing import Site
from tests.seed import CITY, DRAFT, VILLAGE, Seeded, write
from tests.seed_open import open_data
from tests.seed_records import later_report

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
            yield f"{template}/{{record}}", f"{PLACE}/{kind}/{item['id']}"


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
        for address in (ids[-1], ids[-1].replace("%", "%25")):  # also encoded as part of an address is
            found = read(site, f"{PLACE}/{kind}/{address}?fassung=1")
            assert found["item"] == items[-1]
            assert read(site, local(found["links"]["self"]))["item"] == items[-1]


def test_an_id_may_hold_what_separates_addresses(site: Site) -> None:
    unit = "Amt 61/Umwelt ~ 50 % & Verkehr?"
    write(Seeded(site.database), CITY, [later_report().model_copy(update={"unit": unit})])
    publish(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)
    wanted = next(each for each in read(site, f"{PLACE}/status_reports")["items"] if each["unit"] == unit)
    for address in (wanted["id"], wanted["id"].replace("%", "%25")):
        found = read(site, f"{PLACE}/status_reports/{address}")
        assert found["item"] == wanted
        assert read(site, local(found["links"]["self"]))["item"] == wanted


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


def every_problem(site: Site) -> Iterator[tuple[str, str, int]]:
    """Each path of the description with an address of it that is refused, and the status."""
    yield from (("/", f"{API}/?limit=1", 400), ("/openapi.json", f"{API}/openapi.json?x=1", 400))
    yield "/municipalities", f"{API}/municipalities?limit=0", 400
    one = "/municipalities/{municipality}"
    yield from ((one, f"{PLACE}?fassung=x", 400), (one, f"{API}/municipalities/{DRAFT}", 404))
    for kind in DATA_SETS:
        template = f"{one}/{kind}"
        yield template, f"{PLACE}/{kind}?offset=x", 400
        yield template, f"{PLACE}/{kind}?fassung=9", 404
        yield f"{template}/{{record}}", f"{PLACE}/{kind}/x?limit=2", 400
        yield f"{template}/{{record}}", f"{PLACE}/{kind}/gibt-es-nicht", 404


def test_every_problem_is_as_described_at_its_path(site: Site) -> None:
    description = described(site)
    for template, path, status in every_problem(site):
        answer = description["paths"][template]["get"]["responses"][str(status)]
        kind, _, name = answer["$ref"].removeprefix("#/components/").partition("/")
        schema = description["components"][kind][name]["content"]["application/problem+json"]["schema"]
        told = read(site, path, status)
        faults = OAS31Validator(schema | {"components": description["components"]}).iter_errors(told)
        assert [(path, fault.message) for fault in faults] == []
        assert (told["status"], told["instance"]) == (status, path.partition("?")[0])


def test_every_parameter_is_described_where_it_is_taken(site: Site) -> None:
    description = described(site)
    for template, path in every_answer(site):
        named = {
            each["$ref"].rpartition("/")[2] for each in description["paths"][template]["get"]["parameters"]
        }
        for name, value in {"fassung": "1", "limit": "2", "offset": "0"}.items():
            status = site.get(f"{path.partition('?')[0]}?{name}={value}").status_code
            assert (status == 200) is (name in named), (template, name)


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
    assert before.headers["Access-Control-Allow-Headers"] == "If-None-Match"
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
    weak = site.get(f"{PLACE}/balance", headers={"If-None-Match": f"W/{answer.headers['ETag']}"})
    assert weak.status_code == 304  # as a proxy that compresses passes it on
    head = site.client().head(f"{PLACE}/balance")
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", answer.headers["ETag"])


def test_a_new_publication_has_a_new_mark_and_the_old_one_stays(site: Site) -> None:
    newest, first = site.get(f"{PLACE}/measures"), site.get(f"{PLACE}/measures?fassung=1")
    publish(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)
    mark = {"If-None-Match": newest.headers["ETag"]}
    after = site.get(f"{PLACE}/measures", headers=mark)
    assert (after.status_code, json.loads(after.data)["publication"]) == (200, 2)
    assert site.get(f"{PLACE}/measures?fassung=1").data == first.data


def test_a_fault_of_ours_is_a_problem_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitoring.dashboard.api.open_places", lambda _: 1 / 0)
    assert "unter der Nummer" in read(site, f"{API}/municipalities", 500)["detail"]
