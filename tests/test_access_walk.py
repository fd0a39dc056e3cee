"""Every page, callback and download × every role × own and foreign municipality: who gets what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import dash
import pytest

from monitoring.pages._page import MunicipalityPage
from monitoring.pages._reading import READING_PAGES
from monitoring.texts.words import LANGUAGES
from tests.browsing import PUBLIC, ROUTER, Site
from tests.seed import CITY, DRAFT, MARKER, ROLES, VILLAGE

VIEWERS = (PUBLIC, *ROLES)
VARIABLES = {"code": "KL-1", "number": "1", "name": "Klimaneutral bis 2040", "batch": "1"}
MAY_SEE = {"member": {"council", "manager", "partner"}, "manager": {"manager"}}
"""Which accounts of the city see its office pages, by audience."""


def filled(template: str, values: dict[str, str]) -> str:
    """A template with its variables filled in; those nobody gave a value are „1“."""
    return re.sub(r"<(\w+)>", lambda match: values.get(match.group(1), "1"), template)


def paths(audience: str, slug: str) -> Iterator[str]:
    """The addresses of all pages for an audience, filled for a municipality."""
    for page in dash.page_registry.values():
        if page["audience"] == audience:
            template = page["path_template"] or page["path"]
            yield filled(template, VARIABLES | {"slug": slug})


def test_every_page_names_its_audience(site: Site) -> None:
    known = {"public", "member", "manager", "anyone"}
    assert {name for name, page in dash.page_registry.items() if page.get("audience") not in known} == set()
    assert len(dash.page_registry) >= len(LANGUAGES) * 14


def test_every_page_for_all_says_when_it_has_content(site: Site) -> None:
    """A page that is no reading page would never be found in public."""
    public = {page["page"] for page in dash.page_registry.values() if page["audience"] == "public"}
    tails = {each.tail for each in public if isinstance(each, MunicipalityPage) and each.needs_content}
    read = {each.tail for each in READING_PAGES}
    assert {tail for tail in tails if "<" not in tail} == read


def test_public_pages_answer_everybody_alike(site: Site) -> None:
    for path in paths("public", CITY):
        answers = {viewer: site.get(path, viewer) for viewer in VIEWERS}
        assert {answer.status_code for answer in answers.values()} == {200}, path
        assert len({answer.data for answer in answers.values()}) == 1, path


def test_public_pages_neither_set_nor_vary_with_a_cookie(site: Site) -> None:
    for path in [*paths("public", CITY), *paths("public", DRAFT)]:
        answer = site.get(path, "manager")
        assert "Set-Cookie" not in answer.headers, path
        assert "Cookie" not in answer.headers.get("Vary", ""), path


@pytest.mark.parametrize("slug", [DRAFT, "gibt-es-nicht"])
def test_unpublished_and_unknown_are_one_answer(site: Site, slug: str) -> None:
    for path in paths("public", slug):
        if slug in path:
            for viewer in VIEWERS:
                assert site.get(path, viewer).status_code == 404, (path, viewer)
    unpublished = site.get(f"/kommune/{DRAFT}").get_data(as_text=True).replace(DRAFT, "…")
    unknown = site.get("/kommune/gibt-es-nicht").get_data(as_text=True).replace("gibt-es-nicht", "…")
    assert unpublished == unknown


@pytest.mark.parametrize("audience", ["member", "manager"])
@pytest.mark.parametrize("viewer", VIEWERS)
def test_office_pages_show_themselves_to_whom_they_are_for(site: Site, audience: str, viewer: str) -> None:
    for path in paths(audience, CITY):
        status = site.get(path, viewer).status_code
        if viewer == PUBLIC:
            assert status == 302, path
        elif viewer in MAY_SEE[audience]:
            assert status in (200, 404), path  # 404: a number that stands for nothing
        else:
            assert status == 403, path


@pytest.mark.parametrize("viewer", [each for each in VIEWERS if each != "foreign"])
def test_nobody_enters_a_foreign_office(site: Site, viewer: str) -> None:
    for slug in (DRAFT, VILLAGE, "gibt-es-nicht"):
        for path in [*paths("member", slug), *paths("manager", slug)]:
            expected = 302 if viewer == PUBLIC else 403
            assert site.get(path, viewer).status_code == expected, path


def test_the_router_refuses_as_the_page_does(site: Site) -> None:
    """Forging the router's callback with an internal path brings nothing."""
    for audience in ("member", "manager"):
        for path in paths(audience, CITY):
            for viewer in VIEWERS:
                answer = site.routed(path, viewer)
                if viewer in MAY_SEE[audience]:
                    assert answer.status_code in (200, 404), (path, viewer)
                else:
                    assert answer.status_code in (401, 403), (path, viewer)
                    assert MARKER not in answer.get_data(as_text=True)


@pytest.mark.parametrize("viewer", sorted(MAY_SEE["member"]))
def test_a_public_page_drawn_by_dash_is_the_public_one_for_whoever_is_signed_in(
    site: Site, viewer: str
) -> None:
    """Who works on a draft and asks for an interactive chart in public must not find the draft there."""
    for path in paths("public", CITY):
        own, everybody = site.routed(path, viewer), site.routed(path)
        assert own.get_json() == everybody.get_json(), path


@pytest.mark.parametrize("search", ["?fassung=1&fassung=2", "?fassung=", "?fassung=2", "?fassung=1"])
def test_the_router_reads_a_query_as_the_page_does(site: Site, search: str) -> None:
    served = site.get(f"/kommune/{CITY}{search}")
    shown = repr(site.routed(f"/kommune/{CITY}", search=search).get_json())
    assert ("Klimaschutz in Lindenau" in shown) == (served.status_code == 200)


@pytest.mark.parametrize(
    "path",
    [
        f"/intern/{CITY}/../{CITY}",
        f"//intern/{CITY}",
        f"/intern/{CITY}//daten",
        f"/intern/{CITY}/daten/x/y",
        "/intern/",
        f"/kommune/../intern/{CITY}",
        f"/INTERN/{CITY}",
        f"/intern%2F{CITY}",
        "",
        "javascript:1",
        f"/en/en/intern/{CITY}",
    ],
)
def test_forged_paths_find_no_page(site: Site, path: str) -> None:
    answer = site.routed(path)
    assert answer.status_code in (200, 401, 404)
    assert MARKER not in answer.get_data(as_text=True)
    assert "Heizungstausch" not in answer.get_data(as_text=True)


def test_a_query_does_not_name_another_municipality(site: Site) -> None:
    """Dash would let a query argument take the place of a part of the path."""
    answer = site.routed(f"/intern/{CITY}", "manager", search=f"?slug={DRAFT}")
    assert "Klimaschutz in Lindenau" in answer.get_json()["response"]["_pages_content"]["children"].__repr__()


@pytest.mark.parametrize("viewer", VIEWERS)
def test_callbacks_are_refused_unless_listed(site: Site, viewer: str) -> None:
    for output in (
        "anything.children",
        "..a.children...b.data..",
        "_pages_content.children...x.y",
        "",
        None,
        7,
    ):
        body: dict[str, Any] = {"output": output, "outputs": [], "inputs": [], "changedPropIds": []}
        headers = {"X-CSRFToken": site.token(viewer)}
        answer = site.client(viewer).post(ROUTER, json=body, headers=headers)
        assert answer.status_code == 403, output
    assert site.client().post(ROUTER, data=b"{").status_code in (400, 403)


@pytest.mark.parametrize(
    "changed",
    [
        {"inputs": [{}]},
        {"inputs": [7, "x"]},
        {"inputs": [{"property": "pathname", "value": "/"}]},
        {"inputs": [{"id": "a", "property": ["pathname"], "value": "/"}] * 2},
        {"outputs": {}},
        {"outputs": [{"id": {}, "property": "children"}]},
        {"output": "_pages_content.children"},
        {"changedPropIds": [7]},
        {"state": [{"id": "x", "property": "y"}]},
    ],
)
def test_a_forged_call_of_the_router_is_no_bug(site: Site, changed: dict[str, Any]) -> None:
    outputs = [
        {"id": "_pages_content", "property": "children"},
        {"id": "_pages_store", "property": "data"},
    ]
    inputs = [
        {"id": "_pages_location", "property": name, "value": value}
        for name, value in {"pathname": "/", "search": ""}.items()
    ]
    body = {"output": ".._pages_content.children..._pages_store.data..", "outputs": outputs, "inputs": inputs}
    assert site.client().post(ROUTER, json=body).status_code == 200
    assert site.client().post(ROUTER, json=body | changed).status_code == 400


def test_callbacks_of_a_session_need_its_token(site: Site) -> None:
    for token in ("wrong", site.token("council")):
        assert site.routed(f"/intern/{CITY}", "manager", token=token).status_code == 400


def test_dash_says_nothing_of_pages_in_advance(site: Site) -> None:
    for path in ("/_dash-layout", "/_dash-dependencies"):
        text = site.get(path).get_data(as_text=True)
        for secret in (CITY, DRAFT, "Lindenau", MARKER, "Photovoltaik"):
            assert secret not in text
    assert "Lindenau" not in site.get(f"/intern/{CITY}", "manager").get_data(as_text=True)


def test_internal_text_never_leaves_for_others(site: Site) -> None:
    for path in paths("public", CITY):
        assert MARKER not in site.get(path, "manager").get_data(as_text=True), path
    for path in paths("member", CITY):
        for viewer in ("council", "partner"):
            assert MARKER not in site.seen(path, viewer)[1], (path, viewer)


def test_managers_see_their_internal_text(site: Site) -> None:
    assert MARKER in site.seen(f"/intern/{CITY}/massnahmen/KL-1", "manager")[1]


def test_each_role_sees_its_state(site: Site) -> None:
    draft, shared = "Heizungstausch", "Planfeststellung"
    path = f"/intern/{CITY}/massnahmen"
    seen = {viewer: json.dumps(site.seen(path, viewer)[1]) for viewer in ("council", "manager", "partner")}
    assert {viewer: draft in text for viewer, text in seen.items()} == {
        "council": False,
        "manager": True,
        "partner": True,
    }
    assert draft not in site.get(f"/kommune/{CITY}/massnahmen").get_data(as_text=True)
    assert shared in site.seen(f"/intern/{CITY}", "council")[1]
    assert shared not in site.get(f"/kommune/{CITY}").get_data(as_text=True)
