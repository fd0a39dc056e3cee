"""Official keys as a table of many municipalities gives them: AGS, ARS, or keys of a kind of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from monitoring.domain.municipality import LONGEST_KEY, ags_from_ars, normal_ags, normal_ars

_DISTRICT = re.compile(r"(0[1-9]|1[0-6])\d{3}")


@dataclass(frozen=True, slots=True)
class OfficialKeys:
    """What is known of one municipality; an ARS holds its AGS."""

    ags: str | None = None
    ars: str | None = None
    own_key: str | None = None

    @property
    def known(self) -> dict[str, str]:
        """Those there are, by field."""
        return {name: key for name, key in asdict(self).items() if key}


NO_KEYS = OfficialKeys()


def official_keys(keys: Iterable[str | None]) -> dict[str, OfficialKeys]:
    """What each key of a table is; all of them together decide, for a number alone may be any of them.

    A district (Kreis) beside municipalities has the first five digits of its AGS.

    >>> official_keys(["9162000", "09184"])["09184"].ags
    '09184000'
    >>> official_keys(["053340002002"])["053340002002"]
    OfficialKeys(ags='05334002', ars='053340002002', own_key=None)
    >>> [each.known for each in official_keys(["E06000001", "1440"]).values()]
    [{'own_key': 'E06000001'}, {'own_key': '1440'}]
    """
    known = [each for each in dict.fromkeys(keys) if each]
    if known and all(map(normal_ars, known)):
        return {key: _of_ars(key) for key in known}
    if any(map(normal_ags, known)) and all(map(_ags, known)):
        return {key: OfficialKeys(ags=_ags(key)) for key in known}
    return {key: OfficialKeys(own_key=key) if len(key) <= LONGEST_KEY else NO_KEYS for key in known}


def _of_ars(key: str) -> OfficialKeys:
    ars = normal_ars(key) or ""
    return OfficialKeys(ags_from_ars(ars), ars)


def _ags(key: str) -> str | None:
    digits = f"0{key}" if len(key) == 4 else key
    return normal_ags(key) or (f"{digits}000" if _DISTRICT.fullmatch(digits) else None)
