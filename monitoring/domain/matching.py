"""Matching: which stored measure a row of a file means, whatever its number and title are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.matching_by_title import OTHER, SAME, Proposals
from monitoring.domain.measure import Measure
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.measure_register import KnownMeasure, MeasureRegister, plain
from monitoring.domain.programme import UNNAMED_PROGRAMME
from monitoring.domain.question import Question, question_key
from monitoring.domain.twin_measures import Twins


@dataclass(slots=True)
class Matching:
    """Drafts with permanent ids in place of programme, number and title, and what remained open."""

    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    twins: Twins = field(default_factory=Twins)


def match_measures(
    drafts: Iterable[Draft],
    stored: Iterable[Measure],
    used_ids: Iterable[str],
    answers: Mapping[str, str],
    of_files: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Matching:
    """Give every draft about a measure the id of that measure, a new one where it is new.

    Args:
        drafts: all drafts of one import.
        stored: the current measures of the municipality.
        used_ids: every id it ever gave, since none is given twice.
        answers: answers to questions, by key.
        of_files: all answers that hold for a file, by its name, where they are others.
    """
    measures = list(stored)
    register = MeasureRegister(
        (KnownMeasure(m.id, m.programme, m.number, m.title) for m in measures), used_ids
    )
    proposals = Proposals.for_measures(measures, answers, of_files)
    result = Matching(twins=Twins.of(measures))
    everything = list(drafts)
    for draft in everything:
        if draft.kind == Measure.KIND:
            matched = _match_measure(draft, register, proposals, result)
            if matched is not None:
                result.drafts.append(matched)
    result.questions += proposals.questions()
    for draft in everything:
        if draft.kind in MEASURE_KINDS:
            _match_child(draft, register, result)
        elif draft.kind != Measure.KIND:
            result.drafts.append(_with_optional_measure(draft, register, result))
    return result


def _match_measure(
    draft: Draft, register: MeasureRegister, proposals: Proposals, result: Matching
) -> Draft | None:
    """The draft with its permanent id; None where it may mean several measures."""
    values = draft.values
    found = register.find(values) or register.find_unnumbered(values)
    has_twins = len(found) > 1 or draft.twin is not None
    if has_twins:
        found = result.twins.narrowed(draft, found)
    if len(found) > 1:
        parts = {part: values[part] for part in PARTS if part in values}
        result.findings.append(_unclear("ambiguous_measure", draft, parts))
        return None
    known = found[0] if found else None
    if known is not None and _is_another(draft, known, proposals, result):
        known = None
    programme = values.get("programme") or (known.programme if known else UNNAMED_PROGRAMME)
    if known is None:
        known = _added(values, programme, register)
    if has_twins:
        result.twins.take(draft, known)
    return draft.saying({**values, "id": known.id, "programme": programme})


def _added(values: Mapping[str, Any], programme: str, register: MeasureRegister) -> KnownMeasure:
    number, title = values.get("number"), values.get("title") or ""
    identity = values.get("id") or register.new_id(programme, number, title)
    known = KnownMeasure(identity, programme, number, title)
    register.add(known)
    return known


def _is_another(draft: Draft, known: KnownMeasure, proposals: Proposals, result: Matching) -> bool:
    """Whether it is another measure after all: asked where only the number or only the title is the same."""
    title = draft.values.get("title")
    if draft.values.get("id"):
        return False
    if not draft.values.get("number") or not known.number:
        return proposals.is_refused(draft, known)
    if not title or plain(title) == plain(known.title):
        return False
    key = question_key("title", known.programme, known.number or "", title)
    result.questions.append(
        Question(
            key=key,
            code="same_number_other_title",
            choices=(SAME, OTHER),
            cells=(draft.origins["title"].cell if "title" in draft.origins else draft.cell,),
            sheet=draft.sheet,
            file=draft.file,
            vocabulary="same_number",
            details={"number": known.number or known.id, "stored": known.title, "title": title},
        )
    )
    return proposals.answers.get(key) == OTHER


def _match_child(draft: Draft, register: MeasureRegister, result: Matching) -> None:
    parts = _reference(draft)
    found = register.find(parts)
    if len(found) > 1:
        found = result.twins.of_row(draft, found)
    if len(found) != 1:
        code = "ambiguous_measure" if found else "unknown_measure"
        result.findings.append(_unclear(code, draft, parts))
        return
    result.drafts.append(draft.saying(_without_reference(draft) | {"measure": found[0].id}))


def _unclear(code: str, draft: Draft, parts: Mapping[str, Any]) -> Finding:
    named = " ".join(str(part) for part in parts.values() if part)
    return error(
        code, file=draft.file, sheet=draft.sheet, cell=draft.cell, value=named, details={"measure": named}
    )


def _with_optional_measure(draft: Draft, register: MeasureRegister, result: Matching) -> Draft:
    """Rows such as indicators may belong to a measure and need not."""
    if draft.kind != "indicators":
        return draft
    parts = _reference(draft)
    if not parts:
        return draft
    found = register.find(parts)
    if any(parts.values()) and len(found) != 1:
        code = "ambiguous_measure" if found else "unknown_measure"
        result.findings.append(_unclear(code, draft, parts))
    measure = found[0].id if len(found) == 1 else None
    return draft.saying(_without_reference(draft) | {"measure": measure})


def _reference(draft: Draft) -> dict[str, Any]:
    names = {part: reference_field(draft.kind, part) for part in PARTS}
    return {part: draft.values[name] for part, name in names.items() if name in draft.values}


def _without_reference(draft: Draft) -> dict[str, Any]:
    names = {reference_field(draft.kind, part) for part in PARTS}
    return {name: value for name, value in draft.values.items() if name not in names}
