"""The child process that marks a workbook nobody vouches for: request and bytes on stdin, bytes on stdout.

Run by path with `python -I`. Only the standard library and modules that import nothing else are loaded.
"""

from __future__ import annotations

import json
import os
import sys

if __name__ == "__main__":
    sys.path.insert(0, os.path.abspath(os.path.join(os.path.dirname(__file__), *[os.pardir] * 3)))

from monitoring.spreadsheets.archive import MEGABYTE, open_archive
from monitoring.spreadsheets.confinement import confine
from monitoring.spreadsheets.limits import Limits
from monitoring.spreadsheets.marking.marked_sheets import marked
from monitoring.spreadsheets.marking.request import Request, request_from


def answer(content: bytes, request: Request, limits: Limits) -> bytes:
    """The marked workbook; empty where this file cannot be marked, with the reason on stderr."""
    try:
        written = marked(open_archive(content, limits), request)
    except Exception:
        # Whatever is odd about the file: it is written anew instead.
        sys.excepthook(*sys.exc_info())
        return b""
    return written if len(written) <= limits.answer_megabytes * MEGABYTE else b""


def main() -> None:
    """Reads stdin, writes the answer to stdout and leaves without tidying up, which would only cost time."""
    limits = Limits(*json.loads(sys.argv[1]))
    confine(limits)
    request = request_from(json.loads(sys.stdin.buffer.readline()))
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(), request, limits))
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
