"""Editing a target with all its years, as a correction or as a new version."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import entered, faults_of
from monitoring.components.form import button, form
from monitoring.components.native import Input
from monitoring.components.record_field import reason_field
from monitoring.components.sentence import remark
from monitoring.components.target_form import kind_of_change, target_fields, target_labels
from monitoring.components.target_rows import target_named
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.login import form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The form, filled with the newest version."""
    named = {each.target.name: each.target for each in overview.targets}
    target = named.get(target_named(address.variables["name"], named) or "")
    if target is None:
        raise NotFound()
    typed = entered()
    parts = [
        Input(type="hidden", name="based_on", value=typed.text("based_on", str(overview.stand.revision))),
        *target_fields(target, overview, typed, words),
        kind_of_change(typed, words),
        reason_field(typed, words),
        html.Div(
            [button(words("button.save")), html.A(words("button.cancel"), href=address.to("/ziele"))],
            className="button-row",
        ),
    ]
    return [
        html.H1(words("page.edit_target.heading", name=target.name)),
        faults_of(typed, words, target_labels(words)),
        remark(words("page.edit_target.version", number=target.version)),
        form(parts, action=address.path, token=form_token()),
    ]


register_pages(
    __name__,
    MunicipalityPage("/ziele/<name>/bearbeiten", "page.edit_target.title", layout, audience="manager"),
)
