"""The command `show`: where a municipality stands against its targets, as a role sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from monitoring.cli.command import Bench, Outcome
from monitoring.domain.access import Role, viewer_as
from monitoring.domain.errors import Invalid
from monitoring.domain.overview import Overview
from monitoring.domain.totals import YearTotal
from monitoring.domain.views import TargetView
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from monitoring.texts.reason import reason_sentence
from monitoring.texts.words import Words

NUMBERS = (
    "base_year",
    "base_value",
    "target_year",
    "target_value",
    "latest_year",
    "latest_value",
    "path_value",
    "gap",
    "gap_share",
    "share_of_target",
    "share_of_time",
    "required_per_year",
)

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
"""The days on which can be reckoned: those that balances and targets are about."""


def show(bench: Bench) -> Outcome:
    """Where a municipality stands."""
    found = overview(_visit(bench), bench.options.slug)
    return Outcome(_text(found, bench.words), show_shape(found, bench.words))


def _visit(bench: Bench) -> Visit:
    """The visit as the role and on the day asked for.

    Raises:
        Invalid: the day is long before the first balance or after the last target.
    """
    visit, options = bench.visit, bench.options
    if options.role is not None:
        visit = replace(visit, viewer=viewer_as(Role(options.role), options.slug))
    if options.today is not None:
        if not FIRST_DAY <= options.today <= LAST_DAY:
            raise Invalid("day_out_of_range", first=FIRST_DAY.year, last=LAST_DAY.year)
        visit = replace(visit, now=datetime.combine(options.today, time(12), UTC))
    return visit


def show_shape(found: Overview, words: Words) -> dict[str, Any]:
    """The answer of `show`: numbers as numbers, missing as null, ratings as codes."""
    publication = found.stand.publication
    return {
        "municipality": found.municipality.slug,
        "revision": found.stand.revision,
        "publication": publication.number if publication else None,
        "targets": [_target(view, words) for view in found.targets],
        "emissions": [_emissions(total) for total in found.emissions],
        "measures": {
            "total": len(found.measures),
            "by_status": {status.value: number for status, number in found.measures_by_status.items()},
            "late": found.late,
        },
    }


def _target(view: TargetView, words: Words) -> dict[str, Any]:
    progress = view.progress
    return {
        "name": progress.name,
        "quantity": progress.quantity.value,
        "unit": progress.unit,
        "area": progress.area.value,
        "sector": progress.sector.value if progress.sector else None,
        **{name: getattr(progress, name) for name in NUMBERS},
        "rating": progress.rating.value,
        "uncertain": progress.uncertain,
        "reason": reason_sentence(progress, words),
    }


def _emissions(total: YearTotal) -> dict[str, Any]:
    by_sector = {sector.value: value for sector, value in total.by_sector.items()}
    return {"year": total.year, "total_t": total.total, "by_sector": by_sector}


def _text(found: Overview, words: Words) -> str:
    lines = [found.municipality.name, words("cli.stand", revision=found.stand.revision)]
    for view in found.targets:
        rating, reason = words.label(view.progress.rating), reason_sentence(view.progress, words)
        lines.append(f"{view.progress.name}: {rating}. {reason}")
    lines += [f"{total.year}: {words.tonnes(total.total)}" for total in found.emissions]
    lines += [f"{words.label(status)}: {number}" for status, number in found.measures_by_status.items()]
    return "\n".join(lines)
