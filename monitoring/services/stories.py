"""Stories: telling of a measure, with a picture that was checked; removing story or picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from monitoring.domain.access import Act
from monitoring.domain.changes import Change, by_hand
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.measure import Measure
from monitoring.domain.story import StoredPicture, Story
from monitoring.pictures.photo import MOST_MEGABYTES, WIDEST, narrow
from monitoring.pictures.photo import photo as decoded
from monitoring.pictures.picture import Picture, Unusable
from monitoring.services.editing import record_of
from monitoring.services.revising import current_sight, write
from monitoring.services.state import known_of, state
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, pictures
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

LARGEST_PHOTO_MB, WIDEST_PHOTO = MOST_MEGABYTES, WIDEST


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as it is sent to browsers."""

    media_type: str
    content: bytes


def tell(
    visit: Visit,
    slug: str,
    measure: str,
    values: Mapping[str, str | None],
    *,
    photo: bytes | None = None,
    keeps_picture: bool = True,
) -> int:
    """Tell of a measure, anew or differently; returns the revision.

    Args:
        values: title, text, picture_text and credit.
        photo: the content of a new picture.
        keeps_picture: whether a picture from before stays where no new one is given.

    Raises:
        NotFound: there is no such measure.
        Invalid: a field is missing or wrong, or the picture cannot be shown; `details["fields"]` says which.
    """
    visit.require(Act.EDIT, slug)
    picture = None if photo is None else checked_photo(photo)
    with visit.writing(slug, Act.EDIT) as (place, connection):
        if (measure,) not in known_of(connection, place.id, Measure.KIND, current_sight(place)):
            raise NotFound()
        before = known_of(connection, place.id, Story.KIND, current_sight(place)).get((measure,))
        mark = getattr(before.record, "picture", None) if before and keeps_picture else None
        if picture is not None:
            mark = sha256(picture.content).hexdigest()[:32]
        story = _story(measure, values, mark)
        if picture is not None and mark is not None:
            known = StoredPicture(picture.media_type, picture.width, picture.height)
            pictures.keep(connection, place.id, mark, known, picture.content, at=visit.now, by=visit.by)
        change = by_hand(before, story)
        return write(connection, place, [change], at=visit.now, by=visit.by, act="edit")


def _story(measure: str, values: Mapping[str, str | None], mark: str | None) -> Story:
    """The story. Raises Invalid with every field that is missing."""
    needed = ("title", "text", *(("picture_text", "credit") if mark else ()))
    missing = {name: "field_missing" for name in needed if not values.get(name)}
    if missing:
        raise Invalid("invalid_fields", kind=Story.KIND, fields=missing)
    told = {name: values.get(name) for name in ("title", "text", "picture_text", "credit")}
    if mark is None:
        told |= {"picture_text": None, "credit": None}
    story = record_of(Story.KIND, {"measure": measure, "picture": mark, **told})
    assert isinstance(story, Story)
    return story


def checked_photo(content: bytes) -> Picture:
    """A photo as it may be shown to everybody: its pixels and nothing else, small enough.

    Raises:
        Invalid: it is no photo, broken or too large.
    """
    try:
        return decoded(content)
    except Unusable as problem:
        raise Invalid("invalid_fields", fields={"photo": problem.fault}) from None


def withdraw_story(visit: Visit, slug: str, measure: str) -> int:
    """Tell of a measure no more; returns the revision. Raises NotFound where there is no story."""
    with visit.writing(slug, Act.EDIT) as (place, connection):
        before = known_of(connection, place.id, Story.KIND, current_sight(place)).get((measure,))
        if before is None:
            raise NotFound()
        change = Change(Story.KIND, before.record, None)
        return write(connection, place, [change], at=visit.now, by=visit.by, act="edit")


def remove_picture(visit: Visit, slug: str, mark: str) -> None:
    """Remove a picture from all states, past publications included; its story stays.

    Raises:
        NotFound: there is no such picture.
    """
    with visit.writing(slug, Act.ERASE) as (place, connection):
        if not pictures.remove(connection, place.id, mark, at=visit.now):
            raise NotFound()
        municipalities.count_change_of_settings(connection, place.id)


def picture(visit: Visit, slug: str, mark: str, *, is_narrow: bool = False) -> PictureFile:
    """A picture of a story that the viewer may see, in any publication that is out or in the office.

    Args:
        is_narrow: small, as lists show it.

    Raises:
        NotFound: there is none, or the viewer must not know.
    """
    with visit.database.reading() as connection:
        place = municipalities.existing(connection, slug)
        found = pictures.content(connection, place.id, mark)
        is_public = _is_public(visit, connection, place, mark)
    if found is None or not (is_public or _is_seen(visit, slug, mark)):
        raise NotFound()
    return _narrow(*found) if is_narrow else PictureFile(*found)


def _narrow(media_type: str, content: bytes) -> PictureFile:
    try:
        small = narrow(content)
    except Unusable:  # kept before photos were decoded
        return PictureFile(media_type, content)
    return PictureFile(small.media_type, small.content)


def _is_public(visit: Visit, connection: Connection, place: Place, mark: str) -> bool:
    out = municipalities.states(connection, place, visit.today).publications
    spans = pictures.shown_from(connection, place.id, mark)
    return any(since <= each and (until is None or each < until) for since, until in spans for each in out)


def _is_seen(visit: Visit, slug: str, mark: str) -> bool:
    """Whether the state that the viewer sees tells with it."""
    stories = state(visit, slug).records.get(Story.KIND, ())
    return any(getattr(each, "picture", None) == mark for each in stories)
