"""The three charts of the story: what was, where it leads if it goes on, what is needed from now on."""

from __future__ import annotations

from dataclasses import replace

from monitoring.charts.emissions import Emissions
from monitoring.domain.overview import Overview
from monitoring.domain.views import TargetView
from monitoring.pages._target_chart import target_emissions, target_scale
from monitoring.texts.words import Words


def history(view: TargetView, overview: Overview, words: Words) -> Emissions:
    """The balances alone, without what was promised."""
    shown = target_emissions(view, overview, words)
    return replace(
        shown,
        title=words("chart.story.history", name=view.progress.name),
        target_path={},
        required_path={},
        target_points={},
    )


def outlook(view: TargetView, overview: Overview, words: Words) -> Emissions:
    """The balances as totals, and the line on which they would go on, never below zero."""
    scale = target_scale(view, overview, words)
    continued = [point for point in view.progress.continued_path if point.value >= 0]
    return replace(
        needed(view, overview, words),
        title=words("chart.story.outlook", name=view.progress.name),
        target_path={},
        required_path={},
        continued_path=scale.points(continued),
    )


def needed(view: TargetView, overview: Overview, words: Words) -> Emissions:
    """The balances as totals, the path that was promised and the one that is needed now."""
    shown = target_emissions(view, overview, words)
    return replace(
        shown,
        title=words("chart.story.needed", name=view.progress.name),
        by_sector={},
        differing={},
        together={},
    )
