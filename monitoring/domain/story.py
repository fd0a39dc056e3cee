"""The success story: a measure the municipality wants to tell of, with a picture and in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from monitoring.domain.record import Name, Record, Text

MARK_PATTERN = r"^[0-9a-f]{32}$"


class Story(Record):
    """One story (Erfolgsgeschichte) of a measure. Its effect is the measure's own figure, never typed here.

    `picture` is the mark of a stored picture; with one go what it shows, in words, and whose it is.
    """

    KIND: ClassVar[str] = "stories"
    KEY: ClassVar[tuple[str, ...]] = ("measure",)

    measure: Name
    title: Name
    text: Text
    picture: Annotated[str, Field(pattern=MARK_PATTERN)] | None = None
    picture_text: Name | None = None
    credit: Name | None = None

    @model_validator(mode="after")
    def _picture_is_described(self) -> Story:
        if self.picture and not (self.picture_text and self.credit):
            raise ValueError("picture_undescribed")
        return self


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """What is known of a picture besides its content: its size in pixels, and when it was removed if ever."""

    media_type: str
    width: int
    height: int
    removed_at: datetime | None = None
