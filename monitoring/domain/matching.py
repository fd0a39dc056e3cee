"""Matching: which stored measure a row of a file means, whatever its number and title are now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.measure import Measure
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.municipality import slug_from_name
from monitoring.domain.programme import UNNAMED_PROGRAMME
from monitoring.domain.question import Question, question_key

_UMLAUTS = {ord(a): b for a, b in zip("äöüÄÖÜß", ("ae", "oe", "ue", "Ae", "Oe", "Ue", "ss"), strict=True)}
SAME = "same"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    programme: str
    number: str | None
    title: str


@dataclass(slots=True)
class Matching:
    """Drafts with permanent ids in place of programme, number and title, and what remained open."""

    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def match_measures(
    drafts: Iterable[Draft], stored: Iterable[Measure], used_ids: Iterable[str], answers: Mapping[str, str]
) -> Matching:
    """Give every draft about a measure the id of that measure, a new one where it is new.

    Args:
        drafts: all drafts of one import.
        stored: the current measures of the municipality.
        used_ids: every id it ever gave, since none is given twice.
        answers: answers to questions, by key.
    """
    register = _Register([_Known(m.id, m.programme, m.number, m.title) for m in stored], set(used_ids))
    result = Matching()
    everything = list(drafts)
    for draft in everything:
        if draft.kind == Measure.KIND:
            result.drafts.append(_match_measure(draft, register, answers, result))
    for draft in everything:
        if draft.kind in MEASURE_KINDS:
            _match_child(draft, register, result)
        elif draft.kind != Measure.KIND:
            result.drafts.append(_with_optional_measure(draft, register))
    return result


class _Register:
    """The measures known so far, those of this very import included."""

    def __init__(self, known: list[_Known], used_ids: set[str]) -> None:
        self.known = known
        self.used = {each.casefold() for each in used_ids} | {each.id.casefold() for each in known}

    def find(self, **parts: Any) -> list[_Known]:
        """The measures that agree in every given part; the id alone decides where there is one."""
        if parts.get("id"):
            return [each for each in self.known if each.id.casefold() == str(parts["id"]).casefold()]
        found = [each for each in self.known if _agrees(each, parts)]
        return found if parts.get("number") or parts.get("title") else []

    def new_id(self, programme: str, number: str | None, title: str) -> str:
        """An id never used before, made of the number, else the title; led by the programme if taken."""
        plain = _url_safe(number) if number else slug_from_name(title)[:60].strip("-")
        plain = plain or "massnahme"
        candidates = [plain, f"{slug_from_name(programme)[:40].strip('-')}-{plain}"]
        candidates += [f"{plain}-{suffix}" for suffix in range(2, len(self.used) + 3)]
        chosen = next(each for each in candidates if each.casefold() not in self.used)
        self.used.add(chosen.casefold())
        return chosen


def _url_safe(number: str) -> str:
    return "-".join(re.findall(r"[A-Za-z0-9._]+", number.translate(_UMLAUTS))).strip("-._")


def _same(one: str | None, other: str | None) -> bool:
    return (
        re.sub(r"\s+", " ", one or "").strip().casefold()
        == re.sub(r"\s+", " ", other or "").strip().casefold()
    )


def _agrees(known: _Known, parts: Mapping[str, Any]) -> bool:
    if parts.get("programme") and not _same(known.programme, parts["programme"]):
        return False
    if parts.get("number"):
        return _same(known.number, parts["number"])
    return _same(known.title, parts.get("title")) and (known.number is None or "number" not in parts)


def _match_measure(draft: Draft, register: _Register, answers: Mapping[str, str], result: Matching) -> Draft:
    parts = {part: draft.values.get(part) for part in PARTS if part in draft.values}
    found = register.find(**parts)
    known = found[0] if len(found) == 1 else None
    if known is not None and _is_another(draft, known, answers, result):
        known = None
    programme = draft.values.get("programme") or (known.programme if known else UNNAMED_PROGRAMME)
    if known is None:
        known = _added(draft, programme, register, parts)
    return replace(draft, values={**draft.values, "id": known.id, "programme": programme})


def _added(draft: Draft, programme: str, register: _Register, parts: Mapping[str, Any]) -> _Known:
    number, title = draft.values.get("number"), draft.values.get("title") or ""
    given = parts.get("id")
    identity = _taken(register, given) if given else register.new_id(programme, number, title)
    known = _Known(identity, programme, number, title)
    register.known.append(known)
    return known


def _taken(register: _Register, given: str) -> str:
    register.used.add(given.casefold())
    return given


def _is_another(draft: Draft, known: _Known, answers: Mapping[str, str], result: Matching) -> bool:
    """Whether the same number now carries another measure: asked where only the title differs."""
    title = draft.values.get("title")
    if draft.values.get("id") or not title or _same(title, known.title):
        return False
    key = question_key("title", known.programme, known.number or "", title)
    result.questions.append(
        Question(
            key=key,
            code="same_number_other_title",
            choices=(SAME, OTHER),
            cells=(draft.origins["title"].cell if "title" in draft.origins else draft.cell,),
            sheet=draft.sheet,
            vocabulary="same_number",
            details={"number": known.number or known.id, "stored": known.title, "title": title},
        )
    )
    return answers.get(key) == OTHER


def _match_child(draft: Draft, register: _Register, result: Matching) -> None:
    parts = _reference(draft)
    found = register.find(**parts)
    named = " ".join(str(part) for part in parts.values() if part)
    if len(found) != 1:
        code = "unknown_measure" if not found else "ambiguous_measure"
        result.findings.append(
            error(code, sheet=draft.sheet, cell=draft.cell, value=named, details={"measure": named})
        )
        return
    result.drafts.append(replace(draft, values=_without_reference(draft) | {"measure": found[0].id}))


def _with_optional_measure(draft: Draft, register: _Register) -> Draft:
    """Rows such as indicators may belong to a measure and need not."""
    if draft.kind != "indicators":
        return draft
    parts = _reference(draft)
    if not parts:
        return draft
    found = register.find(**parts)
    return replace(
        draft, values=_without_reference(draft) | {"measure": found[0].id if len(found) == 1 else None}
    )


def _reference(draft: Draft) -> dict[str, Any]:
    names = {part: reference_field(draft.kind, part) for part in PARTS}
    return {part: draft.values[name] for part, name in names.items() if name in draft.values}


def _without_reference(draft: Draft) -> dict[str, Any]:
    names = {reference_field(draft.kind, part) for part in PARTS}
    return {name: value for name, value in draft.values.items() if name not in names}
