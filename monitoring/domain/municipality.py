"""The municipality whose climate action is monitored, and its official keys."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from monitoring.domain.record import Name

AGS_PATTERN = re.compile(r"(0[1-9]|1[0-6])\d{6}")
ARS_PATTERN = re.compile(r"(0[1-9]|1[0-6])\d{10}")
_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class MunicipalityKind(StrEnum):
    """What kind of body it is; a region accompanies others."""

    MUNICIPALITY = "municipality"
    CITY = "city"
    DISTRICT = "district"
    ASSOCIATION = "association"
    REGION = "region"


class Municipality(BaseModel):
    """One municipality (Kommune). `ags` has 8 digits, `ars` 12, both as text with leading zeros."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    slug: Annotated[str, Field(pattern=SLUG_PATTERN, max_length=80)]
    name: Name
    kind: MunicipalityKind = MunicipalityKind.MUNICIPALITY
    ags: Annotated[str, Field(pattern=f"^{AGS_PATTERN.pattern}$")] | None = None
    ars: Annotated[str, Field(pattern=f"^{ARS_PATTERN.pattern}$")] | None = None
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
    digits = re.sub(r"\s", "", text)
    padded = digits.zfill(8) if len(digits) == 7 else digits
    return padded if AGS_PATTERN.fullmatch(padded) else None


def ags_from_ars(ars: str) -> str:
    """The AGS inside a 12-digit ARS: its first five and last three digits (Destatis).

    >>> ags_from_ars("053340002002")
    '05334002'
    """
    return ars[:5] + ars[9:12]


def slug_from_name(name: str) -> str:
    """An address made from a name.

    >>> slug_from_name("Bad Münstereifel (Stadt)")
    'bad-muenstereifel-stadt'
    """
    text = name.lower().translate(_UMLAUTS)
    return "-".join(re.findall(r"[a-z0-9]+", text))[:80].strip("-")
