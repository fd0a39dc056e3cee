"""Findings, questions and refusals as sentences: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from monitoring.domain.balance import Carrier, Sector
from monitoring.domain.errors import Refusal
from monitoring.domain.field_fault import FieldFault
from monitoring.domain.finding import Finding
from monitoring.domain.kinds import KINDS
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.question import Question
from monitoring.texts.own_values import own_value
from monitoring.texts.quantities import whole
from monitoring.texts.words import Words

GROUPED_FROM = 10_000
"""Smaller whole numbers may be years and are written without a thousands point."""
UNITS = {"emissions_t": "t", "energy_mwh": "MWh"}
MOST_NAMED = 10
"""Of more records only the number is said."""
SUMS = frozenset({"total", "parts", "amount", "usual", "before"})
"""Details that are amounts in the unit of the field they are about."""
SHARES = frozenset({"reduction", "least_share", "most_share"})
"""Details that are shares from 0 to 1."""
VALUES = frozenset({"base_value", "target_value", "balance"})
"""Details that are values of what a target is about."""


def finding_sentence(finding: Finding, words: Words) -> str:
    """What was found and what to do; the page itself names sheet, cell and value."""
    own = {"value": own_value(finding.value, words), "file": finding.file or ""}
    shown = {**own, **_shown(finding.details, words)}
    if finding.code == "unreadable_file":
        shown["reason"] = unreadable_sentence(str(finding.details["reason"]), finding.details, words)
    text = words(_key_of(finding, words), **shown)
    more = int(finding.details.get("count", 1)) - 1 if "heading" in finding.details else 0
    return f"{text} {_elsewhere(finding, more, words)}" if more > 0 else text


def _elsewhere(finding: Finding, more: int, words: Words) -> str:
    """In how many more cells the same was found, and in which, as far as they are few."""
    cells = [cell for cell in finding.details.get("cells", ()) if cell != finding.cell]
    if not 0 < more == len(cells) <= MOST_NAMED:
        return words.plural("page.import.same_elsewhere", more)
    return words.plural("page.import.same_in_cells", more, cells=", ".join(cells))


def _key_of(finding: Finding, words: Words) -> str:
    """The sentence that also names another file, where the finding does and there is one."""
    elsewhere = f"finding.{finding.code}_in_file"
    return elsewhere if "other_file" in finding.details and elsewhere in words else f"finding.{finding.code}"


def unreadable_sentence(code: str, details: Mapping[str, Any], words: Words) -> str:
    """Why a file cannot be read, by the code of the reason."""
    shown = {name: _counted(value, words) for name, value in details.items()}
    if "found" in details:
        shown["found"] = words(f"file_type.{details['found']}")
    return words(f"unreadable.{code}", **shown)


def question_sentence(question: Question, words: Words) -> str:
    """What only the owner of the file can know."""
    return words(f"question.{question.code}", **_shown(question.details, words))


def choice_label(choice: str, question: Question, words: Words) -> str:
    """One possible answer: the label of its code, or the choice as it stands, such as a unit."""
    keys = (
        f"choice.{question.vocabulary}.{choice}",
        f"label.{question.vocabulary}.{choice}",
        f"choice.{choice}",
    )
    label = next((words(key) for key in keys if key in words), choice)
    return _with_total(label, choice, question, words) if "under" in question.details else label


def _with_total(label: str, choice: str, question: Question, words: Words) -> str:
    """A choice with what the total would be: „kt → 7,9 t CO2e je Einwohner (2019)“."""
    details = question.details
    if choice not in details["under"]:
        return label
    key = "per_inhabitant" if details["is_per_inhabitant"] else "total"
    key = "implausible" if choice in details["implausible"] else key
    number, base = words.number(details["under"][choice]), details["bases"][choice]
    return words(f"with_total.{key}", choice=label, value=number, base=base, year=str(details["year"]))


def refusal_sentence(refusal: Refusal, words: Words) -> str:
    """Why something was refused and what to do."""
    return words(f"refusal.{refusal.code}", **_shown(refusal.details, words))


def items_in_words(items: Iterable[tuple[str, tuple[Any, ...]]], words: Words) -> str:
    """Records named by kind and business key, as a list that people read.

    >>> from monitoring.texts.words import words
    >>> items_in_words([("measures", ("M1",)), ("inhabitants", (2020,))], words("de"))
    'Maßnahme M1 und Einwohner 2020'
    """
    every = list(dict.fromkeys(_item(kind, key, words) for kind, key in items))
    named = every[:MOST_NAMED]
    more = len(every) - len(named)
    return words.list([*named, words("form.more_items", n=words.number(more))] if more else named)


def _item(kind: str, key: tuple[Any, ...], words: Words) -> str:
    """One record by what people know it by: „Ziel „Klimaneutral 2040“, Jahr 2030“."""
    named = zip(KINDS[kind].KEY, key, strict=True)
    shown = {name: words.label(part) if isinstance(part, StrEnum) else part for name, part in named}
    return words(f"item.{kind}", **shown)


def fault_text(code: str, words: Words) -> str:
    """What is wrong with one field of a form: „fehlt“, or the sentence of the finding."""
    limits = limits_in_words(code, words)
    return words(f"fault.{code}", **limits) if f"fault.{code}" in words else words(f"finding.{code}")


def limits_in_words(code: str, words: Words) -> dict[str, Any]:
    """The limits that the sentence of a fault names, where it has any; years are written without a point."""
    limits = code.limits if isinstance(code, FieldFault) else {}
    return {name: _counted(limit, words) for name, limit in limits.items()}


def _shown(details: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Details as a reader knows them: kinds and fields by their names, codes by their labels."""
    kind = str(details.get("kind", ""))
    shown = {name: _counted(value, words) for name, value in details.items()}
    if kind:
        shown["kind"] = words.kind(kind)
        shown["field"] = words.field(kind, details["field"]) if details.get("field") else shown["kind"]
    if "example" in details:
        shown["example"] = own_value(details["example"], words)
    if "fields" in details:
        faults = dict(details["fields"]).items()
        shown["fields"] = "; ".join(_field_fault(kind, field, code, words) for field, code in faults)
    if "colour_name" in details:
        shown["colour_name"] = words(f"colour.{details['colour_name']}")
    if "style" in details:
        shown["style"] = words(f"choice.number_style.{details['style']}")
    if "items" in details:
        shown["items"] = items_in_words(details["items"], words)
    if "act" in details:
        shown["act"] = words.label(details["act"])
    if details.get("field") in UNITS:
        shown |= {
            name: words.with_unit(details[name], UNITS[details["field"]]) for name in SUMS & set(details)
        }
    if "quantity" in details:
        shown |= {name: whole(details[name], details["quantity"], words) for name in VALUES & set(details)}
    shown |= {name: words.percent(details[name], 1) for name in SHARES & set(details)}
    if f"finding_subject.{details.get('subject')}" in words:
        shown["subject"] = words(f"finding_subject.{details['subject']}")
    if f"dimension.{details.get('expected')}" in words:
        shown["expected"] = words(f"dimension.{details['expected']}")
    return shown


def _field_fault(kind: str, field: str, code: str, words: Words) -> str:
    text = fault_text(code, words)
    return f"{words.field(kind, field)}: {text}" if field else text


def _counted(value: Any, words: Words) -> Any:
    """Large counts with grouped thousands, codes by their labels, several things as a list; years as is."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= GROUPED_FROM:
        return words.number(value)
    if isinstance(value, Sector | Carrier | MeasureStatus):
        return words.label(value)
    return words.list(map(str, value)) if isinstance(value, list | tuple) else value
