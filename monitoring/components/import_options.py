"""What is said about uploaded files, in a form and in an address: complete or not, what they hold."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html

from monitoring.components.form import checkbox, field
from monitoring.components.native import Select, options
from monitoring.components.questions import ANSWER
from monitoring.domain.kinds import KINDS
from monitoring.services.importing import Options
from monitoring.texts.words import Words

COMPLETE, KIND, UNIT, NOTE = "vollstaendig", "art", "einheit", "note"
"""The names of the fields, the same in the form and in the address of the check."""
UNITS = ("t", "kt", "Mio. t", "kWh", "MWh", "GWh", "TJ")
"""Units people choose from where no heading names one."""


def import_options(texts: Mapping[str, str]) -> Options:
    """The options that a form or the query of an address says.

    >>> import_options({"answer:word:status:laufend": "ongoing", "vollstaendig": "yes"}).is_complete
    True
    """
    answers = {
        name.removeprefix(ANSWER): text for name, text in texts.items() if name.startswith(ANSWER) and text
    }
    return Options(
        kind=texts.get(KIND) if texts.get(KIND) in KINDS else None,
        unit=texts.get(UNIT) if texts.get(UNIT) in UNITS else None,
        answers=answers,
        is_complete=bool(texts.get(COMPLETE)),
        note=texts.get(NOTE, "").strip() or None,
    )


def options_query(chosen: Options, for_once: Mapping[str, str]) -> dict[str, str]:
    """The part of an address that says the same again, with the answers that hold for this time only."""
    said = {
        COMPLETE: "yes" if chosen.is_complete else "",
        KIND: chosen.kind or "",
        UNIT: chosen.unit or "",
        NOTE: chosen.note or "",
    }
    return {f"{ANSWER}{key}": value for key, value in for_once.items()} | {
        name: text for name, text in said.items() if text
    }


def complete_field(chosen: Options, words: Words) -> html.Div:
    """Whether the files are complete: then what they do not contain goes."""
    hint = words("page.import.complete_hint")
    return checkbox(words("page.import.complete"), COMPLETE, checked=chosen.is_complete, hint=hint)


def unit_field(chosen: Options, words: Words) -> html.Div:
    """In which unit numbers are where no heading says so."""
    units = [(each, each) for each in UNITS]
    automatic = words("page.import.automatic")
    unit = Select(name=UNIT, id=UNIT, options=options(units, empty=automatic), value=chosen.unit or "")
    return field(words("page.import.unit"), unit, words=words, hint=words("page.import.unit_hint"))
