"""Telling of a measure: heading, text, picture with what it shows and whose it is; or telling no more."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.form import button, checkbox, field, form
from monitoring.components.native import Input
from monitoring.components.record_field import record_field
from monitoring.components.sentence import remark
from monitoring.components.story_card import picture_address
from monitoring.domain.overview import Overview
from monitoring.domain.story import Story
from monitoring.domain.views import MeasureView
from monitoring.login import form_token
from monitoring.pages._measure_named import measure_of_page
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.stories import LARGEST_PHOTO_MB, WIDEST_PHOTO
from monitoring.texts.records import record_name
from monitoring.texts.stories import story_effect
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The form, with the story as it stands."""
    view = measure_of_page(overview, address)
    typed = entered()
    return [
        html.H1(words("story.form_heading", title=record_name(view.measure, words))),
        faults_of(typed, words),
        remark(words("story.form_intro")),
        html.P([html.Strong(words("story.effect_told")), " ", story_effect(view, words)]),
        _form(view, overview, typed.of("tell"), words, address),
        *_other_acts(view, overview, words, address),
    ]


def _form(view: MeasureView, overview: Overview, typed: Entered, words: Words, address: Address) -> html.Form:
    story = view.story
    told = {name: getattr(story, name, None) for name in Story.model_fields}
    parts = [
        record_field(Story, "title", told["title"], typed, words),
        record_field(Story, "text", told["text"], typed, words),
        html.H2(words("story.picture_heading")),
        *_picture(told["picture"], overview, typed, words, address),
        *[_about_picture(name, told[name], typed, words) for name in ("picture_text", "credit")],
        html.Div(
            [
                button(words("button.save"), name="act", value="tell"),
                html.A(words("button.cancel"), href=address.to(f"/massnahmen/{view.measure.id}")),
            ],
            className="button-row",
        ),
    ]
    return form(parts, action=address.path, token=form_token(), multipart=True)


def _about_picture(name: str, value: str | None, typed: Entered, words: Words) -> html.Div:
    """What goes with a picture; its hint says that it is needed only with one."""
    hint = f"{words('story.needed_with_picture')} {words(f'story.{name}_hint')}"
    return record_field(Story, name, value, typed, words, hint=hint, may_be_empty=False)


def _picture(
    mark: str | None, overview: Overview, typed: Entered, words: Words, address: Address
) -> list[Any]:
    """The picture there is, and the field for a new one; a larger photo is made smaller by a script."""
    photo = Input(
        type="file",
        name="photo",
        id="photo",
        accept="image/jpeg,image/png,image/webp",
        # A script makes a larger one smaller before it is sent: that spares time on a slow line.
        **{"data-widest": str(WIDEST_PHOTO)},
    )
    hint = words("story.photo_hint", limit=LARGEST_PHOTO_MB)
    new = field(words("story.photo"), photo, words=words, hint=hint, error=typed.error("photo"))
    known = overview.pictures.get(mark or "")
    if mark is None or known is None or known.removed_at is not None:
        return [new]
    image = html.Img(
        src=picture_address(mark, address), alt="", width=str(known.width), height=str(known.height)
    )
    return [
        html.Div(image, className="story-now"),
        checkbox(words("story.drop_picture"), "drop_picture"),
        new,
    ]


def _other_acts(view: MeasureView, overview: Overview, words: Words, address: Address) -> list[Any]:
    """Telling no more, and removing the picture everywhere."""
    story = view.story
    if story is None:
        return []
    acts = [("withdraw_story", "secondary", "story.withdraw", "story.withdraw_hint")]
    known = overview.pictures.get(story.picture or "")
    if known is not None and known.removed_at is None:
        acts.append(("remove_picture", "danger", "story.remove_picture", "story.remove_picture_hint"))
    return [
        html.Details(
            [
                html.Summary(words(label)),
                form(
                    [html.P(words(hint)), button(words(label), kind=kind, name="act", value=act)],  # type: ignore[arg-type]
                    action=address.path,
                    token=form_token(),
                ),
            ]
        )
        for act, kind, label, hint in acts
    ]


register_pages(
    __name__, MunicipalityPage("/massnahmen/<code>/erfolg", "story.form_title", layout, audience="manager")
)
