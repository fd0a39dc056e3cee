"""The Länder with law, enforcement body and data protection authority, from `data/reference/laender.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from monitoring.domain.land import Land
from monitoring.services.plausibility import REFERENCE_DATA


@cache
def laender() -> dict[str, Land]:
    """Each Land by the first two digits of the AGS."""
    told = tomllib.loads((REFERENCE_DATA / "laender.toml").read_text(encoding="utf-8"))
    return {key: Land.model_validate(values) for key, values in told.items()}
