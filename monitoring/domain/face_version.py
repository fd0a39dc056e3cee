"""Versions of the public face: what was set, when and by whom, and what each changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import PublicFace

OF_THE_MUNICIPALITY = ("contact_unit", "imprint_url", "privacy_url", "accessibility_url")
"""What the municipality itself is asked for together with its public face."""
_GROUPS = ("facts", "texts")
"""The settings that are several, by name."""
Told = Mapping[str, Any]
"""Everything that is set together, as it is stored: the face, and what the municipality says of itself."""


@dataclass(frozen=True, slots=True)
class FaceVersion:
    """What was set from some moment on. Without `changed_by` it was set elsewhere, nobody knows when."""

    number: int
    told: Told
    changed_at: datetime | None
    changed_by: str | None


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One setting that differs; `name` is that of the setting, of a fact „facts.address“, of a text too."""

    name: str
    before: Any
    after: Any


def told_of(face: PublicFace, own: Municipality) -> dict[str, Any]:
    """Everything that is set together."""
    return face.model_dump(mode="json") | {name: getattr(own, name) for name in OF_THE_MUNICIPALITY}


def face_of(told: Told) -> PublicFace:
    """The face that a version tells of; what is no setting any more is left out.

    >>> face = PublicFace(email="a@a.example", embedding_sites=("https://a.example",))
    >>> own = Municipality(slug="a", name="A", contact_unit="Amt")
    >>> face_of(told_of(face, own) | {"forgotten": 1}) == face, own_of(told_of(face, own))["contact_unit"]
    (True, 'Amt')
    """
    known = {name: value for name, value in told.items() if name in PublicFace.model_fields}
    return PublicFace.model_validate_json(json.dumps(known))


def own_of(told: Told) -> dict[str, str | None]:
    """What a version tells of the municipality itself."""
    return {name: told.get(name) for name in OF_THE_MUNICIPALITY}


def changed_settings(before: Told, after: Told) -> list[SettingChange]:
    """What differs between two versions, in the order of the form.

    >>> for each in changed_settings({"email": "a", "facts": {"phone": "1"}}, {"email": "b", "facts": {}}):
    ...     print(each.name, each.before, each.after)
    email a b
    facts.phone 1 None
    """
    one, other = _flat(before), _flat(after)
    names = dict.fromkeys((*one, *other))
    return [
        SettingChange(name, one.get(name), other.get(name))
        for name in names
        if (one.get(name) or None) != (other.get(name) or None)
    ]


def _flat(told: Told) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in told.items():
        inside = value or {} if name in _GROUPS else None
        flat |= {name: value} if inside is None else {f"{name}.{key}": each for key, each in inside.items()}
    return flat
