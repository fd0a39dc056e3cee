"""What `--json` answers about checks and imports: stable, documented in docs/cli.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from monitoring.cli.understanding import sheet_shape
from monitoring.domain.changes import Change, ChangeType, counts
from monitoring.domain.finding import Finding
from monitoring.domain.profile import ProfileMatch
from monitoring.domain.question import Question
from monitoring.services.importing import Check
from monitoring.spreadsheets.understanding import SheetReading
from monitoring.texts.findings import choice_label, finding_sentence, question_sentence
from monitoring.texts.profiles import difference_sentence, match_sentence
from monitoring.texts.words import Words


def check_shape(found: Check, words: Words) -> dict[str, Any]:
    """The answer of `check`."""
    return {
        "sheets": sheets_shape(found.sheets),
        "findings": [finding_shape(each, words) for each in found.findings],
        "questions": [question_shape(each, words) for each in found.questions],
        "understanding": [sheet_shape(each) for each in found.sheets],
        "profile": _match(found.profile, words) if found.profile else None,
        "profiles": [_match(each, words) for each in found.profiles],
    }


def import_shape(found: Check, words: Words) -> dict[str, Any]:
    """The answer of `import`: that of `check`, the revision written, the changes of each kind."""
    changes = changes_shape(found.changes)
    return {**check_shape(found, words), "revision": found.revision, "changes": changes}


def sheets_shape(sheets: Iterable[SheetReading]) -> list[dict[str, Any]]:
    """What each sheet was taken for."""
    return [{"sheet": each.sheet, "kind": each.kind, "records": each.records} for each in sheets]


def changes_shape(changes: Iterable[Change]) -> dict[str, dict[str, int]]:
    """How many records of each kind are new, changed, unchanged and removed."""
    return {
        kind: {each.value: number[each] for each in ChangeType} for kind, number in counts(changes).items()
    }


def finding_shape(finding: Finding, words: Words) -> dict[str, Any]:
    """One finding."""
    return {
        "severity": finding.severity.value,
        "blocks": finding.blocks.value if finding.blocks else None,
        "code": finding.code,
        "file": finding.file,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "cells": [each for each in dict.fromkeys([finding.cell, *finding.details.get("cells", ())]) if each],
        "value": None if finding.value is None else str(finding.value),
        "message": finding_sentence(finding, words),
    }


def question_shape(question: Question, words: Words) -> dict[str, Any]:
    """One open question."""
    return {
        "key": question.key,
        "question": question_sentence(question, words),
        "choices": list(question.choices),
        "labels": {each: choice_label(each, question, words) for each in question.choices},
        "default": question.default,
        "suggestion": question.suggestion,
        "suggested_by": question.suggested_by,
        "cells": list(question.cells),
    }


def _match(match: ProfileMatch, words: Words) -> dict[str, Any]:
    return {
        "file": match.file,
        "status": match.status.value,
        "name": match.name,
        "message": match_sentence(match, words),
        "differences": [
            {
                "code": each.code.value,
                "sheet": each.sheet,
                "label": each.label,
                "before": each.before,
                "after": each.after,
                "message": difference_sentence(each, words),
            }
            for each in match.differences
        ],
    }
