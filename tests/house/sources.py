"""The files the guards look at."""

from __future__ import annotations

from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "monitoring"
_NOT_OURS = {".git", ".venv", ".uv", "var", "__pycache__", "test-results", ".hypothesis"}
_NOT_TEXT = {".xlsx", ".ods", ".png", ".jpg", ".woff2", ".db", ".pdf", ".zip", ".xlsm", ".xls", ".pyc"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, without what installing and running leave behind."""
    return tuple(sorted(_walk(REPOSITORY)))


def python_files(folder: Path = REPOSITORY) -> list[Path]:
    """The Python files below a folder."""
    return [path for path in files() if path.suffix == ".py" and path.is_relative_to(folder)]


def text_files() -> list[Path]:
    """The files a person reads as text."""
    return [path for path in files() if path.suffix not in _NOT_TEXT]


def name_of(path: Path) -> str:
    """The path as the repository says it."""
    return path.relative_to(REPOSITORY).as_posix()


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in folder.iterdir():
        if path.name in _NOT_OURS or path.name.endswith("_cache"):
            continue
        found += _walk(path) if path.is_dir() and not path.is_symlink() else [path]
    return found
