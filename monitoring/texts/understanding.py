"""What a file was understood as, in words: the meaning of a column, the reason, why something is not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.services.meanings import UnderstoodBlock
from monitoring.texts.meanings import aspect_meaning, field_choice
from monitoring.texts.words import Words

UNSAID = frozenset({"note"})
"""Aspects that explain nothing to the reader."""
COUNTED = frozenset({"inhabitants", "households", "jobs"})
"""What is its own unit."""


def meaning_text(meaning: Mapping[str, str] | Iterable[tuple[str, str]], kind: str, words: Words) -> str:
    """What a row or column means: „Endenergie in MWh“, „Private Haushalte, Strom“; empty for nothing.

    >>> from monitoring.texts.words import words
    >>> meaning_text((("quantity", "energy"), ("unit", "GWh"), ("sector", "HH")), "balance", words("de"))
    'Endenergie in GWh, Private Haushalte'
    >>> meaning_text((("quantity", "inhabitants"), ("unit", "Einwohner")), "balance", words("de"))
    'Einwohner'
    """
    said = dict(meaning)
    measured = _measured(said, kind, words)
    others = [
        aspect_meaning(name, code, words) for name, code in said.items() if name not in _MEASURED | UNSAID
    ]
    return ", ".join([*([measured] if measured else []), *others])


_MEASURED = frozenset({"field", "quantity", "unit"})


def _measured(said: Mapping[str, str], kind: str, words: Words) -> str:
    """The field or quantity with its unit."""
    name = _field(said["field"], kind, words) if "field" in said else ""
    if "quantity" in said:
        name = aspect_meaning("quantity", said["quantity"], words)
    if "unit" not in said or said.get("quantity") in COUNTED:
        return name
    # Some fields name the unit they are stored in, which is not that of the file.
    plain = name.partition(" [")[0]
    return words("understood.in_unit", name=plain, unit=said["unit"].removeprefix("in ")).strip()


def _field(code: str, kind: str, words: Words) -> str:
    own = f"understood.field.{code}"
    return words(own) if own in words else field_choice(code, kind, words)


def _known(key: str, words: Words) -> str:
    """The text of a key, else what the code itself says."""
    return words(key) if key in words else key.rpartition(".")[2].replace("_", " ")


def reason_text(reasons: Mapping[str, str] | Iterable[tuple[str, str]], words: Words) -> str:
    """Where the meaning was read: „Überschrift in C1, Einheit in C2“; each place once.

    >>> from monitoring.texts.words import words
    >>> reason_text((("quantity", "heading:C1"), ("unit", "unit_row:C2")), words("de"))
    'Überschrift in C1, Zeile der Einheiten in C2'
    """
    places = dict.fromkeys(dict(reasons).values())
    return ", ".join(_place(each, words) for each in places)


def _place(reason: str, words: Words) -> str:
    code, _, cell = reason.partition(":")
    name = _known(f"understood.reason.{code}", words)
    return words("understood.in_cell", what=name, cell=cell) if cell else name


def left_out_text(code: str, words: Words) -> str:
    """Why cells are not stored."""
    own = f"understood.left_out.{code}"
    return words(own if own in words else "understood.left_out.other")


def layout_sentence(block: UnderstoodBlock, words: Words) -> str:
    """How a table is laid out, in a sentence."""
    own = f"understood.layout.{block.layout}"
    return words(own if own in words else "understood.layout.other")
