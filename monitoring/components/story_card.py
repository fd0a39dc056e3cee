"""A success story: its picture with credit, its words, and the effect of its measure."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from monitoring.components.address import Address
from monitoring.components.native import Photo
from monitoring.components.sentence import remark, sentence
from monitoring.domain.overview import Overview
from monitoring.domain.story import StoredPicture, Story
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
            sentence(story_effect(view, words)),
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
    small = _photo(story, known, f"{picture_address(story.picture, address)}{NARROW}")
    return html.Li([small, html.Div([*lines, credit])], className="story-teaser")


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
        return html.Figure(remark(words("story.picture_removed", date=words.date(day))))
    shown = _photo(story, known, picture_address(story.picture, address))
    return html.Figure(
        [shown, html.Figcaption(words("story.credit", credit=story.credit), className="source")]
    )


def _photo(story: Story, known: StoredPicture, src: str) -> Photo:
    """The picture, with the size it is kept in: its proportions hold its place free."""
    return Photo(src=src, alt=story.picture_text or "", width=known.width, height=known.height)
