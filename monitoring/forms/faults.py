"""Faults of a form in words: each tied to its field, so that the page can show it there."""

from __future__ import annotations

from collections.abc import Mapping

from monitoring.domain.errors import Conflict, Refusal
from monitoring.texts.findings import items_in_words, limits_in_words, refusal_sentence
from monitoring.texts.words import Words

BELONGS_TO = {
    "end_before_start": "end",
    "reason_missing": "status_reason",
    "successor_missing": "replaced_by",
    "target_value_missing": "value",
    "target_year_not_after_base_year": "year",
    "indicator_missing": "indicator",
    "base_value_negative": "base_value",
    "target_value_negative": "value",
    "geometric_path_to_zero": "form",
}
"""The field at which a rule about the whole record is shown."""


def sentences(refusal: Refusal, words: Words, belongs_to: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with which field; "" is the whole form. Fields of a row are named `field:position`."""
    places = BELONGS_TO | dict(belongs_to)
    if isinstance(refusal, Conflict):
        code = "changed_since" if refusal.code == "changed_since" else "conflict"
        return {"": words(f"form.{code}", items=items_in_words(refusal.details.get("items", ()), words))}
    if "fields" in refusal.details:
        faults = dict(refusal.details["fields"]).items()
        return {_field(name, code, places): _sentence(code, words) for name, code in faults}
    return {places.get(refusal.code, ""): refusal_sentence(refusal, words)}


def _field(name: str, code: str, places: Mapping[str, str]) -> str:
    field, colon, position = name.partition(":")
    return f"{field or places.get(code, '')}{colon}{position}"


def _sentence(code: str, words: Words) -> str:
    if f"form.fault.{code}" not in words:
        return words(f"finding.{code}")
    return words(f"form.fault.{code}", **limits_in_words(code, words))
