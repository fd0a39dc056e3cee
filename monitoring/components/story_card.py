"""A success story: its picture with credit, its words, and the effect of its measure."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from monitoring.components.address import Address
from monitoring.domain.overview import Overview
from monitoring.domain.story import Story
from monitoring.domain.views import MeasureView
from monitoring.texts.stories import story_effect
from monitoring.texts.words import LANGUAGES, Words

NARROW = "/klein"
"""After the address of a picture, for the same picture small."""


def story_card(
    story: Story, view: MeasureView, overview: Overview, words: Words, address: Address
) -> html.Article:
    """The whole story."""
    return html.Article(
        [
            html.H2(story.title),
            _figure(story, overview, words, address),
            html.P(story.text, className="prose"),
            html.P(story_effect(view, words), className="sentence"),
        ],
        className="story",
    )


def story_teaser(
    story: Story, view: MeasureView, overview: Overview, words: Words, address: Address
) -> html.Li:
    """The story in a list, leading to its measure: heading, effect, the picture small and whose it is."""
    lines = [
        html.P(html.A(story.title, href=address.to(f"/massnahmen/{view.measure.id}"))),
        html.P(story_effect(view, words), className="muted"),
    ]
    known = overview.pictures.get(story.picture or "")
    if story.picture is None or known is None or known.removed_at is not None:
        return html.Li(lines)
    credit = html.P(words("story.credit", credit=story.credit), className="source")
    image = html.Img(
        src=f"{picture_address(story.picture, address)}{NARROW}",
        alt=story.picture_text,
        width=str(known.width),
        height=str(known.height),
    )
    return html.Li([image, html.Div([*lines, credit])], className="story-teaser")


def picture_address(mark: str, address: Address) -> str:
    """Where a picture is, in public or in the office, whatever the language."""
    return replace(address, language=LANGUAGES[0]).to(f"/bild/{mark}", keep_publication=False)


def _figure(story: Story, overview: Overview, words: Words, address: Address) -> html.Figure | None:
    """The picture with what it shows and whose it is; a note where it was removed."""
    if story.picture is None:
        return None
    known = overview.pictures.get(story.picture)
    if known is None or known.removed_at is not None:
        day = known.removed_at if known else None
        return html.Figure(html.P(words("story.picture_removed", date=words.date(day)), className="remark"))
    image = html.Img(
        src=picture_address(story.picture, address),
        alt=story.picture_text,
        width=str(known.width),
        height=str(known.height),
    )
    return html.Figure(
        [image, html.Figcaption(words("story.credit", credit=story.credit), className="source")]
    )
