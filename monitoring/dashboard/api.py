"""The API: `/api/v1/`, read-only JSON of what is published and released, for programs on any site."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, Response, request

from monitoring.components.address import OPEN_DATA, PUBLICATION, language_prefix
from monitoring.components.data_address import API, DataAddress
from monitoring.dashboard.api_problems import Problem, problem
from monitoring.dashboard.open_answers import READS, View, open_answer, open_to_all, preflight
from monitoring.dashboard.request_address import request_address
from monitoring.domain.errors import NotFound
from monitoring.login import public_visit
from monitoring.reports import api_answers
from monitoring.reports.api_answers import Part
from monitoring.reports.data_files import as_json
from monitoring.reports.openapi import LAST_NUMBER, MOST_AT_ONCE, USUAL_LIMIT, openapi
from monitoring.services.data_sets import Opened, data_set, opened
from monitoring.services.open_places import open_places
from monitoring.texts.words import LANGUAGES
from monitoring.texts.words import words as words_in

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
"""What is routed here at all, so that whatever is not read is refused in the words of the API."""
JSON = "application/json"
_log = logging.getLogger("monitoring")


def add_to(server: Flask) -> None:
    """Add the routes, in every language."""
    views: dict[str, View] = {
        "/": _entrance,
        "/openapi.json": _openapi,
        "/municipalities": _places,
        "/municipalities/<slug>": _place,
        "/municipalities/<slug>/<kind>": _records,
        "/municipalities/<slug>/<kind>/<path:record>": _record,
        "/<path:rest>": _nothing,
    }
    for code in LANGUAGES:
        prefix = language_prefix(code)
        for path, view in views.items():
            options: dict[str, Any] = {"methods": METHODS, "strict_slashes": False}
            rule, name = f"{prefix}{API}{path}", f"api {code} {path}"
            server.add_url_rule(rule, name, _reading(view), provide_automatic_options=False, **options)


def _reading(view: View) -> View:
    """The view for those who read; what goes wrong is told as a problem."""

    @wraps(view)
    def answer(**variables: str) -> Response:
        try:
            if request.method == "OPTIONS":
                return preflight()
            if request.method not in READS:
                raise Problem("method", 405)
            response = view(**variables)
        except Problem as refused:
            response = problem(refused)
        except Exception as error:  # whatever it is, programs are told in their own form
            number = secrets.token_hex(4)
            _log.error("bug %s at %s %s", number, request.method, request.path, exc_info=error)
            response = problem(Problem("bug", 500, number=number))
        open_to_all(response)
        return response

    return answer


def _number(name: str, usual: int, first: int, last: int) -> int:
    """A whole number of the query. Raises Problem where it is none, or out of bounds."""
    text = request.args.get(name)
    if text is None:
        return usual
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_NUMBER))
    if not is_number or not first <= int(text) <= last:
        raise Problem("number", 400, name=name, first=first, last=last)
    return int(text)


def _part() -> Part:
    return Part(_number("limit", USUAL_LIMIT, 1, MOST_AT_ONCE), _number("offset", 0, 0, LAST_NUMBER))


def _only(*names: str) -> None:
    """Refuse parameters that mean nothing here: a misspelt one would be answered with something else."""
    for name in request.args:
        if name not in names:
            possible = ", ".join(names) or "–"
            raise Problem("parameter", 400, name=name[:80], names=possible)


def _entrance() -> Response:
    _only()
    address = request_address()
    words = words_in(address.language)
    return open_answer(None, JSON, lambda: as_json(api_answers.entrance(address, words)))


def _openapi() -> Response:
    _only()
    address = request_address()
    return open_answer(None, JSON, lambda: as_json(openapi(address, words_in(address.language))))


def _places() -> Response:
    _only("limit", "offset")
    part, address = _part(), request_address()

    def make() -> bytes:
        return as_json(api_answers.places(open_places(public_visit()), part, address))

    return open_answer(None, JSON, make)


def _place(slug: str) -> Response:
    _only(PUBLICATION)
    where = _where(slug)
    words = words_in(where.address.language)
    return _of_place(where, lambda found: api_answers.place(found, where, words))


def _records(slug: str, kind: str) -> Response:
    _only(PUBLICATION, "limit", "offset")
    where, part = _where(slug), _part()

    def make(found: Opened) -> Any:
        _require(found, kind)
        return api_answers.records(found, data_set(kind), part, where)

    return _of_place(where, make)


def _record(slug: str, kind: str, record: str) -> Response:
    _only(PUBLICATION)
    where = _where(slug)

    def make(found: Opened) -> Any:
        _require(found, kind)
        try:
            return api_answers.record(found, data_set(kind), record, where)
        except NotFound:
            raise Problem("record", 404) from None

    return _of_place(where, make)


def _nothing(rest: str) -> Response:
    link = request_address().origin + request_address().site(f"{API}/openapi.json")
    raise Problem("path", 404, link=link)


def _where(slug: str) -> DataAddress:
    """The municipality and publication that are asked for."""
    _number(PUBLICATION, 1, 1, LAST_NUMBER)
    query = {name: request.args[name] for name in (PUBLICATION,) if name in request.args}
    return DataAddress(request_address(slug, OPEN_DATA, query=query))


def _of_place(where: DataAddress, make: Callable[[Opened], Any]) -> Response:
    slug, number = where.address.slug or "", where.address.publication
    try:
        return open_answer(slug, JSON, lambda: as_json(make(opened(public_visit(), slug, number))))
    except NotFound:
        raise _missing(slug, number) from None


def _missing(slug: str, number: int | None) -> Problem:
    """What there is none of: the publication, or anything that is open of the municipality."""
    try:
        opened(public_visit(), slug)
    except NotFound:
        return Problem("municipality", 404)
    assert number is not None
    return Problem("publication", 404)


def _require(found: Opened, kind: str) -> None:
    if kind not in found.decision.kinds:
        raise Problem("data_set", 404, names=", ".join(found.decision.kinds))
