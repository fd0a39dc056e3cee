"""Messages: the sentence of a finding, a question and a refusal, and the words of a choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitoring.domain.errors import Refusal
from monitoring.domain.finding import Finding
from monitoring.domain.question import Question
from monitoring.texts.words import Words


def finding_sentence(finding: Finding, words: Words) -> str:
    """What happened and what to do; for a file that cannot be read, why."""
    if finding.code == "unreadable_file":
        return unreadable_sentence(str(finding.details["reason"]), finding.details, words)
    return words(f"finding.{finding.code}", **_readable(finding.details, words))


def unreadable_sentence(code: str, details: Mapping[str, Any], words: Words) -> str:
    """Why a file cannot be read and what to do."""
    shown = dict(details)
    if "found" in shown:
        shown["found"] = words(f"unreadable.found.{shown['found']}")
    return words(f"unreadable.{code}", **shown)


def question_sentence(question: Question, words: Words) -> str:
    """What only the owner of the file can answer."""
    return words(f"question.{question.code}", **_readable(question.details, words))


def choice_words(question: Question, choice: str, words: Words) -> str:
    """A choice in words: its label where it is a code, else as it stands."""
    if question.vocabulary is None:
        return choice
    for key in (f"choice.{question.vocabulary}.{choice}", f"label.{question.vocabulary}.{choice}"):
        if key in words:
            return words(key)
    return words(f"choice.{choice}") if f"choice.{choice}" in words else choice


def refusal_sentence(refusal: Refusal, words: Words) -> str:
    """What is refused, why, and what to do."""
    return words(f"refusal.{refusal.code}", **_readable(refusal.details, words))


def _readable(details: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Codes of kinds and fields replaced by their names."""
    shown = dict(details)
    kind, field = shown.get("kind"), shown.get("field")
    if kind and field:
        shown["field"] = words.field(kind, field) if f"field.{kind}.{field}" in words else field
    if kind:
        shown["kind"] = words.kind(kind)
    return {
        name: words.list(map(str, value)) if isinstance(value, list) else value
        for name, value in shown.items()
    }
