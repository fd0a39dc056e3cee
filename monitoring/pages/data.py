"""The data of a municipality: uploading files, what was uploaded, the empty workbook and the full one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.badge import badge
from monitoring.components.entered import entered, faults_of
from monitoring.components.long_table import long_table
from monitoring.components.notice import notice
from monitoring.components.sentence import lead
from monitoring.components.upload import upload_form
from monitoring.domain.overview import Overview
from monitoring.login import current_visit, form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.importing import LARGEST_FILE_MB, uploaded
from monitoring.texts.findings import unreadable_sentence
from monitoring.texts.words import Words

MEGABYTE = 1_000_000
ACCEPTED = ".xlsx,.ods,.csv,.xlsm,.xls"


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Upload, templates, export, and every file that ever came."""
    uploads = uploaded(current_visit(), overview.municipality.slug)
    return [
        html.H1(words("page.data.heading", municipality=overview.municipality.name)),
        _discarded(words, address),
        *_upload(words, address),
        *_templates(words, address),
        *(_export(words, address) if overview.stand.revision else []),
        *_uploads(uploads, words, address),
        *_profiles(words, address),
    ]


def _discarded(words: Words, address: Address) -> Any:
    if "verworfen" not in address.query:
        return None
    return notice(words("page.import.discarded"), tone="good", role="status")


def _upload(words: Words, address: Address) -> list[Any]:
    typed = entered()
    return [
        faults_of(typed, words),
        html.H2(words("page.data.upload_heading"), id="hochladen"),
        lead(words("page.data.upload_intro")),
        upload_form(
            words("page.data.choose_files"),
            action=address.path,
            token=form_token(),
            send=words("page.data.check"),
            words=words,
            hint=words("page.data.formats", megabytes=LARGEST_FILE_MB),
            error=typed.error("files"),
            accept=ACCEPTED,
        ),
    ]


def _templates(words: Words, address: Address) -> list[Any]:
    small, full = (address.site(f"/vorlagen/monitoring-mappe{end}.xlsx") for end in ("", "-vollstaendig"))
    return [
        html.H2(words("page.data.template_heading")),
        html.P(words("page.data.template_intro")),
        html.Ul(
            [
                html.Li(html.A(words("page.data.template_small"), href=small)),
                html.Li(
                    [
                        html.A(words("page.data.template_full"), href=full),
                        " – ",
                        words("page.data.template_full_hint"),
                    ]
                ),
            ]
        ),
    ]


def _export(words: Words, address: Address) -> list[Any]:
    return [
        html.H2(words("page.data.export_heading")),
        html.P(words("page.data.export_intro")),
        html.P(
            html.A(
                words("page.data.export"),
                href=address.to("/daten/stand.xlsx"),
                className="button button-secondary",
            )
        ),
    ]


def _profiles(words: Words, address: Address) -> list[Any]:
    return [
        html.H2(words("page.data.profiles_heading")),
        html.P(words("page.data.profiles_intro")),
        html.P(html.A(words("page.data.to_profiles"), href=address.to("/daten/profile"))),
    ]


def _uploads(uploads: Sequence[Any], words: Words, address: Address) -> list[Any]:
    heading = html.H2(words("page.data.uploads_heading"))
    if not uploads:
        return [heading, html.P(words("page.data.uploads_empty"), className="empty")]
    columns = [
        words(f"page.data.column.{name}") for name in ("file", "size", "uploaded", "state", "original")
    ]
    rows = [_row(each, words, address) for each in uploads]
    return [heading, long_table(columns, rows, words, caption=words("page.data.uploads_heading"))]


def _row(upload: Any, words: Words, address: Address) -> list[Any]:
    name = upload.file_name or words("page.data.no_name", mark=upload.sha256[:8])
    uploaded_by = words(
        "page.data.upload_by", date=words.datetime(upload.uploaded_at), name=upload.uploaded_by
    )
    return [
        name,
        _size(upload.size, words),
        uploaded_by,
        _state(upload, words, address),
        _original(upload, words, address),
    ]


def _size(size: int, words: Words) -> str:
    """Bytes as kilobytes or megabytes."""
    if size < MEGABYTE:
        return words.with_unit(math.ceil(size / 1000), "kB")
    return words.with_unit(size / MEGABYTE, "MB", 1)


def _state(upload: Any, words: Words, address: Address) -> Any:
    check = address.to(f"/daten/pruefung/{upload.batch}")
    if upload.is_discarded:
        return badge(words("page.data.state.discarded"), "neutral", "cross")
    if upload.refused_because:
        reason = unreadable_sentence(upload.refused_because, upload.refusal_details, words)
        return html.Span([badge(words("page.data.state.refused"), "bad", "cross"), " ", reason])
    if upload.revision:
        text = words("page.history.revision", number=upload.revision)
        return html.Span(
            [
                badge(words("page.data.state.taken"), "good", "check"),
                " ",
                html.A(text, href=address.to(f"/verlauf/{upload.revision}")),
            ]
        )
    if not upload.file_name:
        return badge(words("page.data.state.expired"), "neutral", "cross")
    return html.Span(
        [
            badge(words("page.data.state.checked"), "neutral", "half"),
            " ",
            html.A(words("page.data.to_check"), href=check),
        ]
    )


def _original(upload: Any, words: Words, address: Address) -> Any:
    if upload.refused_because or not upload.file_name:
        return html.Span(words("page.data.not_kept"), className="muted")
    return html.A(
        [words("button.download"), html.Span(f" {upload.file_name}", className="hidden-visually")],
        href=address.to(f"/daten/original/{upload.id}"),
    )


register_pages(__name__, MunicipalityPage("/daten", "page.data.title", layout, audience="manager"))
