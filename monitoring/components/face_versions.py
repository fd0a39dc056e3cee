"""Versions of the public face: who changed what from what to what, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dash import html

from monitoring.components.form import button, form
from monitoring.components.native import Input
from monitoring.components.table import data_table
from monitoring.domain.face_version import FaceVersion, changed_settings
from monitoring.services.laender import laender
from monitoring.texts.face_versions import setting_name, setting_value
from monitoring.texts.words import Words

SHOWN = 20
"""How many changes are listed."""


def face_versions(
    versions: Sequence[FaceVersion], words: Words, *, action: str, token: str, mark: str
) -> list[Any]:
    """The newest changes, one below the other; what was set before each can be set again."""
    changes = list(pairwise(versions))[:SHOWN]
    if not changes:
        return [html.P(words("page.public_face.no_changes"), className="empty")]
    return [
        html.P(words("page.public_face.changes_intro")),
        html.Div(
            [_change(newer, older, words, action, token, mark) for newer, older in changes],
            className="face-versions",
        ),
    ]


def _change(
    newer: FaceVersion, older: FaceVersion, words: Words, action: str, token: str, mark: str
) -> html.Details:
    changed = changed_settings(older.told, newer.told)
    names = [setting_name(each.name, words) for each in changed]
    rows = [
        [name, *[_value(each.name, value, words) for value in (each.before, each.after)]]
        for name, each in zip(names, changed, strict=True)
    ]
    columns = [words(f"page.public_face.change_column.{name}") for name in ("setting", "before", "after")]
    made = _made(newer, words)
    caption = words("page.public_face.changed_by", made=made)
    return html.Details(
        [
            html.Summary([made, ": ", html.Span(", ".join(names), className="muted")]),
            data_table(columns, rows, caption=caption, words=words, stacked=True, hidden_caption=True),
            html.P(words("page.public_face.restore_hint"), className="hint"),
            form(
                [
                    Input(type="hidden", name="based_on", value=mark),
                    Input(type="hidden", name="number", value=str(older.number)),
                    button(words("page.public_face.restore"), kind="secondary", name="act", value="restore"),
                ],
                action=action,
                token=token,
            ),
        ]
    )


def _made(version: FaceVersion, words: Words) -> str:
    if version.changed_by is None:
        return words("page.public_face.changed_elsewhere")
    return f"{words.datetime(version.changed_at)}, {version.changed_by}"


def _value(name: str, value: Any, words: Words) -> html.Span:
    return html.Span(setting_value(name, value, laender(), words), className="prose")
