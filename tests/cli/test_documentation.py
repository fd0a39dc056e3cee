"""docs/cli.md says what the parser knows, no more and no less; every command has help."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from pathlib import Path

import pytest

from monitoring.cli import main, parser
from monitoring.domain.access import Role
from monitoring.domain.editions import QUESTIONS
from monitoring.domain.kinds import SHEET_KINDS
from monitoring.domain.rating import Rating
from tests.texts.codes_in_sources import question_codes

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
COMMON = {"--json", "--language", "--by", "--help", "-h"}


def _commands(found: ArgumentParser, name: str = "") -> dict[str, ArgumentParser]:
    """Every command by its whole name, such as `user add`."""
    below = [action for action in found._actions if isinstance(action, _SubParsersAction)]
    if not below:
        return {name: found}
    return {
        full: command
        for each, sub in below[0].choices.items()
        for full, command in _commands(sub, f"{name} {each}".strip()).items()
    }


COMMANDS = _commands(parser())


def _documented() -> dict[str, str]:
    table = DOCUMENT.split("## Commands")[1].split("## Exit codes")[0]
    lines = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    return {re.match(r"[a-z-]+( [a-z-]+)*", line)[0].strip(): line for line in lines}  # type: ignore[index]


def _options(command: ArgumentParser) -> set[str]:
    shown = (action for action in command._actions if action.help != SUPPRESS)
    return {option for action in shown for option in action.option_strings} - COMMON


def test_the_document_names_every_command() -> None:
    assert set(_documented()) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_document_names_every_option(name: str) -> None:
    assert set(re.findall(r"--[a-z-]+", _documented()[name])) == _options(COMMANDS[name])


def test_every_command_takes_the_common_options() -> None:
    for name, command in COMMANDS.items():
        assert {option for action in command._actions for option in action.option_strings} >= COMMON, name


@pytest.mark.parametrize("name", ["", *sorted(COMMANDS)])
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*name.split(), "--help"])
    assert ended.value.code == 0
    assert "usage: python -m monitoring" in capsys.readouterr().out


def test_every_option_says_what_it_is_for() -> None:
    silent = {
        f"{name} {action.dest}"
        for name, command in COMMANDS.items()
        for action in command._actions
        if action.option_strings and not action.help
    }
    assert silent == set()


def test_the_document_enumerates_kinds_roles_and_ratings() -> None:
    kinds = DOCUMENT.split("## Kinds of records")[1].split("##")[0]
    assert re.findall(r"`(\w+)`", kinds) == sorted(SHEET_KINDS)
    assert all(f"`{role.value}`" in DOCUMENT for role in Role)
    assert all(f"`{rating.value}`" in DOCUMENT for rating in Rating)


QUESTION_CODES = {
    "ambiguous_word",
    "unknown_word",
    "unknown_label",
    "number_style",
    "date_order",
    "unit",
    "planned_values",
    "year_of_table",
    "place",
    "unknown_lines",
    "indicator_lines",
    "lines_of_one",
    "gas",
    "uses",
    "twins",
    "heading_rows",
    "many_unknown_words",
    "scale",
    "colour",
    "sheets_as_fields",
    "report_year",
    "same_title",
    "same_title_of_one",
    "same_number_other_title",
    *QUESTIONS.values(),
}
KEYS = [
    "word",
    "number",
    "dates",
    "unit",
    "planned",
    "year",
    "place",
    "lines",
    "indicators",
    "joined",
    "gas",
    "uses",
    "twins",
    "words",
    "scale",
    "sheets_as_fields",
    "colour",
    "heading_rows",
    "report_year",
    "total",
    "kind",
    "header",
    "meaning",
    "same_title",
    "title",
    "edition",
    "version",
]


def test_the_document_knows_every_form_of_a_question() -> None:
    """A new question needs a new line in the document, or is one more of a form that is there."""
    assert question_codes() | set(QUESTIONS.values()) == QUESTION_CODES
    keys = re.findall(r"^\| `(\w+):", DOCUMENT.split("## Questions")[1], re.MULTILINE)
    assert keys == KEYS
