"""The command that changes a municipality, and the options for the addresses it must name."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.services import municipalities

ADDRESSES = {
    "imprint_url": "address of the imprint",
    "privacy_url": "address of the privacy notice",
    "accessibility_url": "address of the accessibility statement",
}
"""The legal pages of a municipality, linked at the foot of its own pages."""


def add_addresses(command: ArgumentParser) -> None:
    """The options for the legal pages."""
    for name, text in ADDRESSES.items():
        command.add_argument(f"--{name.replace('_', '-')}", metavar="URL", help=text)


def addresses(options: Namespace) -> dict[str, Any]:
    """The addresses that were given."""
    given = {name: getattr(options, name) for name in ADDRESSES}
    return {name: address for name, address in given.items() if address is not None}


def change_municipality(bench: Bench) -> Outcome:
    """Change the name of a municipality or the addresses it links to."""
    options = bench.options
    name = {} if options.name is None else {"name": options.name.strip()}
    changed = municipalities.change_municipality(bench.visit, options.slug, name | addresses(options))
    return Outcome(bench.words("cli.municipality_changed", name=changed.name), {"slug": changed.slug})
