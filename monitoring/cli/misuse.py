"""Misuse: what is wrong with a command that cannot be understood, as one sentence."""

from __future__ import annotations

import re

from monitoring.cli.parser import ArgumentError
from monitoring.texts.words import Words

_SAID = {
    "missing": r"the following arguments are required: (?P<what>.+)",
    "unknown": r"unrecognized arguments: (?P<what>.+)",
    "no_choice": r"argument (?P<what>.+?): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.+)\)",
    "value_missing": r"argument (?P<what>.+?): expected .+",
    "no_date": r"argument (?P<what>.+?): '(?P<value>.*)' is no date.*",
    "no_value": r"argument (?P<what>.+?): invalid .+ value: '(?P<value>.*)'",
}
"""What argparse says in English, by the key of our own sentence."""


def misuse_sentence(problem: ArgumentError, words: Words) -> str:
    """What is wrong and where the help is.

    >>> from monitoring.texts.words import words
    >>> misuse_sentence(ArgumentError("unrecognized arguments: --jso", "zielpfad show"), words("de"))
    'Unbekannt: --jso. Hilfe: zielpfad show --help'
    """
    text = next(filter(None, (_sentence(key, problem.message, words) for key in _SAID)), None)
    return f"{text or words('refusal.misused')} {words('misuse.help', command=problem.command)}"


def _sentence(key: str, message: str, words: Words) -> str | None:
    found = re.fullmatch(_SAID[key], message, re.DOTALL)
    if found is None:
        return None
    return words(f"misuse.{key}", **{name: text.replace("'", "") for name, text in found.groupdict().items()})
