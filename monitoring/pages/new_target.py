"""A new target: its name, what it is about, and the years in which something is to be reached."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import entered, faults_of
from monitoring.components.form import button, form
from monitoring.components.record_field import reason_field, record_field
from monitoring.components.sentence import remark
from monitoring.components.target_form import target_fields, target_labels
from monitoring.components.target_rows import NEW
from monitoring.domain.overview import Overview
from monitoring.domain.target import TargetNode
from monitoring.login import form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The empty form."""
    typed = entered()
    parts = [
        record_field(TargetNode, "name", None, typed, words, hint=words("page.edit_target.name_hint")),
        *target_fields(None, overview, typed, words),
        reason_field(typed, words),
        html.Div(
            [button(words("button.save")), html.A(words("button.cancel"), href=address.to("/ziele"))],
            className="button-row",
        ),
    ]
    return [
        html.H1(words("page.edit_target.new")),
        faults_of(typed, words, target_labels(words)),
        remark(words("page.edit_target.new_intro")),
        form(parts, action=address.path, token=form_token()),
    ]


register_pages(
    __name__, MunicipalityPage(f"/ziele/{NEW}", "page.edit_target.new", layout, audience="manager")
)
