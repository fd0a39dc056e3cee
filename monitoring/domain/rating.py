"""The rating: one word for where a municipality stands against a target, by rules read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from monitoring.domain.indicator import Direction
from monitoring.domain.position import Lacking, Position, keeps
from monitoring.domain.rating_rules import RatingRules
from monitoring.domain.reason import Reason, ReasonCode, reason_for


class Rating(StrEnum):
    """The words of the rating, in the order in which they are tried."""

    ACHIEVED = "achieved"
    MISSED = "missed"
    NOT_ASSESSABLE = "not_assessable"
    PROVISIONAL = "provisional"
    OPPOSITE = "opposite"
    ON_TRACK = "on_track"
    SLIGHT_DEVIATION = "slight_deviation"
    OFF_TRACK = "off_track"


RATING_OF: dict[ReasonCode, Rating] = {
    ReasonCode.TARGET_REACHED: Rating.ACHIEVED,
    ReasonCode.TARGET_NOT_REACHED: Rating.MISSED,
    ReasonCode.NO_BALANCE: Rating.NOT_ASSESSABLE,
    ReasonCode.NO_INHABITANTS: Rating.NOT_ASSESSABLE,
    ReasonCode.NO_INDICATOR_VALUE: Rating.NOT_ASSESSABLE,
    ReasonCode.BASE_YEAR_MISSING: Rating.NOT_ASSESSABLE,
    ReasonCode.BASE_VALUE_MISSING: Rating.NOT_ASSESSABLE,
    ReasonCode.BASE_VALUE_WITHHELD: Rating.NOT_ASSESSABLE,
    ReasonCode.BALANCE_TOO_OLD: Rating.NOT_ASSESSABLE,
    ReasonCode.BEFORE_PATH: Rating.NOT_ASSESSABLE,
    ReasonCode.PATH_IMPOSSIBLE: Rating.NOT_ASSESSABLE,
    ReasonCode.FEW_BALANCES: Rating.PROVISIONAL,
    ReasonCode.WRONG_DIRECTION: Rating.OPPOSITE,
    ReasonCode.TARGET_VALUE_KEPT: Rating.ON_TRACK,
    ReasonCode.ON_PATH: Rating.ON_TRACK,
    ReasonCode.ON_PATH_BUT_TREND_MISSES: Rating.SLIGHT_DEVIATION,
    ReasonCode.CLOSE_TO_PATH: Rating.SLIGHT_DEVIATION,
    ReasonCode.FAR_FROM_PATH: Rating.OFF_TRACK,
    ReasonCode.BEHIND_AND_TREND_MISSES: Rating.OFF_TRACK,
}


class Verdict(BaseModel):
    """A rating with its reason; uncertain where the trend could as well lead to the target as not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rating: Rating
    uncertain: bool
    reason: Reason
    rules_version: int


def rate(position: Position, rules: RatingRules) -> Verdict:
    """The rating of a position: the first rule that applies decides.

    They ask in turn: is the target year over, can anything be said, are there enough balances, does it go the
    right way, is it on the path, is it close to it.
    """
    found = (rule(position, rules) for rule in RULES)
    code = next((each for each in found if each is not None), ReasonCode.BEHIND_AND_TREND_MISSES)
    uncertain = RATING_OF[code] in TREND_RATINGS and is_uncertain(position)
    return Verdict(
        rating=RATING_OF[code],
        uncertain=uncertain,
        reason=reason_for(code, position, rules, uncertain=uncertain),
        rules_version=rules.version,
    )


def is_uncertain(position: Position) -> bool:
    """Whether the interval of the slope contains −r, the change per year that is required from now on."""
    trend, required = position.trend, position.required_per_year
    return trend is not None and required is not None and trend.slope_low <= -required <= trend.slope_high


TREND_RATINGS = frozenset({Rating.OPPOSITE, Rating.ON_TRACK, Rating.SLIGHT_DEVIATION, Rating.OFF_TRACK})
"""Ratings that rest on a trend and may therefore be uncertain."""


def _target_year(position: Position, rules: RatingRules) -> ReasonCode | None:
    if position.latest_year is None or position.target_value is None:
        return None
    if position.latest_year < position.target_year:
        return None
    return ReasonCode.TARGET_REACHED if position.is_target_value_reached else ReasonCode.TARGET_NOT_REACHED


NO_VALUE: dict[Lacking | None, ReasonCode] = {
    Lacking.INHABITANTS: ReasonCode.NO_INHABITANTS,
    Lacking.INDICATOR_VALUE: ReasonCode.NO_INDICATOR_VALUE,
}
"""Why there is no value, by what is lacking; else the balance is."""


def _missing(position: Position, rules: RatingRules) -> ReasonCode | None:
    if position.latest_year is None:
        return NO_VALUE.get(position.lacking, ReasonCode.NO_BALANCE)
    if position.base_year is None:
        # Absolute values of several years carry a path of their own; a single one or a percentage does not.
        has_path = position.path_from_year is not None and position.path_from_year < position.target_year
        return None if has_path else ReasonCode.BASE_YEAR_MISSING
    if position.is_base_withheld:
        return ReasonCode.BASE_VALUE_WITHHELD
    return ReasonCode.BASE_VALUE_MISSING if position.base_value is None else None


def _too_old(position: Position, rules: RatingRules) -> ReasonCode | None:
    age = position.today_year - (position.latest_year or position.today_year)
    return ReasonCode.BALANCE_TOO_OLD if age > position.balance_rhythm + rules.grace_years else None


def _no_path(position: Position, rules: RatingRules) -> ReasonCode | None:
    if position.path_value is not None:
        return None
    latest, start = position.latest_year, position.path_from_year
    is_before = latest is not None and start is not None and latest < start
    return ReasonCode.BEFORE_PATH if is_before else ReasonCode.PATH_IMPOSSIBLE


def _few_balances(position: Position, rules: RatingRules) -> ReasonCode | None:
    return ReasonCode.FEW_BALANCES if position.points < rules.minimum_points else None


def _wrong_direction(position: Position, rules: RatingRules) -> ReasonCode | None:
    if position.trend is None or position.is_target_value_reached:
        return None
    slope = position.trend.slope
    is_wrong = slope <= 0 if position.direction is Direction.MORE else slope >= 0
    return ReasonCode.WRONG_DIRECTION if is_wrong else None


def _on_path(position: Position, rules: RatingRules) -> ReasonCode | None:
    if position.is_target_value_reached:
        return ReasonCode.TARGET_VALUE_KEPT
    if not keeps(position.latest_value, position.path_value, position.direction):
        return None
    return ReasonCode.ON_PATH if _trend_reaches(position, rules) else ReasonCode.ON_PATH_BUT_TREND_MISSES


def _behind_path(position: Position, rules: RatingRules) -> ReasonCode | None:
    if not _trend_reaches(position, rules):
        return None
    is_close = position.gap_share is not None and abs(position.gap_share) <= rules.gap_limit
    return ReasonCode.CLOSE_TO_PATH if is_close else ReasonCode.FAR_FROM_PATH


def _trend_reaches(position: Position, rules: RatingRules) -> bool:
    return position.miss is not None and position.miss < rules.miss_limit


RULES: tuple[Callable[[Position, RatingRules], ReasonCode | None], ...] = (
    _target_year,
    _missing,
    _too_old,
    _no_path,
    _few_balances,
    _wrong_direction,
    _on_path,
    _behind_path,
)
"""First match from the top; where none applies, the path is missed and so will be the target."""
