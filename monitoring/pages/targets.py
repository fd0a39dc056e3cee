"""The targets: each with its decision, its path, the position against it, and the versions it replaced."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.facts import facts
from monitoring.components.link import way_on
from monitoring.components.origin import record_origins
from monitoring.components.table import data_table
from monitoring.components.target_rows import target_tails
from monitoring.domain.indicator import Direction
from monitoring.domain.overview import Overview
from monitoring.domain.pace import pace
from monitoring.domain.progress import Progress
from monitoring.domain.target_versions import Target
from monitoring.domain.views import TargetView
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._rating import rating_badge, rating_with_reason, shares
from monitoring.pages._registration import register_pages
from monitoring.pages._target_chart import has_numbers, target_chart
from monitoring.texts.quantities import against_path, difference, in_unit, written
from monitoring.texts.target_sentences import decision_sentence, excess_sentence, target_sentence
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """A section for each target, the main one first."""
    heading = [
        *opening("targets", overview, words, address),
        _add(overview, words, address),
    ]
    if not overview.targets:
        return [*heading, html.P(words("page.targets.empty"), className="empty")]
    sections = [
        _section(number, view, overview, words, address)
        for number, view in enumerate(overview.targets, start=1)
    ]
    return [*heading, *sections]


def _add(overview: Overview, words: Words, address: Address) -> Any:
    if not overview.stand.shows_internal:
        return None
    link = html.A(
        words("page.targets.add"), href=address.to("/ziele/neu"), className="button button-secondary"
    )
    return html.P(link, className="no-print")


def _section(
    number: int, view: TargetView, overview: Overview, words: Words, address: Address
) -> html.Section:
    progress, unit = view.progress, view.unit
    return html.Section(
        [
            html.H2(progress.name, id=f"target-{number}"),
            html.P(rating_badge(progress, words)),
            html.P([target_sentence(progress, words, unit), " ", decision_sentence(progress, words)]),
            *_edit(view, overview, words, address),
            target_chart(view, overview, words, address, name=f"chart-{number}")
            if has_numbers(view)
            else None,
            shares(progress, words),
            *_position(progress, words, unit),
            html.H3(words("page.targets.reason")),
            *rating_with_reason(progress, words, unit),
            _excess(progress, words),
            *_nodes(view, words, unit),
            *_versions(view, overview, words, unit),
            record_origins(view.target.nodes, overview, words, address),
        ]
    )


def _edit(view: TargetView, overview: Overview, words: Words, address: Address) -> list[Any]:
    if not overview.stand.shows_internal:
        return []
    tails = target_tails(each.target.name for each in overview.targets)
    href = address.to(f"{tails[view.target.name]}/bearbeiten")
    return [way_on(words("page.targets.edit"), href)]


def _position(progress: Progress, words: Words, unit: str | None) -> list[Any]:
    """Where the latest value lies, as numbers beside each other; nothing where none is known."""
    year = progress.latest_year
    known = facts(
        [
            (_base_label(progress, words), _value(progress, progress.base_value, words, unit)),
            (
                words("page.targets.latest_of", year=year),
                _value(progress, progress.latest_value, words, unit),
            ),
            (words("page.targets.path_of", year=year), _value(progress, progress.path_value, words, unit)),
            (words("tile.gap"), against_path(progress, words, unit) if progress.gap is not None else None),
            *_paces(progress, words, unit),
        ]
    )
    return [html.H3(words("page.targets.position")), known] if known else []


def _base_label(progress: Progress, words: Words) -> str:
    if progress.base_year is None:
        return words("field.targets.base_value")
    return words("page.targets.base_of", year=progress.base_year)


def _paces(progress: Progress, words: Words, unit: str | None) -> list[tuple[str, str | None]]:
    """The change per year needed and so far, each in the direction of the target; none is needed to a value
    that is kept.
    """
    rises = progress.direction is Direction.MORE
    needed = None if progress.is_target_value_reached else progress.required_per_year
    so_far, broken = pace(progress), bool(progress.breaks_since_base)
    paces = [
        ("required", progress.target_year, needed),
        ("achieved_across" if broken else "achieved", progress.base_year, progress.achieved_per_year),
    ]
    if so_far is not None and so_far.is_same_method:
        paces.append(("achieved_same", so_far.since, so_far.per_year))
    return [
        (
            words(f"page.targets.{name}{'_rise' if rises else ''}", year=year),
            _per_year(progress, -value if rises and value is not None else value, words, unit),
        )
        for name, year, value in paces
    ]


def _value(progress: Progress, value: float | None, words: Words, unit: str | None) -> str | None:
    return None if value is None else written(progress, value, words, unit)


def _per_year(progress: Progress, value: float | None, words: Words, unit: str | None) -> str | None:
    if value is None:
        return None
    return words("value.per_year", value=difference(progress, value, words, unit))


def _excess(progress: Progress, words: Words) -> Any:
    sentence = excess_sentence(progress, words)
    return html.P(sentence) if sentence else None


def _nodes(view: TargetView, words: Words, unit: str | None) -> list[Any]:
    """The interim and final years, where there is more than one."""
    progress = view.progress
    nodes = [node for node in progress.nodes if node.year != progress.base_year]
    if len(nodes) <= 1:  # the target itself says it
        return []
    heading = words("page.targets.nodes")
    values = [(str(node.year), written(progress, node.value, words, unit)) for node in nodes]
    return [html.H3(heading), facts(values)]


def _versions(view: TargetView, overview: Overview, words: Words, unit: str | None) -> list[Any]:
    """The versions before the one above side by side, where the target was changed."""
    earlier = [each for each in overview.earlier_targets if each.name == view.target.name]
    versions = sorted(
        (each for each in earlier if each.version < view.target.version), key=lambda each: each.version
    )
    if not versions:
        return []
    base = view.progress.base_value
    years = sorted({node.year for each in versions for node in each.nodes})
    columns = [words("page.targets.version_column"), words("page.targets.decision_column"), *map(str, years)]
    rows = [_version_row(each, years, base, words, unit) for each in versions]
    heading = words("page.targets.versions")
    table = data_table(
        columns, rows, caption=heading, words=words, numeric=range(2, len(columns)), hidden_caption=True
    )
    return [html.H3(heading), table]


def _version_row(
    version: Target, years: list[int], base: float | None, words: Words, unit: str | None
) -> list[str]:
    values = {point.year: point.value for point in version.resolved(version.base_value or base)}
    amounts = [
        in_unit(values[year], version.quantity, words, unit) if year in values else words("missing")
        for year in years
    ]
    return [
        words("page.targets.version", version=version.version),
        words.date(version.decision_date),
        *amounts,
    ]


register_pages(__name__, MunicipalityPage("/ziele", "page.targets.title", layout))
