"""Refused files: their names are not kept, so they travel once in the address of the page that tells why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitoring.domain.finding import Finding

REFUSED = "abgelehnt"
"""The part of the query that names refused files, in the order in which they were sent."""
NAME_SEPARATOR = "/"
"""Stands in no name: folders were cut off."""


def with_names(findings: Sequence[Finding], names: str) -> list[Finding]:
    """The findings with the names of refused files where they are known.

    >>> from monitoring.domain.finding import error
    >>> [each.file for each in with_names([error("unreadable_file", file="2a41")], "a.pdf/b.pdf")]
    ['a.pdf']
    """
    left = [each for each in names.split(NAME_SEPARATOR) if each]
    named = []
    for finding in findings:
        is_refused = finding.code == "unreadable_file" and left
        named.append(replace(finding, file=left.pop(0), value=None) if is_refused else finding)
    return named
