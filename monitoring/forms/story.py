"""Telling of a measure: what was typed and the photo become a story, or there is none any more."""

from __future__ import annotations

from flask import request

from monitoring.components.saved import saved_query
from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.domain.views import MeasureView
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.overview import overview
from monitoring.services.stories import remove_picture, tell, withdraw_story

TAIL = "/massnahmen/<code>/erfolg"
LARGEST_MB = 20
"""A photo as a phone makes it: where no script made it smaller, a sentence says that it is too large."""


def tell_story(sent: Sent) -> str:
    """Store the story and show its measure."""
    measure = _measure(sent).measure.id
    uploaded = request.files.get("photo")
    photo = uploaded.read() if uploaded is not None and uploaded.filename else None
    values = {name: sent.optional(name) for name in ("title", "text", "picture_text", "credit")}
    keeps = not sent.is_ticked("drop_picture")
    revision = tell(sent.visit, sent.slug, measure, values, photo=photo, keeps_picture=keeps)
    return sent.page(f"/massnahmen/{measure}", saved_query(revision, None))


def no_more(sent: Sent) -> str:
    """Tell of the measure no more."""
    measure = _measure(sent).measure.id
    revision = withdraw_story(sent.visit, sent.slug, measure)
    return sent.page(f"/massnahmen/{measure}", saved_query(revision, None))


def drop_everywhere(sent: Sent) -> str:
    """Remove the picture from all states."""
    view = _measure(sent)
    if view.story is None or view.story.picture is None:
        raise NotFound()
    remove_picture(sent.visit, sent.slug, view.story.picture)
    return sent.address.to(f"/massnahmen/{view.measure.id}/erfolg")


def _measure(sent: Sent) -> MeasureView:
    view = overview(sent.visit, sent.slug).measure(sent.address.variables["code"])
    if view is None:
        raise NotFound()
    return view


FORMS = (
    Form(TAIL, Act.EDIT, tell_story, act="tell", largest_mb=LARGEST_MB),
    Form(TAIL, Act.EDIT, no_more, act="withdraw_story"),
    Form(TAIL, Act.ERASE, drop_everywhere, act="remove_picture"),
)
