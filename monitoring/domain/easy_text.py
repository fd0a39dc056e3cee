"""The text in „Leichte Sprache“: written by people, checked by people with learning difficulties."""

from __future__ import annotations

from typing import ClassVar

from monitoring.domain.record import Day, Name, Record, Text


class EasyText(Record):
    """One text in easy language, with the organisation whose examiners checked it and the day they did.

    It is never generated: without such a check a text is not „Leichte Sprache“ (DIN SPEC 33429).
    """

    KIND: ClassVar[str] = "easy_texts"
    KEY: ClassVar[tuple[str, ...]] = ("title",)

    title: Name
    text: Text
    checked_by: Name
    checked_on: Day
