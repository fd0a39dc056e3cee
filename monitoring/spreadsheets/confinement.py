"""The limits that a child process sets itself before it opens a file that nobody vouches for.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from monitoring.spreadsheets.archive import MEGABYTE
from monitoring.spreadsheets.limits import Limits


def confine(limits: Limits) -> None:
    """Lets the operating system end this process when it takes too much memory or time, or writes a file."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's timeout is the only one.
        return
    memory = limits.memory_megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
