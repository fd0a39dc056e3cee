"""A workbook in, the same workbook marked out: in a limited child process, as it is read."""

from __future__ import annotations

import json
from pathlib import Path

from monitoring.spreadsheets.limited_child import asked
from monitoring.spreadsheets.limits import LIMITS, Limits
from monitoring.spreadsheets.marking.request import Request

CHILD = Path(__file__).with_name("child.py")


def mark(content: bytes, request: Request, limits: Limits = LIMITS) -> bytes | None:
    """The marked workbook; None where the file is not built as an .xlsx is, whatever it holds.

    Raises Unreadable: timeout, out_of_memory, busy, broken (the child ended without an answer).
    """
    told = json.dumps(request).encode() + b"\n"
    return asked(CHILD, [json.dumps(limits)], told + content, limits) or None
