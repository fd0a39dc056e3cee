"""The reason of a rating: a code and every number the rating rests on; the sentences stand in the texts."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from monitoring.domain.position import Position
from monitoring.domain.rating_rules import RatingRules


class ReasonCode(StrEnum):
    """Why a rating is as it is; each has one sentence in every language."""

    TARGET_REACHED = "target_reached"
    TARGET_NOT_REACHED = "target_not_reached"
    NO_BALANCE = "no_balance"
    NO_INHABITANTS = "no_inhabitants"
    NO_INDICATOR_VALUE = "no_indicator_value"
    BASE_YEAR_MISSING = "base_year_missing"
    BASE_VALUE_MISSING = "base_value_missing"
    BASE_VALUE_WITHHELD = "base_value_withheld"
    BALANCE_TOO_OLD = "balance_too_old"
    BEFORE_PATH = "before_path"
    PATH_IMPOSSIBLE = "path_impossible"
    FEW_BALANCES = "few_balances"
    WRONG_DIRECTION = "wrong_direction"
    TARGET_VALUE_KEPT = "target_value_kept"
    ON_PATH = "on_path"
    ON_PATH_BUT_TREND_MISSES = "on_path_but_trend_misses"
    CLOSE_TO_PATH = "close_to_path"
    FAR_FROM_PATH = "far_from_path"
    BEHIND_AND_TREND_MISSES = "behind_and_trend_misses"


_LATEST = ("latest_year", "latest_value")
_TARGET = ("target_year", "target_value")
_PATH = ("path_value", "gap", "gap_share")
_OUTLOOK = ("mean_change", "mean_change_from_year", "continued_value", "miss", "miss_limit")

REASON_NUMBERS: dict[ReasonCode, tuple[str, ...]] = {
    ReasonCode.TARGET_REACHED: (*_LATEST, *_TARGET),
    ReasonCode.TARGET_NOT_REACHED: (*_LATEST, *_TARGET),
    ReasonCode.NO_BALANCE: ("target_year",),
    ReasonCode.NO_INHABITANTS: ("target_year",),
    ReasonCode.NO_INDICATOR_VALUE: ("target_year",),
    ReasonCode.BASE_YEAR_MISSING: ("latest_year", "target_year"),
    ReasonCode.BASE_VALUE_MISSING: ("base_year", "latest_year", "target_year"),
    ReasonCode.BASE_VALUE_WITHHELD: ("base_year", "latest_year", "target_year"),
    ReasonCode.BALANCE_TOO_OLD: ("latest_year", "today_year", "balance_rhythm", "grace_years"),
    ReasonCode.BEFORE_PATH: ("latest_year", "path_from_year"),
    ReasonCode.PATH_IMPOSSIBLE: ("base_value", *_TARGET),
    ReasonCode.FEW_BALANCES: ("points", *_LATEST, *_PATH),
    ReasonCode.WRONG_DIRECTION: (*_LATEST, *_TARGET, "slope", "trend_from_year", "trend_points"),
    ReasonCode.TARGET_VALUE_KEPT: (*_LATEST, *_TARGET),
    ReasonCode.ON_PATH: (*_LATEST, *_PATH, *_OUTLOOK, *_TARGET),
    ReasonCode.ON_PATH_BUT_TREND_MISSES: (*_LATEST, *_PATH, *_OUTLOOK, *_TARGET),
    ReasonCode.CLOSE_TO_PATH: (*_LATEST, *_PATH, "gap_limit", *_OUTLOOK, *_TARGET),
    ReasonCode.FAR_FROM_PATH: (*_LATEST, *_PATH, "gap_limit", *_OUTLOOK, *_TARGET),
    ReasonCode.BEHIND_AND_TREND_MISSES: (*_LATEST, *_PATH, *_OUTLOOK, *_TARGET),
}
"""The numbers of each reason. Years end in `_year`; `gap_share` is None where the path is at 0, `base_value`
may be None in `path_impossible`; all others are there."""

UNCERTAINTY_NUMBERS = ("slope_low", "slope_high", "required_per_year")
"""Added where the interval of the slope contains the required change."""


class Reason(BaseModel):
    """Why: the code, and the numbers by the names in `REASON_NUMBERS`, in base units."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: ReasonCode
    numbers: dict[str, int | float | None]


def reason_for(code: ReasonCode, position: Position, rules: RatingRules, *, uncertain: bool) -> Reason:
    """The reason with its numbers picked from the position and the thresholds."""
    known = _numbers(position, rules)
    names = REASON_NUMBERS[code] + (UNCERTAINTY_NUMBERS if uncertain else ())
    return Reason(code=code, numbers={name: known[name] for name in names})


def _numbers(position: Position, rules: RatingRules) -> dict[str, int | float | None]:
    """Every number a reason may name; those of trend and mean change without their models."""
    known = dict(position) | {
        name: getattr(rules, name) for name in ("miss_limit", "gap_limit", "grace_years")
    }
    if (change := position.mean_change) is not None:
        known |= {"mean_change": change.per_year, "mean_change_from_year": change.from_year}
    if (trend := position.trend) is not None:
        known |= {"slope": trend.slope, "slope_low": trend.slope_low, "slope_high": trend.slope_high}
        known |= {"trend_from_year": trend.from_year, "trend_points": trend.points}
    return known
