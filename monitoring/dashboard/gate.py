"""The gate: what no other route takes is a page, and callbacks are refused unless they are on a list."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from flask import Flask, abort, g, redirect, request
from werkzeug.datastructures import MultiDict

from monitoring.components.address import Address
from monitoring.dashboard.request_address import origin_of_request
from monitoring.domain.errors import NotAllowed, NotFound, NotSignedIn
from monitoring.login import check_form_token, current_visit, has_session, language_of
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import Found, find_page
from monitoring.pages._showing import require
from monitoring.services.overview import overview

PAGES = frozenset({"/", "/<path:path>"})
"""The endpoints under which Dash answers whatever is asked for."""
LONGEST_HOST = 253 + len(":65535")
CALLBACKS = "/_dash-update-component"
ROUTER = "_pages_content"
ROUTER_OUTPUT = ".._pages_content.children..._pages_store.data.."
ALLOWED_CALLBACKS: frozenset[str] = frozenset()
"""The ids of outputs whose callbacks may be called, each by a page that asks for the right itself."""


def add_to(server: Flask) -> None:
    """Put the gate before every request."""
    server.before_request(_refuse_no_hosts)
    server.before_request(_guard_pages)
    server.before_request(_guard_callbacks)


def _refuse_no_hosts() -> None:
    """Refuse what is longer than any host can be: it would stand in every address of the answer."""
    if len(request.host) > LONGEST_HOST:
        abort(HTTPStatus.BAD_REQUEST)


def _guard_pages() -> Any:
    """Let Dash answer only for pages of the office, and for these only whom they are for."""
    if request.endpoint not in PAGES:
        return None
    found = find_page(request.path, request.args.to_dict(), request.root_path, origin_of_request())
    if found is None:
        raise NotFound()
    g.found, g.address = found, found.address
    if not found.address.is_office:
        return None
    try:
        _refuse_strangers(found)
    except NotSignedIn:
        return redirect(found.address.site("/anmelden", weiter=found.address.href))
    return None


def _refuse_strangers(found: Found) -> None:
    assert isinstance(found.page, MunicipalityPage)
    visit = current_visit()
    require(found.page, visit, found.address)
    overview(visit, found.address.slug or "", revision=found.address.revision)


def _guard_callbacks() -> None:
    """Refuse every callback that is not on the list, and the router where the page is not for the viewer."""
    if request.endpoint != CALLBACKS:
        return
    if has_session():
        check_form_token(request)
    body = request.get_json(silent=True)
    ids = _output_ids(body)
    if ROUTER in ids and ids <= {ROUTER, "_pages_store"}:
        _guard_router(body)
    elif not ids or not ids <= ALLOWED_CALLBACKS:
        raise NotAllowed("callback_not_allowed")


def _guard_router(body: Any) -> None:
    """Work out where the reader is from the address in the browser, and refuse as for the page itself."""
    if not _is_router_call(body):
        abort(HTTPStatus.BAD_REQUEST)
    values = {each["property"]: str(each.get("value") or "") for each in body["inputs"]}
    root = request.root_path
    path = values.get("pathname", "")
    if not path.startswith(f"{root}/"):
        raise NotFound()
    found = find_page(path.removeprefix(root), _query(values.get("search", "")), root, origin_of_request())
    if found is None:
        raise NotFound()
    found = replace(found, address=replace(found.address, in_dash=True))
    g.found, g.address = found, found.address
    if found.address.is_office:
        _refuse_strangers(found)


def _query(search: str) -> dict[str, str]:
    """The query of an address in the browser, read as that of a request: of two alike the first counts."""
    return MultiDict(parse_qsl(search.lstrip("?"), keep_blank_values=True)).to_dict()


def _is_router_call(body: dict[str, Any]) -> bool:
    """Whether it has the shape in which Dash in the browser asks for a page; any other makes Dash fail."""
    changed = body.get("changedPropIds", [])
    return (
        body.get("output") == ROUTER_OUTPUT
        and _properties(body["inputs"]) == ["pathname", "search"]
        and _properties(body.get("outputs")) == ["children", "data"]
        and not body.get("state")
        and isinstance(changed, list)
        and all(isinstance(each, str) and "." in each for each in changed)
    )


def _properties(parts: Any) -> list[Any]:
    named = parts if isinstance(parts, list) else []
    return [
        each.get("property") if isinstance(each, dict) and isinstance(each.get("id"), str) else None
        for each in named
    ]


def _output_ids(body: Any) -> set[str]:
    """The ids of what a callback writes to; Dash spells them `..a.children...b.data..` or `a.children`."""
    if not isinstance(body, dict) or not isinstance(body.get("inputs"), list):
        return set()
    output = body.get("output")
    if not isinstance(output, str):
        return set()
    parts = output.strip(".").split("...") if output.startswith("..") else [output]
    return {part.rpartition(".")[0] for part in parts}


def address_of_request() -> Address:
    """Where the reader is, also on an address without a page."""
    return g.get("address") or Address(language_of(request.path), tail="/", root=request.root_path)
