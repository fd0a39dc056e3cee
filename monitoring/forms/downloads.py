"""Downloads: files as they came, or marked; the current state as a workbook, and the empty workbooks."""

from __future__ import annotations

from io import BytesIO

from flask import Flask, Response, request, send_file

from monitoring.components.address import language_prefix
from monitoring.components.import_options import import_options
from monitoring.components.story_card import NARROW
from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.login import current_visit, current_words
from monitoring.reports.marked_workbook import marked_workbook
from monitoring.services.exporting import export, template
from monitoring.services.history import original
from monitoring.services.marking import checked_file
from monitoring.services.public_face import logo
from monitoring.services.stories import picture
from monitoring.texts.words import LANGUAGES

PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""A drawing opened by itself may look as it was drawn, and do nothing."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES = {"monitoring-mappe.xlsx": False, "monitoring-mappe-vollstaendig.xlsx": True}
"""The empty workbooks by file name, and whether each has a sheet for every kind."""


def add_to(server: Flask) -> None:
    """Add the routes, in every language."""
    for code in LANGUAGES:
        prefix = language_prefix(code)
        server.add_url_rule(f"{prefix}/vorlagen/<name>", f"template {code}", _template)
        server.add_url_rule(f"{prefix}/intern/<slug>/daten/stand.xlsx", f"export {code}", _export)
        rule = f"{prefix}/intern/<slug>/daten/original/<int:number>"
        server.add_url_rule(rule, f"original {code}", _original)
        server.add_url_rule(f"{prefix}/intern/<slug>/auftritt/logo", f"own logo {code}", _logo)
        rule = f"{prefix}/intern/<slug>/bild/<mark>"
        server.add_url_rule(rule, f"own picture {code}", _picture)
        server.add_url_rule(f"{rule}{NARROW}", f"own narrow picture {code}", _narrow_picture)
        rule = f"{prefix}/intern/<slug>/daten/pruefung/<batch>/markiert/<int:number>"
        server.add_url_rule(rule, f"marked {code}", _marked)


def _template(name: str) -> Response:
    if name not in TEMPLATES:
        raise NotFound()
    return _file(template(TEMPLATES[name]), name, XLSX, is_private=False)


def _export(slug: str) -> Response:
    visit = current_visit()
    return _file(export(visit, slug), f"{slug}-{visit.today.isoformat()}.xlsx", XLSX)


def _original(slug: str, number: int) -> Response:
    found = original(current_visit(), slug, number)
    # Never shown in the browser: what was uploaded may pretend to be a page.
    return _file(found.content or b"", found.file_name or str(number), "application/octet-stream")


def _marked(slug: str, batch: str, number: int) -> Response:
    options = import_options(request.args.to_dict())
    checked = checked_file(current_visit(), slug, batch, number, options)
    found = marked_workbook(checked, current_words())
    # A workbook with macros is one too; browsers go by its name.
    return _file(found.content, found.name, "application/octet-stream")


def _logo(slug: str) -> Response:
    """The logo as the page that sets it shows it, also where nothing is published yet."""
    visit = current_visit()
    visit.require(Act.PRESENT, slug)
    found = logo(visit, slug)
    response = Response(found.content, mimetype=found.media_type)
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    response.headers["Cache-Control"] = "no-store"
    return response


def _narrow_picture(slug: str, mark: str) -> Response:
    return _picture(slug, mark, is_narrow=True)


def _picture(slug: str, mark: str, *, is_narrow: bool = False) -> Response:
    """A picture of a story as the viewer's own state tells it."""
    visit = current_visit()
    visit.require(Act.SEE_PUBLISHED, slug)
    found = picture(visit, slug, mark, is_narrow=is_narrow)
    response = Response(found.content, mimetype=found.media_type)
    response.headers["Cache-Control"] = "no-store"
    return response


def _file(content: bytes, name: str, mimetype: str, *, is_private: bool = True) -> Response:
    response = send_file(BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=name)
    response.headers["Cache-Control"] = "no-store" if is_private else "public, no-cache"
    return response
