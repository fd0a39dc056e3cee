"""Editing a target: what it is about and all its years at once, as a correction or as a new version."""

from __future__ import annotations

from typing import Any

from monitoring.components.saved import saved_query
from monitoring.components.target_rows import ROW_FIELDS, rows_of, target_named
from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.target import TargetNode
from monitoring.domain.target_versions import SHARED_FIELDS
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.entries import typed_values
from monitoring.services.overview import overview
from monitoring.services.targets import add_target, change_target


def change(sent: Sent) -> str:
    """Correct the newest version or put a new one beside it."""
    named = [each.target.name for each in overview(sent.visit, sent.slug).targets]
    name = target_named(sent.address.variables["name"], named)
    if name is None:
        raise NotFound()
    revision = change_target(
        sent.visit,
        sent.slug,
        name,
        _nodes(sent),
        is_new_version=sent.text("change") == "new_version",
        based_on=sent.number("based_on"),
        note=sent.optional("reason_for_change"),
    )
    return sent.page("/ziele", saved_query(revision, sent.number("based_on")))


def add(sent: Sent) -> str:
    """Add a target of a new name."""
    name = sent.text("name")
    if not name:
        raise Invalid("invalid_fields", fields={"name": "field_missing"})
    revision = add_target(sent.visit, sent.slug, name, _nodes(sent), note=sent.optional("reason_for_change"))
    return sent.page("/ziele", saved_query(revision, sent.number("based_on")))


def _nodes(sent: Sent) -> list[dict[str, Any]]:
    """The values of each year that was filled in; faults of all years at once."""
    texts = sent.single_texts()
    own = {name: texts[name] for name in (*SHARED_FIELDS, "note") if name in texts}
    nodes: list[dict[str, Any]] = []
    faults: dict[str, str] = {}
    shared = _collected(own, "", sent, faults)
    for position, row in rows_of(texts):
        nodes.append(shared | _collected(row, f":{position}", sent, faults))
    if faults:
        raise Invalid("invalid_fields", kind=TargetNode.KIND, fields=faults)
    return nodes


def _collected(texts: dict[str, str], mark: str, sent: Sent, faults: dict[str, str]) -> dict[str, Any]:
    try:
        return typed_values(TargetNode.KIND, texts, german=sent.is_german)
    except Invalid as problem:
        faults |= {f"{name}{mark}": code for name, code in problem.details["fields"].items()}
        return {}


_PLACES = {"exists_already": "name", "target_year_missing": f"{ROW_FIELDS[0]}:0"}
FORMS = (
    Form("/ziele/neu", Act.EDIT, add, belongs_to=_PLACES),
    Form("/ziele/<name>/bearbeiten", Act.EDIT, change, belongs_to=_PLACES),
)
