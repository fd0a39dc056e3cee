"""The option `--marked`: files written back with what was found in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.domain.errors import Invalid
from monitoring.reports.marked_workbook import marked_workbook
from monitoring.services.importing import Check, File
from monitoring.services.marking import CheckedFile


def with_marked(bench: Bench, outcome: Outcome, files: Sequence[File], found: Check) -> Outcome:
    """The outcome of a check, with the marked files it was asked to write; unreadable ones are left out.

    Raises:
        Invalid: several files, and no folder for them.
    """
    asked: Path | None = bench.options.marked
    if asked is None:
        return outcome
    if len(files) > 1 and not asked.is_dir():
        raise Invalid("marked_needs_folder", value=str(asked))
    unreadable = {each.file for each in found.findings if each.code == "unreadable_file"}
    written = []
    for file in files:
        if file.name not in unreadable:
            checked = CheckedFile(file.name, file.content, found, bench.visit.now)
            marked = marked_workbook(checked, bench.words)
            path = asked / marked.name if asked.is_dir() else asked
            path.write_bytes(marked.content)
            written.append(path)
    said = [bench.words("cli.written", file=path) for path in written]
    shape: dict[str, Any] = {**outcome.shape, "marked": [str(path) for path in written]}
    return Outcome("\n".join([outcome.text, *said]).strip(), shape, outcome.exit_code)
