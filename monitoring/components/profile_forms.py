"""The forms of one profile: its name, its answers, its region, and forgetting it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from dash import html

from monitoring.components.form import button, field, form
from monitoring.components.native import Input, Select, options
from monitoring.components.questions import ANSWER
from monitoring.domain.profile import LONGEST_NAME, Profile
from monitoring.domain.question import question_key
from monitoring.services.profiles import choices_for, kind_for
from monitoring.texts.profiles import answer_choice, answer_name
from monitoring.texts.words import Words

PROFILE = "profile"
"""The field that says which profile a form is about."""
DONE = "erledigt"
"""The part of the query that says what was done."""


def profile_forms(
    profile: Profile, at: str, *, action: str, token: str | None, has_region: bool, words: Words
) -> list[Any]:
    """Every form of a profile; `at` makes the ids of its fields unique on the page."""
    about = _About(profile, at, action, token, words)
    return [
        about.answers(),
        about.renaming(),
        *([about.sharing()] if has_region else []),
        about.forgetting(),
    ]


class _About:
    """One profile, and where its forms are sent."""

    def __init__(self, profile: Profile, at: str, action: str, token: str | None, words: Words) -> None:
        self.profile, self.at, self.action, self.token, self.words = profile, at, action, token, words

    def answers(self) -> Any:
        """The answers as fields, each with „ask again“ as its empty choice."""
        given, words = self.profile.answers, self.words
        if not given:
            return html.P(words("page.profiles.answers_none"))
        fields = [self._answer(key, value, number) for number, (key, value) in enumerate(given.items())]
        send = button(words("page.profiles.save_answers"), kind="secondary", name="act", value="correct")
        summary = html.Summary(words("page.profiles.answers_heading", n=len(given)))
        return html.Details([summary, self._form([*fields, send])])

    def _answer(self, key: str, value: str, number: int) -> Any:
        words = self.words
        kind, name = kind_for(self.profile, key), f"{ANSWER}{key}"
        listed = dict.fromkeys((*choices_for(self.profile, key), value))
        pairs = [(each, answer_choice(key, each, kind, words)) for each in listed]
        again = words("page.profiles.ask_again")
        control = Select(
            id=f"{self.at}-answer-{number}", name=name, value=value, options=options(pairs, empty=again)
        )
        return field(answer_name(key, words, self._names), control, words=words, is_optional=False)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Sheets and labels as they are written, by what keys call them."""
        labels = [label for sheet in self.profile.sheets for label in (*sheet.labels, sheet.sheet)]
        return {question_key(label): label for label in labels}

    def renaming(self) -> Any:
        """The name as a field, folded away."""
        name = Input(
            type="text", id=f"{self.at}-name", name="name", value=self.profile.name,
            required=True, maxLength=str(LONGEST_NAME),
        )  # fmt: skip
        send = button(self.words("page.profiles.rename"), kind="secondary", name="act", value="rename")
        parts = [field(self.words("page.profiles.name"), name, words=self.words), send]
        return html.Details([html.Summary(self.words("page.profiles.rename")), self._form(parts)])

    def sharing(self) -> Any:
        """The button that offers the profile to the region, or stops to."""
        act = "unshare" if self.profile.shared_at else "share"
        send = button(self.words(f"page.profiles.{act}"), kind="secondary", name="act", value=act)
        return self._form([html.P(self.words("page.profiles.share_hint"), className="hint"), send])

    def forgetting(self) -> Any:
        """The button that deletes the profile, folded away."""
        send = button(self.words("page.profiles.forget"), kind="danger", name="act", value="forget")
        hint = html.P(self.words("page.profiles.forget_hint"), className="hint")
        return html.Details(
            [html.Summary(self.words("page.profiles.forget_heading")), self._form([hint, send])]
        )

    def _form(self, parts: Sequence[Any]) -> html.Form:
        about = Input(type="hidden", name=PROFILE, value=self.profile.name)
        return form([about, *parts], action=self.action, token=self.token)
