"""What a command shows while an import takes long: one line at a terminal, gone when it is done."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TextIO

from monitoring.domain.watch import ImportStage
from monitoring.texts.words import Words

PATIENCE_SECONDS = 1.0
"""What is done before is not worth a word."""
ERASE_LINE = "\r\x1b[K"


@dataclass(slots=True)
class WaitingLine:
    """A watch that writes stage and count to a terminal, and nothing anywhere else."""

    stream: TextIO
    words: Words
    began: float = field(default_factory=time.monotonic)
    is_shown: bool = False

    def __call__(self, stage: ImportStage, done: int = 0, total: int | None = None) -> None:
        if self.stream.isatty() and time.monotonic() > self.began + PATIENCE_SECONDS:
            self.is_shown = True
            counted = f" {self.words.number(done)} / {self.words.number(total)}" if total else ""
            self.stream.write(f"{ERASE_LINE}{self.words.label(stage)} …{counted}")
            self.stream.flush()

    def end(self) -> None:
        """Take the line away."""
        if self.is_shown:
            self.stream.write(ERASE_LINE)
            self.stream.flush()
