"""The share of the reduction beside the share of the time: two bars that are read against each other."""

from __future__ import annotations

from dash import html

from monitoring.texts.words import Words


def progress_bars(
    share_of_target: float | None, share_of_time: float | None, words: Words, *, rises: bool = False
) -> html.Dl:
    """Two bars with words and numbers. Shares are of 1; outside 0…1 the bar stops, the number does not.

    `rises` where more is better: then the share is that of the increase.
    """
    rows = (
        (words(f"component.shares.{'target_rise' if rises else 'target'}"), share_of_target, "bar-target"),
        (words("component.shares.time"), share_of_time, "bar-time"),
    )
    return html.Dl(
        [part for label, share, css in rows for part in _row(label, share, css, words)], className="shares"
    )


def _row(label: str, share: float | None, css: str, words: Words) -> tuple[html.Dt, html.Dd]:
    filled = min(1.0, max(0.0, share or 0.0))
    bar = html.Span(
        html.Span(style={"inlineSize": f"{100 * filled:.1f}%"}, className=css),
        className="bar",
        **{"aria-hidden": "true"},
    )
    return html.Dt(label), html.Dd([html.Span(words.percent(share), className="bar-number"), bar])
