"""What a user can choose as the meaning of a sheet, a column or a row, in words."""

from __future__ import annotations

from monitoring.domain.kinds import KINDS
from monitoring.texts.words import Words


def meaning_choice(choice: str, kind: str | None, words: Words) -> str:
    """One choice for a sheet, column or row of a sheet of that kind.

    >>> from monitoring.texts.words import words
    >>> [meaning_choice(each, "balance", words("de")) for each in ("ignore", "field=energy_mwh;unit=GWh")]
    ['nicht übernehmen', 'Endenergie [MWh] · Einheit: GWh']
    >>> [meaning_choice(each, None, words("de")) for each in ("sector=VER", "measures", "4")]
    ['Sektor: Verkehr', 'Maßnahmen', 'Zeile 4']
    """
    if choice in KINDS:
        return words.kind(choice)
    if choice.isdigit():
        return words("meaning_choice.row", row=choice)
    if f"meaning_choice.{choice}" in words:
        return words(f"meaning_choice.{choice}")
    pairs = [part.partition("=") for part in choice.split(";")]
    return " · ".join(_aspect(aspect, code, kind, words) for aspect, _, code in pairs)


def _aspect(aspect: str, code: str, kind: str | None, words: Words) -> str:
    if aspect == "field":
        return field_choice(code, kind, words)
    if f"meaning_choice.aspect.{aspect}" not in words:
        return f"{aspect}={code}"
    named = words(f"meaning_choice.aspect.{aspect}")
    return words("meaning_choice.pair", aspect=named, meaning=aspect_meaning(aspect, code, words))


def field_choice(field: str, kind: str | None, words: Words) -> str:
    """A field that a column can fill; those of the measure a row belongs to are named as such."""
    keys = (f"field.{kind}.{field}", f"meaning_choice.field.{field}")
    return next((words(key) for key in keys if key in words), field)


def aspect_meaning(aspect: str, code: str, words: Words) -> str:
    """What a row or column says about one aspect: „Verkehr“ for the sector VER; a year or unit as it is."""
    keys = (
        f"label.{aspect}.{code}",
        f"choice.{aspect}.{code}",
        f"label.target_quantity.{code}",
        f"field.inhabitants.{code}",
    )
    return next((words(key) for key in keys if key in words), code)
