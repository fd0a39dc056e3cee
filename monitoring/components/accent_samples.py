"""The accent colour to look at: as link and button on each ground, and the nearest that could be read."""

from __future__ import annotations

from dash import html

from monitoring.components.entered import Entered
from monitoring.domain.contrast import Scheme, normal_colour, palette, readable, shortfall
from monitoring.domain.public_face import PublicFace
from monitoring.texts.words import Words

_GROUNDS = {Scheme.LIGHT: ("#ffffff", "#16232b"), Scheme.DARK: ("#10181d", "#e9eef1")}
"""What the samples stand on and are written in, as in assets/tokens.css."""


def accent_samples(face: PublicFace, words: Words) -> html.Ul | None:
    """How links and buttons look on each ground; None where no colour is set."""
    colours = {scheme: face.accent_in(scheme) for scheme in Scheme}
    items = [_sample(scheme, colour, words) for scheme, colour in colours.items() if colour]
    return html.Ul(items, className="accent-samples") if items else None


def suggested(name: str, scheme: Scheme, typed: Entered, words: Words) -> html.Div | None:
    """The nearest colour that can be read, to look at, where the one typed cannot."""
    colour = normal_colour(typed.text(name)) if typed.error(name) else None
    if colour is None or shortfall(colour, scheme) is None:
        return None
    sample = html.Ul(_sample(scheme, readable(colour, scheme), words), className="accent-samples")
    return html.Div([html.P(words("page.public_face.suggested")), sample])


def _sample(scheme: Scheme, colour: str, words: Words) -> html.Li:
    page, ink = _GROUNDS[scheme]
    tokens = palette(colour, scheme)
    link = html.Span(
        words("page.public_face.sample_link"), style={"color": colour, "textDecoration": "underline"}
    )
    button = html.Span(
        words("page.public_face.sample_button"),
        style={"background": colour, "color": tokens["on-accent"]},
        className="accent-button",
    )
    return html.Li(
        [words.label(scheme), ": ", link, " ", button, f" {colour}"],
        style={"background": page, "color": ink},
    )
