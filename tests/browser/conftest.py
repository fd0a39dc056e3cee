"""The browser for the tests: the system's own Chromium."""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest

from tests.conftest import missing


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the installed Chromium; as root it has no sandbox, in a container no large /dev/shm."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        missing("browser", "Chromium is not installed (Debian package chromium)")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    arguments = [*sandbox, "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=de"]
    return {**browser_type_launch_args, "executable_path": executable, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A German reader in Germany."""
    return {**browser_context_args, "locale": "de-DE", "timezone_id": "Europe/Berlin"}
