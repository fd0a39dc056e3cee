"""The README's commands are the real ones."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import shlex

import pytest

from tests.house.sources import REPOSITORY

README = REPOSITORY / "README.md"
BOOTSTRAP = "python3 -m venv .uv && .uv/bin/pip install --quiet uv && "
START = BOOTSTRAP + "MONITORING_DEMO=1 .uv/bin/uv run --no-dev app.py"
TESTS = BOOTSTRAP + ".uv/bin/uv run pytest"
_BLOCK = re.compile(r"^```(?:bash|sh|shell|console)?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _commands() -> list[str]:
    """Every line of every fenced block of shell commands, continued lines joined."""
    text = README.read_text(encoding="utf-8") if README.exists() else ""
    blocks = "\n".join(_BLOCK.findall(text)).replace("\\\n", " ")
    return [line.strip().removeprefix("$ ") for line in blocks.splitlines() if line.strip()]


def _arguments(command: str) -> list[str] | None:
    """What follows `python -m monitoring` in a command, however the interpreter is called; else None."""
    words = shlex.split(command, comments=True)
    for start in range(len(words) - 2):
        if words[start].rpartition("/")[2].startswith("python") and words[start + 1 : start + 3] == [
            "-m",
            "monitoring",
        ]:
            return words[start + 3 :]
    return None


OWN_COMMANDS = [command for command in _commands() if _arguments(command) is not None]


def _parser() -> argparse.ArgumentParser:
    if importlib.util.find_spec("monitoring.cli") is None:
        pytest.skip("no command line yet: monitoring.cli")
    made: argparse.ArgumentParser = importlib.import_module("monitoring.cli").parser()
    return made


@pytest.mark.skipif(not README.exists(), reason="no README yet")
@pytest.mark.parametrize("command", [START, TESTS], ids=["start", "tests"])
def test_the_readme_names_the_command(command: str) -> None:
    assert command in _commands()


@pytest.mark.skipif(not README.exists(), reason="no README yet")
@pytest.mark.parametrize("command", OWN_COMMANDS)
def test_the_command_line_takes_the_command(command: str) -> None:
    arguments = _arguments(command)
    assert arguments is not None
    _parser().parse_args(arguments)


def test_commands_are_found_however_python_is_called() -> None:
    assert _arguments(".uv/bin/uv run python -m monitoring show musterstadt --json") == [
        "show",
        "musterstadt",
        "--json",
    ]
    assert _arguments("git clone somewhere") is None


def test_the_readme_names_the_demo_accounts() -> None:
    from monitoring.services.sample_story import DEMO_ACCOUNTS

    text = README.read_text(encoding="utf-8")
    assert [each.name for each in DEMO_ACCOUNTS if f"| `{each.name}` | `{each.password}` |" not in text] == []
