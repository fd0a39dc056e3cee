"""What a command gets and what it answers."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from typing import Any

from monitoring.services.visit import Visit
from monitoring.texts.words import Words


@dataclass(frozen=True, slots=True)
class Bench:
    """What a command works with: the visit of the local administrator, the options given, the words."""

    visit: Visit
    options: Namespace
    words: Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a command: for people, for programs (`--json`), and the exit code."""

    text: str
    shape: Any
    exit_code: int = 0
