"""Commands about files: check, import, export, template."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.cli.marked import with_marked
from monitoring.cli.shapes import check_shape, import_shape
from monitoring.domain.changes import ChangeType, counts
from monitoring.domain.errors import Invalid
from monitoring.domain.question import Question
from monitoring.services import exporting, importing
from monitoring.services.importing import Check, File, Options, is_unit
from monitoring.spreadsheets.understanding import SheetReading
from monitoring.texts.findings import choice_label, finding_sentence, question_sentence
from monitoring.texts.own_values import own_value
from monitoring.texts.profiles import difference_sentence, match_sentence
from monitoring.texts.words import Words


def check(bench: Bench) -> Outcome:
    """Check files without storing anything, on their own or against a municipality."""
    options, files, slug = given_options(bench), given_files(bench), bench.options.municipality
    if options.profile and not slug:
        raise Invalid("profile_needs_municipality")
    found = (
        importing.check_against(bench.visit, slug, files, options)
        if slug
        else importing.check_files(files, options, bench.visit)
    )
    outcome = Outcome(_text(found, bench.words), check_shape(found, bench.words), _exit_code(found))
    return with_marked(bench, outcome, files, found)


def take(bench: Bench) -> Outcome:
    """Check files and take them over as one revision, or say what stands against it."""
    options, files, slug = given_options(bench), given_files(bench), bench.options.slug
    if bench.options.dry_run:
        found = importing.check_against(bench.visit, slug, files, options)
    else:
        batch = importing.upload(bench.visit, slug, files)
        found = _with_names(importing.take_over(bench.visit, slug, batch, options), files)
    text = "\n".join([_text(found, bench.words), _changes_text(found, bench.words), _result(found, bench)])
    outcome = Outcome(text.strip(), import_shape(found, bench.words), _exit_code(found))
    return with_marked(bench, outcome, files, found)


def _with_names(found: Check, files: Sequence[File]) -> Check:
    """Of a file that cannot be read the database keeps no name, only its hash; here the name is known."""
    names = {hashlib.sha256(each.content).hexdigest()[:12]: each.name for each in files}
    findings = (
        replace(each, file=names[each.file], value=names[each.file]) if each.file in names else each
        for each in found.findings
    )
    return replace(found, findings=tuple(findings))


def given_files(bench: Bench) -> list[File]:
    """The files that a command names."""
    paths: Sequence[Path] = bench.options.files
    return [File(path.name, path.read_bytes()) for path in paths]


def given_options(bench: Bench) -> Options:
    """What a command says about its files.

    Raises:
        Invalid: the unit is none, or an answer has no value.
    """
    given = bench.options
    if given.unit is not None and not is_unit(given.unit):
        raise Invalid("unknown_unit", value=given.unit)
    options = Options(given.kind, given.unit, _answers(given.answer), profile=given.profile)
    return replace(options, is_complete=getattr(given, "complete", False), note=getattr(given, "note", None))


def _answers(pairs: Sequence[str]) -> dict[str, str]:
    """Answers given as KEY=VALUE; keys contain colons, values need not.

    Raises:
        Invalid: a pair has no equals sign.
    """
    found = {}
    for pair in pairs:
        key, equals, value = pair.rpartition("=")
        if not equals:
            raise Invalid("answer_without_value", answer=pair)
        found[key] = value
    return found


def _exit_code(found: Check) -> int:
    return 0 if found.can_be_taken_over else 1


def _text(found: Check, words: Words) -> str:
    lines = [*sheet_lines(found.sheets, words)]
    for match in found.profiles:
        lines.append(f"{match.file}: {match_sentence(match, words)}")
        lines += [f"    {difference_sentence(each, words)}" for each in match.differences]
    lines += [
        f"{words.label(each.severity)} {_place(each.sheet, each.cell)}: {finding_sentence(each, words)}"
        + (f" [{value}]" if (value := own_value(each.value, words)) else "")
        for each in found.findings
    ]
    return "\n".join([*lines, *question_lines(found.questions, words)])


def sheet_lines(sheets: Iterable[SheetReading], words: Words) -> Iterator[str]:
    """What each sheet was taken for, and how many records it has."""
    return (f"{each.sheet}: {_kind(each.kind, words)}, {each.records}" for each in sheets)


def question_lines(questions: Iterable[Question], words: Words) -> Iterator[str]:
    """Each question, with the answers as they can be given."""
    for question in questions:
        yield f"? {question_sentence(question, words)}"
        for each in question.choices:
            usual = f" ({words('page.import.usual')})" if each == question.default else ""
            yield f"    --answer '{question.key}={each}'  {choice_label(each, question, words)}{usual}"


def _kind(kind: str | None, words: Words) -> str:
    return words.kind(kind) if kind else "–"


def _place(sheet: str | None, cell: str | None) -> str:
    return "!".join(part for part in (sheet, cell) if part)


def _changes_text(found: Check, words: Words) -> str:
    lines = []
    for kind, number in counts(found.changes).items():
        parts = ", ".join(f"{words.label(each)} {number[each]}" for each in ChangeType)
        lines.append(f"{words.kind(kind)}: {parts}")
    return "\n".join(lines)


def _result(found: Check, bench: Bench) -> str:
    words = bench.words
    if found.revision:
        return words("cli.taken_over", revision=found.revision)
    if not found.can_be_taken_over:
        return words("cli.not_taken_over")
    return words("cli.changes_nothing") if found.changes_nothing else words("cli.dry_run")


def export(bench: Bench) -> Outcome:
    """Write the full current state of a municipality as a workbook."""
    return _written(bench, exporting.export(bench.visit, bench.options.slug))


def template(bench: Bench) -> Outcome:
    """Write an empty workbook."""
    return _written(bench, exporting.template(full=bench.options.full))


def _written(bench: Bench, content: bytes) -> Outcome:
    path: Path = bench.options.file
    path.write_bytes(content)
    shape: dict[str, Any] = {"file": str(path), "size": len(content)}
    return Outcome(bench.words("cli.written", file=path), shape)
