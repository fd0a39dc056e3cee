"""The command that imports a file about many municipalities for all of them, and shows how far it is."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TextIO

from monitoring.cli.command import Bench, Outcome
from monitoring.cli.files import given_files, given_options, question_lines, sheet_lines
from monitoring.cli.shapes import changes_shape, finding_shape, question_shape, sheets_shape
from monitoring.cli.waiting import ERASE_LINE
from monitoring.domain.errors import Invalid
from monitoring.domain.finding import Finding, Severity
from monitoring.domain.watch import ImportStage, Watch
from monitoring.services.importing_all import Imported, ImportedAll, import_all
from monitoring.texts.findings import finding_sentence, refusal_sentence
from monitoring.texts.words import Words

FLAG = "--all-municipalities"
BAR_WIDTH = 30
LINE_EVERY = 50
"""Municipalities after which a line is written where no terminal shows a bar."""
MOST_NAMED = 3


def add_options(command: ArgumentParser) -> None:
    """The options for a file about many municipalities."""
    text = "one revision for each of the municipalities that the files name; without SLUG"
    command.add_argument(FLAG, action="store_true", help=text)
    text = f"with {FLAG}: the region they belong to, added if missing (default: the name of the file)"
    command.add_argument("--region", metavar="SLUG", help=text)


def take_all(bench: Bench) -> Outcome:
    """Take files over for every municipality they name, or say what stands against it.

    Raises:
        Invalid: an option was given that makes sense for one municipality alone.
    """
    options, words = bench.options, bench.words
    for name in ("marked", "profile"):
        if getattr(options, name):
            raise Invalid("not_for_all", option=f"--{name}")
    visit = replace(bench.visit, watch=Progress(bench.visit.watch, sys.stderr, words))
    region = options.region and options.region.strip()
    found = import_all(visit, given_files(bench), given_options(bench), region, options.dry_run)
    lines = _lines(found, words, is_trial=options.dry_run)
    return Outcome("\n".join(lines), _shape(found, words), 0 if found.is_fine else 1)


@dataclass(slots=True)
class Progress:
    """A watch that shows the municipalities as a bar at a terminal, else as a line after many."""

    before: Watch
    stream: TextIO
    words: Words

    def __call__(self, stage: ImportStage, done: int = 0, total: int | None = None) -> None:
        if stage is not ImportStage.MUNICIPALITIES or not total:
            self.before(stage, done, total)
        elif self.stream.isatty():
            bar = f"{_bar(done, total)} {self._count(done, total)}" if done < total else ""
            self.stream.write(f"{ERASE_LINE}{bar}")
            self.stream.flush()
        elif done and (done % LINE_EVERY == 0 or done == total):
            self.stream.write(f"{self._count(done, total)}\n")

    def _count(self, done: int, total: int) -> str:
        return self.words("cli.all.progress", done=self.words.number(done), total=self.words.number(total))


def _bar(done: int, total: int) -> str:
    """How far, as a bar.

    >>> _bar(1, 3)
    '[##########....................]'
    """
    full = BAR_WIDTH * done // total
    return f"[{'#' * full}{'.' * (BAR_WIDTH - full)}]"


def _lines(found: ImportedAll, words: Words, is_trial: bool) -> Iterator[str]:
    yield from sheet_lines(found.read.sheets, words)
    yield from _finding_lines(_together(found), words)
    yield from question_lines(found.questions, words)
    for each in found.municipalities:
        if each.refusal:
            yield f"{each.place.name}: {refusal_sentence(each.refusal, words)}"
    yield _result(found, words, is_trial)


def _result(found: ImportedAll, words: Words, is_trial: bool) -> str:
    if not found.municipalities:
        return words("cli.all.not_taken_over")
    counted = {
        "named": len(found.municipalities),
        "new": sum(each.is_new and _is_written(each, is_trial) for each in found.municipalities),
        "written": sum(_is_written(each, is_trial) for each in found.municipalities),
        "unchanged": sum(each.is_fine and _changes_nothing(each) for each in found.municipalities),
        "failed": sum(not each.is_fine for each in found.municipalities),
    }
    shown = {name: words.number(value) for name, value in counted.items()}
    text = words("cli.all.dry_run" if is_trial else "cli.all.taken_over", region=found.region, **shown)
    return text if counted["written"] or counted["failed"] else f"{text} {words('cli.changes_nothing')}"


def _is_written(each: Imported, is_trial: bool) -> bool:
    if is_trial:
        return each.is_fine and not _changes_nothing(each)
    return bool(each.check and each.check.revision)


def _changes_nothing(each: Imported) -> bool:
    return bool(each.check and each.check.changes_nothing)


def _together(found: ImportedAll) -> dict[tuple[Severity, str], list[tuple[str | None, Finding]]]:
    """Findings of one kind together, with the municipality of each; worst first."""
    told: list[tuple[str | None, Finding]] = [(None, each) for each in found.read.findings]
    for each in found.municipalities:
        told += [(each.place.name, finding) for finding in (each.check.findings if each.check else ())]
    together: dict[tuple[Severity, str], list[tuple[str | None, Finding]]] = {}
    for rank in Severity:
        for name, finding in told:
            if finding.severity is rank:
                together.setdefault((rank, finding.code), []).append((name, finding))
    return together


def _finding_lines(
    together: dict[tuple[Severity, str], list[tuple[str | None, Finding]]], words: Words
) -> Iterator[str]:
    """Of findings about municipalities the first in full, and how many municipalities have others."""
    for (severity, _), told in together.items():
        for name, finding in [each for each in told if each[0] is None] + _first(told):
            where = name or "!".join(part for part in (finding.sheet, finding.cell) if part)
            yield f"{words.label(severity)} {where}: {finding_sentence(finding, words)}"
        others = list(dict.fromkeys(name for name, _ in told if name))[1:]
        if others:
            named = ", ".join(others[:MOST_NAMED])
            yield "    " + words.plural("cli.all.also", len(others), names=named)


def _first(told: Iterable[tuple[str | None, Finding]]) -> list[tuple[str | None, Finding]]:
    return [each for each in told if each[0] is not None][:1]


def _shape(found: ImportedAll, words: Words) -> dict[str, Any]:
    return {
        "region": found.region,
        "revision": found.revision,
        "sheets": sheets_shape(found.read.sheets),
        "findings": [finding_shape(each, words) for each in found.read.findings],
        "questions": [question_shape(each, words) for each in found.questions],
        "municipalities": [_municipality_shape(each, words) for each in found.municipalities],
    }


def _municipality_shape(each: Imported, words: Words) -> dict[str, Any]:
    check, refusal = each.check, each.refusal
    return {
        "name": each.place.name,
        "key": each.place.key,
        "region": each.place.region,
        "slug": each.slug,
        "is_new": each.is_new,
        "revision": check.revision if check else None,
        "changes": changes_shape(check.changes) if check else {},
        "findings": [finding_shape(one, words) for one in check.findings] if check else [],
        "error": {"code": refusal.code, "message": refusal_sentence(refusal, words)} if refusal else None,
    }
