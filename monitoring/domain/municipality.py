"""The municipality whose climate action is monitored, and its official keys."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from monitoring.domain.record import Name
from monitoring.domain.slug import LONGEST_SLUG, SLUG_PATTERN

AGS_PATTERN = re.compile(r"(0[1-9]|1[0-6])\d{6}")
ARS_PATTERN = re.compile(r"(0[1-9]|1[0-6])\d{10}")
LONGEST_KEY = 40


class MunicipalityKind(StrEnum):
    """What kind of body it is; a region accompanies others."""

    MUNICIPALITY = "municipality"
    CITY = "city"
    DISTRICT = "district"
    ASSOCIATION = "association"
    REGION = "region"


class Municipality(BaseModel):
    """One municipality (Kommune). `ags` has 8 digits, `ars` 12, both as text with leading zeros.

    `own_key` is the official key of a place that has neither, such as one in Sweden or Britain.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    slug: Annotated[str, Field(pattern=SLUG_PATTERN, max_length=LONGEST_SLUG)]
    name: Name
    kind: MunicipalityKind = MunicipalityKind.MUNICIPALITY
    ags: Annotated[str, Field(pattern=f"^{AGS_PATTERN.pattern}$")] | None = None
    ars: Annotated[str, Field(pattern=f"^{ARS_PATTERN.pattern}$")] | None = None
    own_key: Annotated[str, Field(min_length=1, max_length=LONGEST_KEY)] | None = None
    region: str | None = None
    is_sample: bool = False
    balance_rhythm_years: Annotated[int, Field(ge=1, le=20)] = 5
    imprint_url: str | None = None
    privacy_url: str | None = None
    accessibility_url: str | None = None
    contact_unit: str | None = None


def normal_ags(text: str) -> str | None:
    """An AGS as 8 digits; the leading zero that spreadsheets strip is put back. None if it is none.

    >>> normal_ags("9162000"), normal_ags("09162000"), normal_ags("99")
    ('09162000', '09162000', None)
    """
    return _normal_key(text, AGS_PATTERN, length=8)


def normal_ars(text: str) -> str | None:
    """An ARS as 12 digits; the leading zero that spreadsheets strip is put back. None if it is none.

    >>> normal_ars("05 334 0002 002"), normal_ars("53340002002"), normal_ars("5334")
    ('053340002002', '053340002002', None)
    """
    return _normal_key(text, ARS_PATTERN, length=12)


def _normal_key(text: str, pattern: re.Pattern[str], length: int) -> str | None:
    digits = re.sub(r"\s", "", text)
    padded = f"0{digits}" if len(digits) == length - 1 else digits
    return padded if pattern.fullmatch(padded) else None


def ags_from_ars(ars: str) -> str:
    """The AGS inside a 12-digit ARS: its first five and last three digits (Destatis).

    >>> ags_from_ars("053340002002")
    '05334002'
    """
    return ars[:5] + ars[9:12]
