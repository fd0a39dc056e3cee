"""What `--json` answers about checks and imports: stable, documented in docs/cli.md."""

from __future__ import annotations

from typing import Any

from monitoring.domain.changes import ChangeType, counts
from monitoring.domain.finding import Finding
from monitoring.domain.question import Question
from monitoring.services.importing import Check
from monitoring.texts.findings import choice_label, finding_sentence, question_sentence
from monitoring.texts.words import Words


def check_shape(found: Check, words: Words) -> dict[str, Any]:
    """The answer of `check`."""
    return {
        "sheets": [
            {"sheet": each.sheet, "kind": each.kind, "records": each.records} for each in found.sheets
        ],
        "findings": [_finding(each, words) for each in found.findings],
        "questions": [_question(each, words) for each in found.questions],
    }


def import_shape(found: Check, words: Words) -> dict[str, Any]:
    """The answer of `import`: that of `check`, the revision written, the changes of each kind."""
    changes = {
        kind: {each.value: number[each] for each in ChangeType}
        for kind, number in counts(found.changes).items()
    }
    return {**check_shape(found, words), "revision": found.revision, "changes": changes}


def _finding(finding: Finding, words: Words) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "blocks": finding.blocks.value if finding.blocks else None,
        "code": finding.code,
        "file": finding.file,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "value": finding.value,
        "message": finding_sentence(finding, words),
    }


def _question(question: Question, words: Words) -> dict[str, Any]:
    return {
        "key": question.key,
        "question": question_sentence(question, words),
        "choices": list(question.choices),
        "labels": {each: choice_label(each, question, words) for each in question.choices},
        "default": question.default,
        "cells": list(question.cells),
    }
