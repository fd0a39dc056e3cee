"""Profiles in sentences: how well a file is known, and what is different this time."""

from __future__ import annotations

from collections.abc import Mapping

from monitoring.domain.profile import Difference, DifferenceCode, ProfileMatch
from monitoring.texts.meanings import meaning_choice
from monitoring.texts.words import Words

BETWEEN_MEANINGS = " | "
NOTHING: Mapping[str, str] = {}


def match_sentence(match: ProfileMatch, words: Words) -> str:
    """With which profile a file was read.

    >>> from monitoring.domain.profile import ProfileStatus
    >>> from monitoring.texts.words import words
    >>> match_sentence(ProfileMatch("b.xlsx", ProfileStatus.KNOWN, "Bilanz"), words("de"))
    'Der Aufbau ist bekannt (Profil „Bilanz“).'
    """
    return words(f"profile.status.{match.status}", name=match.name or "")


def difference_sentence(difference: Difference, words: Words) -> str:
    """One difference between a file and its profile."""
    before, after = difference.before or "", difference.after or ""
    if difference.code is DifferenceCode.OTHER_MEANING:
        before, after = meaning_in_words(before, words), meaning_in_words(after, words)
    return words(
        f"profile.difference.{difference.code}",
        sheet=difference.sheet,
        label=difference.label or "",
        before=before,
        after=after,
    )


def meaning_in_words(meaning: str, words: Words, kind: str | None = None) -> str:
    """What a label means, several meanings one after the other.

    >>> from monitoring.texts.words import words
    >>> meaning_in_words("sector=VER | left_out=share", words("de"))
    'Sektor: Verkehr / nicht übernehmen'
    """
    parts = [part for part in meaning.split(BETWEEN_MEANINGS) if part]
    named = [_part(part, words, kind) for part in parts]
    return " / ".join(dict.fromkeys(named)) or words("missing")


def _part(meaning: str, words: Words, kind: str | None) -> str:
    is_left_out = meaning.startswith("left_out=")
    return meaning_choice("ignore" if is_left_out else meaning, kind, words)


def answer_name(key: str, words: Words, names: Mapping[str, str] = NOTHING) -> str:
    """What an answer of a profile is about, from its key; `names` are sheets and labels as they are written.

    >>> from monitoring.texts.words import words
    >>> answer_name("unit:bilanz:co2", words("de")), answer_name("word:sector:sonderkunden", words("de"))
    ('Einheit: bilanz · co2', 'Wort: sonderkunden')
    >>> answer_name("unit:bilanz:co2", words("de"), {"bilanz": "Bilanz", "co2": "CO2"})
    'Einheit: Bilanz · CO2'
    """
    code, *about = key.split(":")
    shown = [names.get(each, each) for each in (about[1:] if code == "word" else about)]
    return words("meaning_choice.pair", aspect=words(f"profile.answer.{code}"), meaning=" · ".join(shown))


def answer_choice(key: str, choice: str, kind: str | None, words: Words) -> str:
    """One possible answer of a profile in words."""
    code, _, rest = key.partition(":")
    if code in ("meaning", "kind", "header"):
        return meaning_choice(choice, kind, words)
    vocabulary = VOCABULARIES.get(code) or rest.partition(":")[0]
    vocabulary = "measure_status" if vocabulary == "status" else vocabulary
    vocabulary = "share_unit" if code == "unit" and choice == "1" else vocabulary
    keys = (f"choice.{vocabulary}.{choice}", f"label.{vocabulary}.{choice}", f"choice.{choice}")
    return next((words(key) for key in keys if key in words), choice)


VOCABULARIES = {
    "colour": "measure_status",
    "dates": "date_order",
    "gas": "gas",
    "heading_rows": "heading_rows",
    "indicators": "indicator_lines",
    "joined": "lines_of_one",
    "lines": "unknown_lines",
    "number": "number_style",
    "planned": "planned",
    "same_title": "same_title",
    "scale": "scale",
    "twins": "twins",
    "uses": "uses",
    "words": "many_unknown_words",
    "unit": "unit",
    "place": "place",
}
"""The vocabulary of the choices of each question that is not about a word."""
