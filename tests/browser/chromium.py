"""The system's own Chromium, and how every window of the tests is set."""

from __future__ import annotations

import os
import shutil
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
WINDOW: dict[str, Any] = {"locale": "de-DE", "timezone_id": "Europe/Berlin", "reduced_motion": "reduce"}
"""A German reader in Germany; without animations, so that a colour is what it will be."""


def executable() -> str | None:
    """Where the browser is; None where it is not installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def arguments() -> list[str]:
    """How it is started; as root it has no sandbox, in a container no large /dev/shm."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return [*sandbox, "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=de"]
